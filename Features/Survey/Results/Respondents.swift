import HashTreeCollections
import Journal
import Organisation
import Pages

/// Whose answers a figure is counted from, what each counts, and how far it may be shown to whoever reads it.
struct Respondents {
    struct Group {
        /// `nil` for those without one, and for all.
        let region: ID<Region>?
        /// Empty for those without a region, and for all.
        let name: Localized
        let code: String
        let asked: Int
        let versions: [(member: ID<Member>, version: Version)]
    }

    let all: Group
    /// By region, in the order of their codes; those without one last.
    let regions: [Group]
    /// Fewer than this are not shown to this reader; 0 for all.
    let least: Int
    let weights: Weights
    let groupings: [Grouping]
    /// What this reader may choose: what is weighed by several groups at once has a weight for every small cell, and few cannot be hidden in it.
    let weightings: [Weighting]

    /// - Parameter least: for whoever reads what is written now, where that is not the visitor alone.
    init(_ reading: SurveyReading, _ wanted: Weighting = .raw, least wantedLeast: Int? = nil) {
        let visit = reading.visit, register = visit.register, answers = visit.organisation[Answers.self].answers[reading.id] ?? [:]
        let asked = reading.opening?.asked ?? [], frame = reading.opening?.frame(register) ?? SurveyFrame([], register, on: visit.times.day)
        let versions = asked.compactMap { member in answers[member]?.official.map { (member: member, version: $0) } }
        all = Group(region: nil, name: .empty, code: "", asked: asked.count, versions: versions)
        let byMember = Dictionary(versions.map { ($0.member, $0) }) { first, _ in first }
        regions = Grouping.byRegion(asked, frame, register).categories.map { region in
            Group(region: region.region, name: region.name, code: region.code, asked: region.members.count, versions: region.members.compactMap { byMember[$0] })
        }
        let least = wantedLeast ?? (Access.planners.admits(visit.viewer) ? 0 : reading.survey.smallestCell)
        self.least = least
        let groupings = Grouping.all(asked, frame, register), byRegion = groupings.first?.key == "survey.grouping.region"
        let weightings = Weighting.allCases.filter { weighting in
            switch weighting {
            case .raw: true
            case .region: byRegion && !versions.isEmpty
            case .raked: groupings.count > 1 && !versions.isEmpty && least == 0
            }
        }
        weights = Weights(weightings.contains(wanted) ? wanted : .raw, asked: asked, answered: versions.map(\.member), groupings: groupings)
        self.groupings = groupings
        self.weightings = weightings
    }
}
