import Journal
import Organisation

/// The two lists that stand side by side: what has priority, and what could be large and is hardly known.
struct SignalLists {
    typealias Item = (id: ID<Signal>, signal: Signal)

    /// The highest score first.
    let priority: [(item: Item, score: SignalScore)]
    /// The largest impact first.
    let watched: [Item]
    /// Those of which no score can be said yet.
    let unscored: [Item]

    init(_ signals: [Item]) {
        let scored = signals.map { (item: $0, score: SignalScore($0.signal)) }
        priority = scored.compactMap { item, score in score.flatMap { $0.hasPriority ? (item: item, score: $0) : nil } }
            .sorted { ($1.score.likely, $0.item.id) < ($0.score.likely, $1.item.id) }
        watched = signals.filter(\.signal.isWatched).sorted { ($1.signal.impact?.likely ?? 0, $0.id) < ($0.signal.impact?.likely ?? 0, $1.id) }
        unscored = scored.filter { $0.score == nil }.map(\.item)
    }
}
