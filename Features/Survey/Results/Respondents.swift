import HashTreeCollections
import Journal
import Organisation
import Pages

/// Whose answers a figure is counted from, and how far it may be shown to whoever reads it.
struct Respondents {
    struct Group {
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
        all = Group(name: .empty, asked: asked.count, versions: versions)
        let askedOf = Dictionary(grouping: asked) { register.described[$0]?.region }
        let answeredOf = Dictionary(grouping: versions) { register.described[$0.member]?.region }
        let known: [ID<Region>?] = register.regionsInOrder.map(\.id) + [nil]
        regions = known.compactMap { id in
            guard let members = askedOf[id] else { return nil }
            return Group(name: id.map { register.name(of: $0) } ?? .empty, asked: members.count, versions: answeredOf[id] ?? [])
        }
        least = visit.viewer.isStaff ? 0 : reading.survey.smallestCell
    }
}

/// Which of several groups may be shown, when fewer than `least` may not be, and the sum of all is known.
///
/// Those that are hidden must not follow from the others: together they are hidden only if there are enough of them, or else the smallest of those shown is
/// hidden with them. A group of nobody hides nothing. Source: complementary suppression; Hundepool and others, "Statistical Disclosure Control", 2012, 4.
func disclosed(_ counts: [Int], least: Int) -> [Bool] {
    var isShown = counts.map { $0 == 0 || $0 >= least }
    while true {
        let hidden = zip(counts, isShown).filter { !$0.1 }.map(\.0)
        guard !hidden.isEmpty, hidden.count == 1 || hidden.reduce(0, +) < least,
            let next = counts.indices.filter({ isShown[$0] && counts[$0] > 0 }).min(by: { (counts[$0], $0) < (counts[$1], $1) })
        else { return isShown }
        isShown[next] = false
    }
}
