import Journal
import Methods
import Organisation

/// Something by which a version of the strategy is carried out.
struct Initiative: Equatable, Codable, Sendable {
    var strategy: ID<Strategy>
    var title: Localized
    var text: Localized = .empty
    /// An action or an objective of a plan.
    var thing: Reference?
    /// In the unit of the strategy; plans have no costs.
    var amount: Double?
    var type = InnovationType.productService
    /// Others of the same version that it stands on.
    var enablers: [ID<Initiative>] = []
    var explore = ExploreAnswers()
    /// Instead of what follows from the answers, from 0 to 1.
    var exploreInstead: Double?
    var exploreBecause: Localized = .empty
    /// After Pisano's landscape; `nil` where nobody has said.
    var needsNewCompetences: Bool?
    var needsNewModel: Bool?
    var positions: [MapPosition] = []
    /// The one of the version before from which it was copied, back to the first.
    var origin: ID<Initiative>?
    /// Where it stands among the others.
    var order = 0

    static let mostPositions = 10
    static let mostEnablers = 50
    static let amounts = 0.0...1e12

    /// `nil` while it is not known.
    var exploreShare: Double? { exploreInstead ?? ExploreShare.share(answers: ExploreQuestion.allCases.map { explore[$0] }) }

    var quadrant: LandscapeQuadrant? {
        guard let needsNewCompetences, let needsNewModel else { return nil }
        return LandscapeQuadrant(needsNewCompetences: needsNewCompetences, needsNewModel: needsNewModel)
    }
}

/// Whether something explores: five questions with yes or no, each a fifth. House default.
enum ExploreQuestion: String, Codable, Sendable, CaseIterable { case newToUs, newUsers, newCompetence, uncertain, beyondPlan }

struct ExploreAnswers: Hashable, Codable, Sendable {
    var newToUs: Bool?
    var newUsers: Bool?
    var newCompetence: Bool?
    var uncertain: Bool?
    var beyondPlan: Bool?

    subscript(_ question: ExploreQuestion) -> Bool? {
        get {
            switch question {
            case .newToUs: newToUs
            case .newUsers: newUsers
            case .newCompetence: newCompetence
            case .uncertain: uncertain
            case .beyondPlan: beyondPlan
            }
        }
        set {
            switch question {
            case .newToUs: newToUs = newValue
            case .newUsers: newUsers = newValue
            case .newCompetence: newCompetence = newValue
            case .uncertain: uncertain = newValue
            case .beyondPlan: beyondPlan = newValue
            }
        }
    }
}
