import Journal
import Methods
import Organisation

/// One look at the organisation: what is asked, which body decides, and by which rule.
struct LeadershipAnalysis: Equatable, Codable, Sendable {
    var title: Localized
    var question: Localized = .empty
    var body: ID<Body>?
    var rule = BodyRule()
    /// Whether the fourth view, that of people and their needs, is asked about too.
    var asksOfPeople = false
}

/// How the body decides, as its rules of procedure say.
struct BodyRule: Equatable, Codable, Sendable {
    struct Share: Equatable, Codable, Sendable {
        var numerator: Int
        var denominator: Int

        var exact: ExactShare? { ExactShare(numerator, of: denominator) }
        var text: String { "\(numerator)/\(denominator)" }
    }

    var quota = Share(numerator: 2, denominator: 3)
    /// More than the quota, not at least.
    var isMoreThan = false
    /// More than which share of the votes must be represented; nil where any number can decide.
    var quorum: Share? = Share(numerator: 1, denominator: 2)
    var abstentionsCount = true
    /// Whether each actor with a vote has one, however many it is said to carry.
    var isOneEach = false
    /// All votes of the body; nil where the register says.
    var entitled: Int?

    var rule: DecisionRule? {
        guard let quota = quota.exact else { return nil }
        return DecisionRule(quota: .init(quota, isMoreThan: isMoreThan), quorum: quorum.flatMap(\.exact).map { .init($0, isMoreThan: true) }, abstentionsCount: abstentionsCount)
    }
}

extension BodyRule.Share {
    init(_ share: ExactShare) { self.init(numerator: share.numerator, denominator: share.denominator) }
}

/// Something on which the body decides, or would.
struct ArenaIssue: Equatable, Codable, Sendable {
    static let most = 20

    var analysis: ID<LeadershipAnalysis>
    var title: Localized
}

/// Who takes part in what is decided: a unit, a body, a region or a role, and never a person.
struct ArenaActor: Equatable, Codable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable { case unit, body, region, role }

    static let most = 60
    static let votes = 0...1000

    var analysis: ID<LeadershipAnalysis>
    var name: Localized
    var kind = Kind.unit
    /// How many it carries in the body.
    var votes = 0
    /// 0 to 4, of votes, budget, office and expertise together.
    var power = 0
    /// On what power and positions rest.
    var because: Localized = .empty
    var stances: [ArenaStance] = []

    func stance(on issue: ID<ArenaIssue>) -> ArenaStance? { stances.first { $0.issue == issue } }
}

/// What an actor wants of an issue.
struct ArenaStance: Equatable, Codable, Sendable {
    var issue: ID<ArenaIssue>
    /// -2 to 2; nil where nobody knows.
    var position: Int?
    /// 0 to 4.
    var salience: Int
}
