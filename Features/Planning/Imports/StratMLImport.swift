import Exchange
import Journal
import Organisation
import Pages

/// A StratML document becomes a plan: goals and objectives, indicators with their targets, and what was reported on them.
struct StratMLImport: Importing {
    let name = "stratml"
    let columns: [ImportColumn] = []

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        do {
            let (document, repairs) = try readStratML(bytes, limits: .standard)
            var mapping = StratMLMapping(document, into: organisation, today: today)
            for repair in repairs { mapping.report.repaired(repair.line, repair.key, repair.arguments) }
            mapping.map()
            return mapping.report.finished(against: organisation[Plan.self], TableNames(organisation[Register.self]))
        } catch {
            throw Refusal(error.key, error.arguments)
        }
    }
}
