import Foundation

extension Store {
    /// The organisation as it stands, from fresh snapshots and what came after them, or from the first event.
    func fold(_ id: OrganisationID, _ chapters: [any Chapter.Type], today: Day) async throws -> Organisation {
        var organisation = Organisation(id, chapters, on: today)
        try await restoreSnapshots(into: &organisation, chapters)
        try await fold(EntryQuery(id, after: organisation.position), into: &organisation)
        return organisation
    }

    /// Goes on from where an organisation stands, with what holds by its day or, unless only the past is asked for, later.
    private func fold(_ query: EntryQuery, into organisation: inout Organisation, onlyPast: Bool = false) async throws {
        var late: [String: any Chapter.Type] = [:]
        try await forEachPart(query, organisation.chapters, until: onlyPast ? organisation.day : nil) { part in
            for chapter in try organisation.apply(part) { late[chapter.name] = chapter }
        }
        // No further than what was read before: somebody may be writing.
        for chapter in late.values { try await refold(chapter, through: organisation.position, in: &organisation, onlyPast: onlyPast) }
    }

    private func refold(_ chapter: any Chapter.Type, through position: Int, in organisation: inout Organisation, onlyPast: Bool = false) async throws {
        var page = chapter.openPage()
        let query = EntryQuery(organisation.id, through: position, chapter: chapter.name)
        try await forEachPart(query, [chapter], until: onlyPast ? organisation.day : nil) { part in for events in part.parts { page.gather(events) } }
        organisation.replace(page)
    }

    /// Every chapter as it was at the position of the snapshots; one without a fresh snapshot is folded again.
    private func restoreSnapshots(into organisation: inout Organisation, _ chapters: [any Chapter.Type]) async throws {
        let id = organisation.id, snapshots = try await snapshots(of: id)
        guard let position = snapshots.first?.position, snapshots.allSatisfy({ $0.position == position && $0.day <= organisation.day }),
            let last = try await entries(EntryQuery(id, after: position - 1, through: position)).first
        else { return }
        for chapter in chapters {
            if let snapshot = snapshots.first(where: { $0.chapter == chapter.name }), try await restore(snapshot, into: &organisation) { continue }
            try await refold(chapter, through: position, in: &organisation)
        }
        organisation.resume(at: position, head: Record.hash(last.record.bytes))
    }

    private func restore(_ snapshot: Snapshot, into organisation: inout Organisation) async throws -> Bool {
        let waiting = snapshot.waiting.isEmpty ? [] : try await entries(EntryQuery(organisation.id, positions: snapshot.waiting))
        let byPosition = Dictionary(uniqueKeysWithValues: waiting.map { ($0.record.position, $0) })
        return organisation.restore(snapshot, waiting: snapshot.waiting.compactMap { byPosition[$0] })
    }

    /// Carries out what a process recorded and did not live to do. Answers whether there was anything.
    func finishErasures(declaredIn organisation: Organisation) async throws -> Bool {
        guard organisation.chapters.contains(where: { $0.name == Keeping.name }) else { return false }
        let declared = organisation[Keeping.self].erased.sorted()
        let left = declared.isEmpty ? [] : try await entries(EntryQuery(organisation.id, positions: declared)).filter { $0.words != nil }
        if !left.isEmpty { try await eraseWords(of: organisation.id, at: left.map(\.record.position)) }
        return !left.isEmpty
    }

    /// What was in force on a day, from what is known today or was known on another day.
    ///
    /// What was known by the end of a day is always a beginning of the journal, also where the clock has been set back.
    func foldPast(_ id: OrganisationID, _ chapters: [any Chapter.Type], asOf day: Day, knownOn: Day?, through: Int) async throws -> Organisation {
        var query = EntryQuery(id, through: through)
        if let knownOn {
            query.selection = EntrySelection(until: knownOn, newest: 1)
            query.through = try await entries(query).last?.record.position ?? 0
            query.selection = nil
        }
        var organisation = Organisation(id, chapters, on: day)
        try await fold(query, into: &organisation, onlyPast: true)
        return organisation
    }
}

/// Many different days are being read at this moment: ask again a little later.
package struct TooManyPasts: Error {}

/// A few past states, the least recently used put aside first.
struct PastStates {
    struct Key: Hashable {
        var asOf: Day
        var knownOn: Day?
        var position: Int
    }

    static let foldsAtOnce = 8

    private var kept: [(key: Key, organisation: Organisation)] = []
    private let capacity = 8

    subscript(key: Key) -> Organisation? {
        mutating get {
            guard let index = kept.firstIndex(where: { $0.key == key }) else { return nil }
            kept.append(kept.remove(at: index))
            return kept.last?.organisation
        }
        set {
            guard let newValue else { return }
            kept.append((key, newValue))
            if kept.count > capacity { kept.removeFirst() }
        }
    }
}
