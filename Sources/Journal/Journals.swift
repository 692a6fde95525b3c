/// The journals of one server, each opened on first use and put aside when idle.
package actor Journals {
    package nonisolated let store: any Store
    package nonisolated let chapters: [any Chapter.Type]
    private let committer: Committer
    private let now: @Sendable () -> Moment
    private let capacity: Int
    private var open: [OrganisationID: (journal: Task<Journal, any Error>, used: Moment)] = [:]

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

    package nonisolated var hasStopped: Bool { committer.hasStopped }

    /// How many events wait to be written.
    package nonisolated var waiting: Int { committer.waiting }

    package nonisolated var moment: Moment { now() }

    /// The journal of an organisation that exists; `nil` where there is none.
    package func existing(_ id: OrganisationID) async throws -> Journal? {
        if let running = open[id] { return try await use(id, running.journal) }
        guard try await store.head(of: id) != nil else { return nil }
        return try await journal(id)
    }

    /// The journal of an organisation, empty where nothing has been recorded yet.
    package func journal(_ id: OrganisationID) async throws -> Journal {
        if let running = open[id] { return try await use(id, running.journal) }
        putAsideIdle()
        let (store, chapters, committer, now) = (store, chapters, committer, now)
        let opening = Task { try await Journal.open(id, chapters: chapters, store: store, committer: committer, now: now) }
        open[id] = (opening, now())
        do { return try await opening.value } catch {
            open[id] = nil
            throw error
        }
    }

    /// Goes on from what the store holds, where something beside the journal has written there: an organisation that was restored.
    package func renew(_ id: OrganisationID) async throws {
        guard let journal = try await open[id]?.journal.value else { return }
        try await journal.renew(from: journal.branch)
    }

    package func keepSnapshots() async throws {
        for entry in open.values { try await entry.journal.value.keepSnapshots() }
    }

    private func use(_ id: OrganisationID, _ journal: Task<Journal, any Error>) async throws -> Journal {
        open[id]?.used = now()
        return try await journal.value
    }

    /// Only the reference is dropped: whoever still holds the journal may finish with it only when nothing else opens it,
    /// so the capacity should exceed what is in use at once.
    private func putAsideIdle() {
        let cutoff = now().adding(seconds: -600)
        while open.count >= capacity, let oldest = open.min(by: { $0.value.used < $1.value.used }), oldest.value.used < cutoff {
            open[oldest.key] = nil
        }
    }
}
