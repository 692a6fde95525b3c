import HashTreeCollections
import Journal
import Organisation
import Pages

extension Submission {
    var assessments: Assessments { organisation[Assessments.self] }

    /// The framework in the address, for planners.
    func framework() throws -> (id: ID<Framework>, framework: Framework) {
        try requirePlanner()
        let id: ID<Framework> = try id("framework")
        guard let framework = assessments.frameworks[id] else { throw Refusal("pages.refusal.gone") }
        return (id, framework)
    }

    /// The same where nobody has been asked by it.
    func unaskedFramework() throws -> (id: ID<Framework>, framework: Framework) {
        let found = try framework()
        if assessments.isAsked(found.id) { throw Refusal("assessments.refusal.asked") }
        return found
    }

    /// The round in the address, for planners.
    func round() throws -> (id: ID<AssessmentRound>, round: AssessmentRound) {
        try requirePlanner()
        return try anyRound()
    }

    /// The round in the address, for whoever may read it.
    func anyRound() throws -> (id: ID<AssessmentRound>, round: AssessmentRound) {
        let id: ID<AssessmentRound> = try id("round")
        guard let round = assessments.rounds[id], viewer.belongs(to: assessments.audience(of: id)) else { throw Refusal("pages.refusal.gone") }
        return (id, round)
    }

    /// The same where people answer.
    func openRound() throws -> (id: ID<AssessmentRound>, round: AssessmentRound) {
        let found = try anyRound()
        guard assessments.isOpen(found.id) else { throw Refusal("assessments.refusal.not-open") }
        return found
    }

    func category(of round: AssessmentRound) throws -> Category {
        let id: ID<Category> = try id("category")
        guard let category = assessments.categories(of: round).first(where: { $0.id == id }) else { throw Refusal("pages.refusal.gone") }
        return category
    }
}

extension Viewer {
    /// Whether this person may answer as one of a group.
    func mayAnswer(as group: RespondentGroup, in round: AssessmentRound) -> Bool {
        guard account != nil else { return false }
        switch group.kind {
        case .staff: return isStaff
        case .members: return !asked(among: round).isEmpty
        case .participants: return belongs(to: .participants)
        }
    }

    /// The Members for which this person answers.
    func asked(among round: AssessmentRound) -> [ID<Member>] { members.filter { round.members.isEmpty || round.members.contains($0) } }

    func groups(of round: AssessmentRound) -> [RespondentGroup] { round.groups.filter { mayAnswer(as: $0, in: round) } }
}

enum AssessmentPath {
    static let front = "assessments", newFramework = "assessments/frameworks/new", newRound = "assessments/rounds/new"

    static func framework(_ id: ID<Framework>, _ rest: String = "") -> String { path("assessments/frameworks/\(id)", rest) }
    static func round(_ id: ID<AssessmentRound>, _ rest: String = "") -> String { path("assessments/rounds/\(id)", rest) }

    private static func path(_ base: String, _ rest: String) -> String { rest.isEmpty ? base : "\(base)/\(rest)" }
}
