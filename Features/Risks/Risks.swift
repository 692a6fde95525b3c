import HashTreeCollections
import Journal
import Organisation

/// What may keep the organisation from its objectives: risks with every rating that they have had, what answers them, and what bodies accepted.
struct Risks: Chapter {
    static let name = "risks"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        case registerDescribed(RegisterAccount)
        case thresholdsSet(RiskThresholds)
        case categoryDescribed(id: ID<RiskCategory>, RiskCategory)
        case categoryRemoved(id: ID<RiskCategory>)
        case riskDescribed(id: ID<Risk>, Risk)
        /// Holds from the day on which it was judged so.
        case riskRated(id: ID<Risk>, RiskRating)
        /// Holds from the day of the decision.
        case riskAccepted(id: ID<Risk>, Acceptance)
        /// An acceptance was recorded wrongly: the one that was recorded at a position; the last one before where none is named.
        case acceptanceWithdrawn(id: ID<Risk>, position: Int? = nil, because: Prose)
        case riskClosed(id: ID<Risk>, Closing)
        case riskReopened(id: ID<Risk>, because: Prose)
        case riskWithdrawn(id: ID<Risk>, because: Prose)
    }

    private(set) var account: RegisterAccount?
    private(set) var thresholds = RiskThresholds()
    private(set) var categories: TreeDictionary<ID<RiskCategory>, RiskCategory> = [:]
    private(set) var risks: TreeDictionary<ID<Risk>, Risk> = [:]
    /// Every rating that a risk has had, the oldest first.
    private(set) var ratings: TreeDictionary<ID<Risk>, [GivenRating]> = [:]
    private(set) var acceptances: TreeDictionary<ID<Risk>, [GivenAcceptance]> = [:]
    private(set) var closings: TreeDictionary<ID<Risk>, [GivenClosing]> = [:]
    /// Since when a risk is in the register.
    private(set) var beginnings: TreeDictionary<ID<Risk>, Day> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var former: TreeDictionary<ID<Risk>, Risk> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .registerDescribed(let account): self.account = account
        case .thresholdsSet(let thresholds): self.thresholds = thresholds
        case .categoryDescribed(let id, let category): categories[id] = category
        case .categoryRemoved(let id): categories[id] = nil
        case .riskDescribed(let id, let risk):
            risks[id] = risk
            if beginnings[id] == nil { beginnings[id] = stamp.on }
        case .riskRated(let id, let rating): ratings[id, default: []].append(GivenRating(rating: rating, by: stamp.by, on: stamp.on, position: stamp.position))
        case .riskAccepted(let id, let acceptance): acceptances[id, default: []].append(GivenAcceptance(acceptance: acceptance, by: stamp.by, position: stamp.position))
        case .acceptanceWithdrawn(let id, let position, let because):
            // Acceptances stand in the order of their days: one that was recorded later can stand before one that was withdrawn earlier.
            let place = acceptances[id]?.lastIndex { given in given.withdrawn == nil && (position.map { $0 == given.position } ?? (given.position < stamp.position)) }
            if let place { acceptances[id]?[place].withdrawn = because }
        case .riskClosed(let id, let closing):
            if !isClosed(id) { closings[id, default: []].append(GivenClosing(closing: closing, by: stamp.by, on: stamp.on)) }
        case .riskReopened(let id, let because):
            if isClosed(id), let last = closings[id]?.indices.last { closings[id]?[last].reopened = Reopening(because: because, on: stamp.on) }
        case .riskWithdrawn(let id, _): former[id] = risks.removeValue(forKey: id) ?? former[id]
        }
    }

    /// The last acceptance that was not taken back, or else the last of those.
    func acceptance(of id: ID<Risk>) -> GivenAcceptance? { acceptances[id]?.last { $0.withdrawn == nil } ?? acceptances[id]?.last }

    /// As it was closed last; `nil` while it is carried.
    func closing(of id: ID<Risk>) -> GivenClosing? { closings[id]?.last.flatMap { $0.reopened == nil ? $0 : nil } }

    func isClosed(_ id: ID<Risk>) -> Bool { closing(of: id) != nil }
}
