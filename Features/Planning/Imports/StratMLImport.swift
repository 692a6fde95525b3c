import Exchange
import Journal
import Organisation
import Pages

/// A StratML document becomes a plan: goals and objectives, indicators with their targets, and what was reported on them.
struct StratMLImport: Importing {
    let name = "stratml"
    let title = "planning.import.stratml"
    let columns: [ImportColumn] = []

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        do {
            let (document, repairs) = try readStratML(bytes, limits: .standard)
            var mapping = StratMLMapping(document, into: organisation, today: today)
            for repair in repairs { mapping.report.repaired(repair.line, repair.key, repair.arguments) }
            mapping.map()
            mapping.sayWhichLanguage()
            // Of another language the texts in that language are shown: those that stand for them elsewhere are not replaced.
            let names = TableNames(organisation[Register.self], alone: mapping.fillsIn ? mapping.language : nil)
            return mapping.report.finished(against: organisation[Plan.self], names)
        } catch {
            throw Refusal(error.key, error.arguments.mapValues(\.asTyped))
        }
    }
}
