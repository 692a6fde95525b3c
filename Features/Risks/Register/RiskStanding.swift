import HashTreeCollections
import Journal
import Organisation

/// How a risk stands on a day: what of it follows from its last rating, what answers it, and what a body accepted.
struct RiskStanding: Sendable {
    /// What a risk lacks: each is a key among the words with `risks.gap.` before it.
    enum Gap: String, Sendable, CaseIterable { case unrated, cause, effect, unanswered }

    let id: ID<Risk>
    let risk: Risk
    let isClosed: Bool
    let rating: GivenRating?
    /// Of the residual rating by the present rule; `nil` where it was never rated.
    let level: RiskLevel?
    /// Those of its answers that still stand in a plan that has not ended.
    let answers: [Reference]
    let acceptance: (given: GivenAcceptance, state: AcceptanceState)?
    /// The highest score that its category is willing to carry.
    let appetite: Int?
    private let day: Day

    init(_ id: ID<Risk>, _ risk: Risk, in risks: Risks, _ plan: Plan, on day: Day) {
        let ratings = risks.ratings[id] ?? []
        self.id = id
        self.risk = risk
        self.day = day
        isClosed = risks.isClosed(id)
        rating = ratings.last
        level = ratings.last.map { risks.thresholds.level(of: $0.rating.residual.score) }
        answers = risk.answers.filter { plan.carries($0, on: day) }
        acceptance = risks.acceptance(of: id).map { ($0, $0.state(on: day, after: ratings)) }
        appetite = risk.category.flatMap { risks.categories[$0]?.appetite }
    }

    var score: Int? { rating?.rating.residual.score }
    var isAccepted: Bool { acceptance?.state == .holds }
    /// Whether something in a plan answers it, or a body carries it knowingly.
    var isAnswered: Bool { !answers.isEmpty || isAccepted }
    /// The rule of the register: a red risk that nobody answers keeps every plan from being adopted.
    var blocks: Bool { !isClosed && level == .red && !isAnswered }
    var exceedsAppetite: Bool { !isClosed && score.map { score in appetite.map { score > $0 } ?? false } ?? false }
    /// Whether somebody should look at it: the day for which that was said has come.
    var isDue: Bool { !isClosed && risk.reviewOn.map { $0 <= day } ?? false }

    var gaps: [Gap] {
        guard !isClosed else { return [] }
        var gaps: [Gap] = []
        if rating == nil { gaps.append(.unrated) }
        if risk.cause.isEmpty { gaps.append(.cause) }
        if risk.effect.isEmpty { gaps.append(.effect) }
        if blocks { gaps.append(.unanswered) }
        return gaps
    }
}
