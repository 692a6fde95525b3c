import Journal
import Organisation

/// One time of asking: by which framework, whom, from how many on anything is shown, and for whom the results are.
struct AssessmentRound: Equatable, Codable, Sendable {
    /// Who may read the results once they are published.
    typealias Readers = OpenReaders

    var framework: ID<Framework>
    var title: Localized
    var purpose: Localized = .empty
    /// Of those that can be left out, the ones that are asked.
    var optional: [ID<Category>] = []
    var groups: [RespondentGroup] = []
    /// Whose staff is asked to say where it works; of nobody where it is empty.
    var units: [ID<Unit>] = []
    /// Whose people are asked; those of all where it is empty.
    var members: [ID<Member>] = []
    /// From how many respondents on something is shown.
    var least = AssessmentRound.usualLeast
    var until: Day?
    var readers = Readers.participants

    /// House default; never below the fewest.
    static let usualLeast = 5, fewest = 3, most = 50, mostGroups = 8

    /// Once people answer, only what it is called, what it is for and until when: the rest stays as they were promised.
    func renamed(as other: AssessmentRound) -> AssessmentRound {
        var round = self
        (round.title, round.purpose, round.until) = (other.title, other.purpose, other.until)
        return round
    }
}

/// Respondents who are counted together, such as staff, management, Members.
struct RespondentGroup: Equatable, Codable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable {
        /// The organisation's own people, by unit.
        case staff
        /// The people of Members, by region.
        case members
        /// Everybody who takes part.
        case participants
    }

    var id: ID<RespondentGroup>
    var title: Localized
    var kind: Kind
}

/// Where a respondent stands in a round.
struct Seat: Hashable, Codable, Sendable {
    var group: ID<RespondentGroup>
    var unit: ID<Unit>?
    var member: ID<Member>?
}

/// Who answered: somebody with an account, or a sheet of paper on which somebody did.
enum Respondent: Hashable, Codable, Sendable {
    case person(ID<Actor>)
    case sheet(ID<AnswerSheet>)

    var isSheet: Bool { if case .sheet = self { true } else { false } }
}

/// Names a sheet of paper.
enum AnswerSheet {}

/// What was given to a statement; `nil` where it does not apply.
struct Score: Equatable, Codable, Sendable {
    var statement: ID<Statement>
    var value: Int?
}

struct GivenAnswers: Equatable, Codable, Sendable {
    var seat: Seat?
    var scores: [ID<Category>: [Score]] = [:]
}

/// Where Members belonged when a round was opened: one that moves later stays where it was counted.
struct RoundFrame: Equatable, Codable, Sendable {
    struct Part: Equatable, Codable, Sendable {
        var id: ID<Region>
        var name: Localized
        var members: [ID<Member>]
    }

    var regions: [Part] = []
}

/// What shows that a statement, or a category as a whole, holds.
struct Evidence: Equatable, Codable, Sendable {
    var round: ID<AssessmentRound>
    var category: ID<Category>
    var statement: ID<Statement>?
    var text: Localized
    var link: Prose = ""
    /// Of the system itself.
    var things: [Reference] = []
}

/// A category that falls short, and the action of the plan that is to mend it.
struct Gap: Equatable, Codable, Sendable {
    var round: ID<AssessmentRound>
    var category: ID<Category>
    var action: ID<Action>
}
