import Journal
import Organisation

/// A body of the register adopts a version: from that day on it is as it is.
struct StrategyAdoption: Equatable, Codable, Sendable {
    var body: ID<Body>
    var on: Day
    /// Where the decision is on record.
    var document: Localized
    /// Why it was adopted although something was warned of; empty where nothing was.
    var despite: Localized = .empty
}

/// The same as it was recorded.
struct GivenAdoption: Equatable, Codable, Sendable {
    var adoption: StrategyAdoption
    var by: Actor
    var position: Int
    /// Why it was taken back: recorded wrongly, it never stood.
    var withdrawn: Prose?
}

/// How a version stands.
enum StrategyState: String, Sendable, CaseIterable {
    /// It can be changed.
    case draft
    case inForce
    /// A later version was adopted.
    case superseded
}

/// What somebody has said in public of how an organisation innovates: quoted, with its source; nobody rates it.
struct Statement: Equatable, Codable, Sendable {
    /// What it speaks of: a row of the map, or a part of the strategy.
    enum About: String, Codable, Sendable, CaseIterable { case degree, locus, source, balance, reasons, types, crisis }

    var about: About
    var text: Localized
    /// Who says so, and where.
    var source: Localized
    /// An address that begins with `https://` or `http://`; empty where it stands on paper.
    var link: Prose = ""

    static let most = 200
}
