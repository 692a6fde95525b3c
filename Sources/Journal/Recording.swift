import Foundation

extension Journal {
    /// Decides and records: either all that the decision answers, or nothing.
    ///
    /// - Returns: when it is on disk; for a repeated command the receipt of the first. Where the decision answers no event,
    ///   when all that it was decided on is on disk.
    /// - Throws: the decision's `Refusal`; `KeyReused`; `CommitterStopped` or the store's error, after which the
    ///   outcome is unknown until the store is opened again.
    package func record(_ command: Command, decide: @Sendable (Organisation) throws -> [Proposal]) async throws -> Receipt {
        try await outcome(of: command, decide: decide).receipt
    }

    /// The same, with what it came to: for answering without folding the journal again.
    package func outcome(of command: Command, decide: @Sendable (Organisation) throws -> [Proposal]) async throws -> Recorded {
        await enter(command.key)
        defer { leave(command.key) }
        var history = History()
        defer { if history.isHeld { historyReaders -= 1 } }
        while true {
            if store.mayHoldReceipt(for: command.key, in: id), let earlier = try await store.receipt(for: command.key, in: id) { return Recorded(again: try earlier.answer(to: command)) }
            await waitForRenewal()
            // From here to the committer nothing is awaited: what is decided on is what is written after.
            let basis = branch
            let draft: Draft
            do { draft = try self.draft(command, decide) } catch {
                guard try await isKept(basis) else { continue }
                throw error
            }
            if draft.entries.isEmpty {
                guard try await isKept(basis) else { continue }
                return Recorded(receipt: draft.receipt, entries: [], after: draft.next)
            }
            if history.branch != basis { history.forget(branch: basis) }
            let missing = draft.late.filter { history.entries[$0.name] == nil }
            guard missing.isEmpty else {
                if !history.isHeld { (history.isHeld, historyReaders) = (true, historyReaders + 1) }
                for chapter in missing {
                    history.entries[chapter.name] = try await store.entries(EntryQuery(id, through: committedPosition, chapter: chapter.name))
                }
                continue
            }
            let next = try folded(draft, history)
            switch try await commit(draft, next, command) {
            case .kept: return Recorded(receipt: draft.receipt, entries: draft.entries, after: next)
            case .repeated(let kept):
                try await renew(from: basis)
                return Recorded(again: try kept.answer(to: command))
            case .overtaken: try await renew(from: basis)
            }
        }
    }

    private func enter(_ key: CommandKey) async {
        let turnstile = underWay[key] ?? Turnstile()
        underWay[key] = turnstile
        // To wait is to leave the actor, even where there is nothing to wait for.
        if !turnstile.enterIfFree() { await turnstile.enter() }
    }

    private func leave(_ key: CommandKey) {
        guard let turnstile = underWay[key] else { return }
        turnstile.leave()
        if turnstile.isFree { underWay[key] = nil }
    }

    /// Whether everything decided so far is on disk: a refusal, or a “nothing to do”, must not rest on what may yet fail.
    private func isKept(_ basis: Int) async throws -> Bool {
        guard let newest else { return true }
        if try await newest.outcome() == .kept { return true }
        try await renew(from: basis)
        return false
    }
}

/// What a command came to.
package struct Recorded: Sendable {
    package let receipt: Receipt
    /// What was recorded; empty where nothing had to be, or an earlier, equal command was the one recorded.
    package let entries: [Entry]
    /// How the organisation stood right after, whatever others have recorded since; `nil` for a repeated command.
    package let after: Organisation?

    fileprivate init(receipt: Receipt, entries: [Entry], after: Organisation) {
        (self.receipt, self.entries, self.after) = (receipt, entries, after)
    }

    fileprivate init(again receipt: Receipt) { (self.receipt, entries, after) = (receipt, [], nil) }
}

// MARK: - One command

/// What one command would add, and how the organisation would stand after it.
private struct Draft {
    var entries: [Entry] = []
    var next: Organisation
    /// Chapters into which something comes back-dated.
    var late: [any Chapter.Type] = []
    var receipt: Receipt
}

/// What a back-dated command read from the store while others went on; of no use once the journal has been read again.
private struct History {
    var branch = 0
    var entries: [String: [Entry]] = [:]
    var isHeld = false

    mutating func forget(branch: Int) { (self.branch, entries) = (branch, [:]) }
}

extension Journal {
    private func draft(_ command: Command, _ decide: (Organisation) throws -> [Proposal]) throws -> Draft {
        let at = now()
        decided.advance(to: at.day)
        let proposals = try decide(decided)
        var draft = Draft(next: decided, receipt: Receipt(positions: 0..<0, hash: decided.head, at: at))
        for proposal in proposals {
            let (entry, hash) = try Entry.seal(proposal, in: id, after: draft.next.position, draft.next.head, by: command.actor, at: at)
            if let late = try draft.next.apply(entry, hash: hash, reader), !draft.late.contains(where: { $0.name == late.name }) { draft.late.append(late) }
            draft.entries.append(entry)
        }
        draft.receipt.positions = decided.position + 1..<decided.position + 1 + draft.entries.count
        draft.receipt.hash = draft.next.head
        return draft
    }

    /// With the chapters folded again into which something comes back-dated.
    private func folded(_ draft: Draft, _ history: History) throws -> Organisation {
        var next = draft.next
        for chapter in draft.late {
            let known = history.entries[chapter.name] ?? [], last = known.last?.record.position ?? 0
            let newer = tail.filter { $0.record.chapter == chapter.name && $0.record.position > last }
            try next.refold(chapter, from: known + newer + draft.entries.filter { $0.record.chapter == chapter.name })
        }
        return next
    }

    private func commit(_ draft: Draft, _ next: Organisation, _ command: Command) async throws -> AppendOutcome {
        let basis = branch
        let receipt = KeptReceipt(key: command.key, fingerprint: command.fingerprint, receipt: draft.receipt)
        let ticket = committer.submit(Batch(organisation: id, after: decided.position, entries: draft.entries, receipt: receipt))
        newest = ticket
        decided = next
        tail += draft.entries
        let outcome = try await ticket.outcome()
        // On another branch the organisation has been read from the store since, this entry among the others.
        if outcome == .kept, branch == basis { publish(next) }
        return outcome
    }
}

extension KeptReceipt {
    fileprivate func answer(to command: Command) throws -> Receipt {
        guard fingerprint == command.fingerprint else { throw KeyReused() }
        return Receipt(positions: receipt.positions, hash: receipt.hash, at: receipt.at, repeated: true)
    }
}
