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
        if open.withLock({ $0[id] == nil }), try await store.head(of: id) == nil { return nil }
        return try await journal(id)
    }

    /// The journal of an organisation, empty where nothing has been recorded yet.
    package func journal(_ id: OrganisationID) async throws -> Journal {
        let opened = opened(id)
        if let journal = opened.journal { return journal }
        do {
            let journal = try await opened.opening.value
            open.withLock { if $0[id]?.opening == opened.opening { $0[id]?.journal = journal } }
            return journal
        } catch {
            open.withLock { if $0[id]?.opening == opened.opening { $0[id] = nil } }
            throw error
        }
    }

    /// Being opened from now on, where nobody has asked for it before.
    private func opened(_ id: OrganisationID) -> Opened {
        let (store, chapters, committer, now) = (store, chapters, committer, now)
        return open.withLock { open in
            if open[id] == nil { putAsideIdle(&open) }
            var opened =
                open[id] ?? Opened(opening: Task { try await Journal.open(id, chapters: chapters, store: store, committer: committer, now: now) }, used: now())
            opened.used = now()
            open[id] = opened
            return opened
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

    /// Only the reference is dropped: whoever still holds the journal may finish with it only when nothing else opens it,
    /// so the capacity should exceed what is in use at once.
    private func putAsideIdle(_ open: inout [OrganisationID: Opened]) {
        let cutoff = now().adding(seconds: -600)
        while open.count >= capacity, let oldest = open.min(by: { $0.value.used < $1.value.used }), oldest.value.used < cutoff {
            open[oldest.key] = nil
        }
    }
}
