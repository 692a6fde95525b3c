import HashTreeCollections
import Journal
import Organisation
import Pages

/// What stands in an edition, in its order, however it is shown.
struct EditionChapters {
    let aspects: [(id: ID<Aspect>, aspect: Aspect)]
    let written: [(id: ID<Theme>, theme: Theme, account: ThemeAccount)]
    let signals: [SignalLists.Item]
    /// Those that belong to none of its aspects.
    let aside: [SignalLists.Item]

    /// - Parameter then: as things stood when it was published; as they stand where it is not.
    init(_ then: Visit, _ id: ID<ScanEdition>, isPublished: Bool) {
        let written = then.scan.written(in: id), signals = then.signals(of: id)
        // One in the making shows what is still to be written.
        let shown = then.scan.aspectsInOrder.filter { aspect in
            !isPublished || written.contains { $0.theme.aspect == aspect.id } || signals.contains { $0.signal.aspect == aspect.id }
        }
        (aspects, self.written, self.signals) = (shown, written, signals)
        aside = signals.filter { item in !shown.contains { $0.id == item.signal.aspect } }
    }
}
