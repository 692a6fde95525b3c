import Foundation
import Synchronization

/// The journal of one organisation: decides in order, applies, and answers when what was decided is on disk.
///
/// Decisions run one after another against the newest state, ahead of the disk; readers see only what is committed.
package actor Journal {
    package nonisolated let id: OrganisationID
    let chapters: [any Chapter.Type]
    nonisolated let store: any Store
    let committer: Committer
    let now: @Sendable () -> Moment

    private nonisolated let committed: Mutex<Committed>
    /// Ahead of `committed` by what is being written.
    var decided: Organisation
    /// Rises when `decided` is read from the store again: what was drafted or read before no longer counts.
    private(set) var branch = 0
    /// The last batch handed in; when it is settled, so are all before it.
    var newest: Ticket?
    /// Entries after the committed position, and some before it: at least those that somebody reading the history still needs.
    var tail: [Entry] = []
    var historyReaders = 0
    /// For what is decided here: what was written is read again before it takes effect, so that the next start comes to the same.
    let reader = EventReader()
    /// Commands with the same key go one after another.
    var underWay: [CommandKey: Turnstile] = [:]

    private let renewals = Turnstile()
    private var isRenewing = false
    private var past = PastStates()
    private var folds: [PastStates.Key: Task<Organisation, any Error>] = [:]

    private init(_ organisation: Organisation, _ chapters: [any Chapter.Type], _ committer: Committer, _ store: any Store, _ now: @escaping @Sendable () -> Moment) {
        id = organisation.id
        self.chapters = chapters
        self.store = store
        self.committer = committer
        self.now = now
        committed = Mutex(Committed(organisation))
        decided = organisation
    }

    /// Folds what the store holds: from snapshots where they are fresh, from the first event where not. Erasures that were
    /// on record when the process ended, and not yet carried out, are carried out first.
    package static func open(
        _ id: OrganisationID, chapters: [any Chapter.Type], store: any Store, committer: Committer, now: @escaping @Sendable () -> Moment
    ) async throws -> Journal {
        var organisation = try await store.fold(id, chapters, today: now().day)
        if try await store.finishErasures(declaredIn: organisation) { organisation = try await store.fold(id, chapters, today: now().day) }
        return Journal(organisation, chapters, committer, store, now)
    }

    /// The organisation as it stands on disk today.
    package nonisolated var standing: Organisation {
        let today = now().day
        return committed.withLock {
            $0.advance(to: today)
            return $0.organisation
        }
    }

    nonisolated var committedPosition: Int { committed.withLock { $0.organisation.position } }

    /// The organisation as of a day, as known today or as known on an earlier day.
    ///
    /// *As of*: events take effect in the order of the days from which they hold, up to that day. *As known on*: only
    /// what had been recorded by the end of that day.
    ///
    /// - Throws: `TooManyPasts`; the store's error.
    package func organisation(asOf day: Day, knownOn: Day?) async throws -> Organisation {
        try await past(PastStates.Key(asOf: day, knownOn: knownOn, position: committedPosition))
    }

    /// The organisation as it stood on a day right after a position, whatever was recorded since of the time before.
    package func organisation(asOf day: Day, through position: Int) async throws -> Organisation {
        try await past(PastStates.Key(asOf: day, knownOn: nil, position: min(position, committedPosition)))
    }

    /// The organisation as it stood right after a position, for comparing what a form was filled in from with what is now.
    package func organisation(at position: Int) async throws -> Organisation {
        let head = standing
        if position >= head.position { return head }
        if var shown = committed.withLock({ $0.shown(at: position) }) {
            shown.advance(to: head.day)
            return shown
        }
        return try await past(PastStates.Key(asOf: head.day, knownOn: nil, position: position))
    }

    /// Remembers a state from which somebody begins to fill in a form: many fill in forms at the same time while others write, and none of them is to
    /// be folded from the first event.
    ///
    /// - Parameter state: as `standing` answered it.
    package nonisolated func keep(_ state: Organisation) { committed.withLock { $0.keep(state) } }

    /// Folded once for all who ask at the same time; of different pasts only a few at once, so that asking cannot keep the machine busy.
    private func past(_ key: PastStates.Key) async throws -> Organisation {
        if let known = past[key] { return known }
        if let running = folds[key] { return try await running.value }
        guard folds.count < PastStates.foldsAtOnce else { throw TooManyPasts() }
        let branch = self.branch
        let fold = Task { try await store.foldPast(id, chapters, asOf: key.asOf, knownOn: key.knownOn, through: key.position) }
        folds[key] = fold
        defer { folds[key] = nil }
        let folded = try await fold.value
        // Words may have been erased in the meantime: then this is not kept.
        if branch == self.branch { past[key] = folded }
        return folded
    }

    package nonisolated func entries(after position: Int, through: Int? = nil, chapter: String? = nil) async throws -> [Entry] {
        try await store.entries(EntryQuery(id, after: position, through: through ?? committedPosition, chapter: chapter))
    }

    /// Those of the entries that are asked for, no further than a position.
    ///
    /// - Parameter knownOn: only what had been recorded by the end of that day, also where the clock was set back later.
    package nonisolated func entries(_ selection: EntrySelection, through position: Int, knownOn: Day? = nil) async throws -> [Entry] {
        var query = EntryQuery(id, through: min(position, committedPosition)), selection = selection
        if let knownOn { selection.until = min(selection.until ?? knownOn, knownOn) }
        query.selection = selection
        return try await store.entries(query)
    }

    /// The receipt of a command that has been recorded.
    package nonisolated func receipt(for key: CommandKey) async throws -> KeptReceipt? { try await store.receipt(for: key, in: id) }

    /// Erases the words of some events for good, after recording that and why. Positions that do not exist are left aside.
    package func eraseWords(at positions: [Int], because: Prose, _ command: Command) async throws -> Receipt {
        let receipt = try await record(command) { organisation in
            let known = Set(positions.filter { $0 >= 1 && $0 <= organisation.position }).sorted()
            return known.isEmpty ? [] : [Proposal(Keeping.self, .wordsErased(positions: known, because: because))]
        }
        if !receipt.positions.isEmpty {
            try await alone {
                let declared = standing[Keeping.self].erased
                try await store.eraseWords(of: id, at: positions.filter(declared.contains))
                try await readAgainAfterErasing()
            }
        }
        return receipt
    }

    /// Keeps the present state of every chapter, so that the next start need not fold from the first event.
    package func keepSnapshots() async throws {
        // Alone: a snapshot from before an erasure must not be kept after it.
        try await alone { try await store.keep(try standing.snapshots(), of: id) }
    }
}

