import HashTreeCollections
import Journal
import Organisation
import Pages

/// What of the answers goes into an archive: those whose Members agreed that these readers may read them, and of those nothing from which another's would follow.
struct ArchiveContent {
    struct Answer {
        let id: ID<Member>
        let member: Member
        /// By which files name it.
        let code: String
        let region: Region?
        let version: Version
        /// How many versions there are up to this one.
        let number: Int
        let withheld: Set<ID<Question>>
    }

    let reading: SurveyReading
    let edition: Edition
    let respondents: Respondents
    let answers: [Answer]
    /// Those who answered and are not in it.
    let leftOut: Int

    init(_ reading: SurveyReading, _ edition: Edition) {
        let register = reading.visit.register, respondents = Respondents(reading, least: edition.least(in: reading.survey))
        let admitted = Set(respondents.all.versions.filter { edition.admits(reading.consent(of: $0.member, $0.version)) }.map(\.member))
        let withheld = ArchiveContent.withheld(reading.questionnaire, respondents, admitted)
        let codes = Dictionary(grouping: respondents.all.versions.map(\.member)) { register.described[$0]?.code ?? "" }
        let regions = reading.opening?.regions(register) ?? [:]
        let versions = reading.visit.organisation[Answers.self].answers[reading.id] ?? [:]
        self.reading = reading
        self.edition = edition
        self.respondents = respondents
        answers = respondents.all.versions.compactMap { id, version in
            guard admitted.contains(id), let member = register.described[id] else { return nil }
            let isOnly = !member.code.isEmpty && codes[member.code]?.count == 1
            return Answer(
                id: id, member: member, code: isOnly ? member.code : id.text, region: regions[id].flatMap { register.regions[$0] }, version: version,
                number: versions[id]?.versions.count ?? 1, withheld: Set(withheld.filter { $0.value.contains(id) }.keys))
        }.sorted { $0.code < $1.code }
        leftOut = respondents.all.versions.count - answers.count
    }

    /// Which answers to which questions must not be there, for the sums are known: those of a region that is shown, and of all that are not shown together.
    ///
    /// Whoever takes the answers in the file from a sum has those that are not in it: where these are fewer than may be shown, the file has none of that sum.
    private static func withheld(_ questionnaire: Questionnaire, _ respondents: Respondents, _ admitted: Set<ID<Member>>) -> [ID<Question>: Set<ID<Member>>] {
        guard respondents.least > 0 else { return [:] }
        var withheld: [ID<Question>: Set<ID<Member>>] = [:]
        for (id, question) in questionnaire.questions where question.kind.isCounted {
            let figures = QuestionFigures(id, question, respondents)
            guard figures.isShown else { continue }
            // Only regions that are compared are known one by one.
            let known = question.kind.isCompared ? zip(figures.regions, figures.isRegionShown).filter(\.1).map { [$0.0.group] } : []
            let rest = question.kind.isCompared ? zip(figures.regions, figures.isRegionShown).filter { !$0.1 }.map(\.0.group) : respondents.regions
            for block in known + [rest] {
                let versions = block.flatMap(\.versions), others = versions.filter { !admitted.contains($0.member) }
                let left = Tally(question, others.compactMap { _, version in version.responses[id].map { ($0, 1) } })
                if left.bases.contains(where: { $0 > 0 && $0 < respondents.least }) { withheld[id, default: []].formUnion(versions.map(\.member)) }
            }
        }
        return withheld
    }
}

extension Question.Kind {
    /// Whether its answers are counted, so that one can be taken from a sum.
    var isCounted: Bool { self != .text && self != .link }
}
