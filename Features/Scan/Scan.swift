import HashTreeCollections
import Journal
import Organisation

/// What changes around the organisation: signals with their evidence, what Members make of them, and the editions in which they are published.
struct Scan: Chapter {
    static let name = "scan"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        case editionDescribed(id: ID<ScanEdition>, ScanEdition)
        /// From here on those who take part read it and rate its signals.
        case editionOpened(id: ID<ScanEdition>)
        /// What it says stays as it is; these signals were in it.
        case editionPublished(id: ID<ScanEdition>, signals: [ID<Signal>])
        case editionWithdrawn(id: ID<ScanEdition>, because: Prose)
        case aspectDescribed(id: ID<Aspect>, Aspect)
        case aspectRemoved(id: ID<Aspect>)
        case themeDescribed(id: ID<Theme>, Theme)
        case themeRemoved(id: ID<Theme>)
        /// Both halves of what an edition says of a theme.
        case themeWritten(edition: ID<ScanEdition>, theme: ID<Theme>, ThemeAccount)
        case signalDescribed(id: ID<Signal>, Signal)
        /// Several that tell of the same go on as one.
        case signalsMerged(from: [ID<Signal>], into: ID<Signal>, because: Prose)
        /// What was merged stands by itself again.
        case signalSeparated(id: ID<Signal>, because: Prose)
        /// What is done about it, and when it is looked at again.
        case signalPlaced(id: ID<Signal>, SignalStanding)
        /// A Member's rating, which its people share, or that of one of the staff, where no Member is named.
        case signalRated(id: ID<Signal>, member: ID<Member>?, SignalRating)
        case ratingTakenBack(id: ID<Signal>, member: ID<Member>?)
    }

    private(set) var editions: TreeDictionary<ID<ScanEdition>, ScanEdition> = [:]
    private(set) var openings: TreeDictionary<ID<ScanEdition>, Day> = [:]
    private(set) var publications: TreeDictionary<ID<ScanEdition>, Publication> = [:]
    private(set) var aspects: TreeDictionary<ID<Aspect>, Aspect> = [:]
    private(set) var themes: TreeDictionary<ID<Theme>, Theme> = [:]
    private(set) var accounts: TreeDictionary<ID<ScanEdition>, [ID<Theme>: ThemeAccount]> = [:]
    private(set) var signals: TreeDictionary<ID<Signal>, Signal> = [:]
    /// Where those went that do not stand by themselves any more.
    private(set) var merged: TreeDictionary<ID<Signal>, Merged> = [:]
    /// Every place that a signal has had, the oldest first.
    private(set) var standings: TreeDictionary<ID<Signal>, [PlacedSignal]> = [:]
    private(set) var ratings: TreeDictionary<ID<Signal>, [Rater: GivenRating]> = [:]
    /// Who described a signal first, and when.
    private(set) var beginnings: TreeDictionary<ID<Signal>, Beginning> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var former: TreeDictionary<ID<ScanEdition>, ScanEdition> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .editionDescribed(let id, let edition): editions[id] = edition
        case .editionOpened(let id): if editions[id] != nil, openings[id] == nil { openings[id] = stamp.on }
        case .editionPublished(let id, let signals):
            guard editions[id] != nil, publications[id] == nil else { return }
            publications[id] = Publication(on: stamp.on, position: stamp.position, signals: signals)
        case .editionWithdrawn(let id, _):
            former[id] = editions.removeValue(forKey: id) ?? former[id]
            (openings[id], accounts[id]) = (nil, nil)
        case .aspectDescribed(let id, let aspect): aspects[id] = aspect
        case .aspectRemoved(let id): aspects[id] = nil
        case .themeDescribed(let id, let theme): themes[id] = theme
        case .themeRemoved(let id): themes[id] = nil
        case .themeWritten(let edition, let theme, let account):
            if editions[edition] != nil, publications[edition] == nil { accounts[edition, default: [:]][theme] = account }
        case .signalDescribed(let id, let signal):
            signals[id] = signal
            if beginnings[id] == nil { beginnings[id] = Beginning(by: stamp.by, on: stamp.on, at: stamp.at) }
        case .signalsMerged(let from, let into, let because):
            for id in from where id != into { merged[id] = Merged(into: into, because: because, by: stamp.by, on: stamp.on) }
        case .signalSeparated(let id, _): merged[id] = nil
        case .signalPlaced(let id, let standing): standings[id, default: []].append(PlacedSignal(standing: standing, by: stamp.by, on: stamp.on))
        case .signalRated(let id, let member, let rating): ratings[id, default: [:]][Rater(member, stamp.by)] = GivenRating(rating: rating, by: stamp.by, on: stamp.on)
        case .ratingTakenBack(let id, let member): ratings[id]?[Rater(member, stamp.by)] = nil
        }
    }
}
