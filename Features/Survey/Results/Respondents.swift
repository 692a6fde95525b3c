import HashTreeCollections
import Journal
import Organisation
import Pages

/// Whose answers a figure is counted from, and how far it may be shown to whoever reads it.
struct Respondents {
    struct Group {
        let region: ID<Region>?
        let name: Localized
        let asked: Int
        let versions: [(member: ID<Member>, version: Version)]
    }

    let all: Group
    /// By region, in the order of their codes; those without one last.
    let regions: [Group]
    /// Fewer than this are not shown to this reader; 0 for all.
    let least: Int

    init(_ reading: SurveyReading) {
        let visit = reading.visit, register = visit.register, answers = visit.organisation[Answers.self].answers[reading.id] ?? [:]
        let asked = reading.opening?.asked ?? []
        let versions = asked.compactMap { member in answers[member]?.official.map { (member: member, version: $0) } }
        all = Group(region: nil, name: .empty, asked: asked.count, versions: versions)
        let askedOf = Dictionary(grouping: asked) { register.described[$0]?.region }
        let answeredOf = Dictionary(grouping: versions) { register.described[$0.member]?.region }
        let known: [ID<Region>?] = register.regionsInOrder.map(\.id) + [nil]
        regions = known.compactMap { id in
            guard let members = askedOf[id] else { return nil }
            return Group(region: id, name: id.map { register.name(of: $0) } ?? .empty, asked: members.count, versions: answeredOf[id] ?? [])
        }
        least = visit.viewer.isStaff ? 0 : reading.survey.smallestCell
    }
}
