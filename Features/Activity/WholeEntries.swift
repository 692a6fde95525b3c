import Journal

/// What was left out of long entries, read for a few at a time: of an import of thousands only some are told.
struct WholeEntries {
    /// As the entries were asked for.
    let selection: EntrySelection
    let read: (EntrySelection) async throws -> [Entry]

    /// How much of what events say is read for one thing on a page: reading a mebibyte of them takes about a twentieth of a second.
    static let most = 128 << 10
    /// And for a whole page, looked through from the newest back.
    static let mostOfPage = 4 * most
    private static let portion = 16

    /// Hands over one after another, in the order given, until it is enough.
    ///
    /// - Parameter take: answers whether another is wanted; also handed how many bytes of what they say were read before.
    func each(_ entries: some Collection<Entry>, _ take: (Entry, Int) throws -> Bool) async throws {
        var rest = Array(entries)[...], bytes = 0
        while !rest.isEmpty {
            for entry in try await filled(rest.prefix(WholeEntries.portion)) {
                guard try take(entry, bytes) else { return }
                bytes += entry.structure.bytes.count
            }
            rest = rest.dropFirst(WholeEntries.portion)
        }
    }

    private func filled(_ entries: ArraySlice<Entry>) async throws -> [Entry] {
        let bare = entries.filter(\.isBare).map(\.record.position)
        guard let first = bare.min(), let last = bare.max() else { return Array(entries) }
        var selection = selection
        (selection.after, selection.before, selection.newest, selection.leavesLongOut) = (first - 1, last + 1, nil, false)
        let whole = Dictionary(try await read(selection).map { ($0.record.position, $0) }) { first, _ in first }
        return entries.compactMap { $0.isBare ? whole[$0.record.position] : $0 }
    }
}
