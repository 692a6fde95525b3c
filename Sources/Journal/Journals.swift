import Synchronization

/// The journals of one server, each opened on first use and put aside when idle.
package final class Journals: Sendable {
    package let store: any Store
    package let chapters: [any Chapter.Type]
    private let committer: Committer
    private let now: @Sendable () -> Moment
    private let capacity: Int
    private let open = Mutex<[OrganisationID: Opened]>([:])

    private struct Opened {
        let opening: Task<Journal, any Error>
        /// Once it is open: every request asks for it, and must not wait in a line for that.
        var journal: Journal?
        var used: Moment
    }

    /// - Parameters:
    ///   - capacity: how many stay open; beyond it the one unused for longest is put aside.
    ///   - now: the server's clock.
    package init(_ store: any Store, chapters: [any Chapter.Type], capacity: Int = 64, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.chapters = [Keeping.self] + chapters
        self.capacity = capacity
        self.now = now
        committer = Committer(store)
    }

    package var hasStopped: Bool { committer.hasStopped }

    /// How many events wait to be written.
    package var waiting: Int { committer.waiting }

    package var moment: Moment { now() }

    /// The journal of an organisation that exists; `nil` where there is none.
    package func existing(_ id: OrganisationID) async throws -> Journal? {
        if let known = used(id) { return try await journal(known) }
        guard try await store.head(of: id) != nil else { return nil }
        return try await journal(id)
    }

    /// The journal of an organisation, empty where nothing has been recorded yet.
    package func journal(_ id: OrganisationID) async throws -> Journal {
        if let known = used(id) { return try await journal(known) }
        let (store, chapters, committer, now) = (store, chapters, committer, now)
        let opened = open.withLock { open in
            if let other = open[id] { return other }
            putAsideIdle(&open)
            let opening = Task { try await Journal.open(id, chapters: chapters, store: store, committer: committer, now: now) }
            let opened = Opened(opening: opening, used: now())
            open[id] = opened
            return opened
        }
        do {
            let journal = try await opened.opening.value
            open.withLock { if $0[id]?.opening == opened.opening { $0[id]?.journal = journal } }
            return journal
        } catch {
            open.withLock { if $0[id]?.opening == opened.opening { $0[id] = nil } }
            throw error
        }
    }

    /// Goes on from what the store holds, where something beside the journal has written there: an organisation that was restored.
    package func renew(_ id: OrganisationID) async throws {
        guard let journal = try await open.withLock({ $0[id] })?.opening.value else { return }
        try await journal.renew(from: journal.branch)
    }

    package func keepSnapshots() async throws {
        for entry in open.withLock({ Array($0.values) }) { try await entry.opening.value.keepSnapshots() }
    }

    private func used(_ id: OrganisationID) -> Opened? {
        let now = now()
        return open.withLock { open in
            open[id]?.used = now
            return open[id]
        }
    }

    private func journal(_ known: Opened) async throws -> Journal {
        if let journal = known.journal { return journal }
        return try await known.opening.value
    }

    /// Only the reference is dropped: whoever still holds the journal may finish with it only when nothing else opens it,
    /// so the capacity should exceed what is in use at once.
    private func putAsideIdle(_ open: inout [OrganisationID: Opened]) {
        let cutoff = now().adding(seconds: -600)
        while open.count >= capacity, let oldest = open.min(by: { $0.value.used < $1.value.used }), oldest.value.used < cutoff {
            open[oldest.key] = nil
        }
    }
}