// MARK: - What is done while nothing is being written

extension Journal {
    /// Somebody else wrote to this organisation's journal: goes on from what the store holds, unless that has been done since.
    func renew(from stale: Int) async throws {
        try await alone { if branch == stale { try await readAgain() } }
    }

    /// Waits until no other work that needs the journal for itself is going on. Look again afterwards: the next may have begun.
    func waitForRenewal() async {
        while isRenewing {
            await renewals.enter()
            renewals.leave()
        }
    }

    private func alone(_ work: () async throws -> Void) async throws {
        await renewals.enter()
        isRenewing = true
        defer {
            isRenewing = false
            renewals.leave()
        }
        _ = try? await newest?.outcome()
        try await work()
    }

    private func readAgain() async throws {
        let fresh = try await store.fold(id, chapters, today: now().day)
        committed.withLock { $0.replace(with: fresh) }
        decided = fresh
        tail = []
        newest = nil
        past = PastStates()
        branch += 1
    }

    /// What was erased must not go on being shown because it could not be read again at once: in the end the process is to be started anew.
    private func readAgainAfterErasing() async throws {
        for attempt in 1...3 {
            do { return try await readAgain() } catch {
                guard attempt == 3 else { continue }
                committer.stop()
                throw error
            }
        }
    }

    func publish(_ organisation: Organisation) {
        let position = committed.withLock { committed in
            committed.publish(organisation)
            return committed.organisation.position
        }
        // Not each time: moving up what remains would cost more than it frees.
        if historyReaders == 0, tail.count >= 64, tail[tail.count / 2].record.position <= position {
            tail.removeAll { $0.record.position <= position }
        }
    }
}
