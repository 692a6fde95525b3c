import Foundation
import Journal
import Organisation
import Pages

/// What was recorded about one thing, newest first and page by page, with what each description changed.
struct ThingHistory {
    struct Event {
        let happening: Happening
        /// `nil` where there is no earlier description to compare with.
        let difference: Difference?
    }

    private(set) var events: [Event] = []
    /// The events before this position stand on further pages; `nil` where there are none.
    private(set) var before: Int?

    private typealias Found = (happening: Happening, plain: PlainValue?, name: String?)

    private static let batch = 400
    /// Where thousands of others name the thing, a page goes no further back than this at once.
    private static let furthest = 4_000

    /// - Parameters:
    ///   - before: only what stands before this position.
    ///   - read: entries of the journal, oldest first.
    init(
        of reference: Reference, before: Int?, size: Int, _ chapters: [any Chapter.Type], read: (EntrySelection) async throws -> [Entry],
        tell: (Entry) -> Happening?
    ) async throws {
        var selection = EntrySelection(naming: reference.id, before: before, newest: ThingHistory.batch)
        var found: [Found] = [], count = 0, isEnd = false
        while found.count <= size, count < ThingHistory.furthest, !isEnd {
            let entries = try await read(selection)
            count += entries.count
            isEnd = entries.count < ThingHistory.batch
            selection.before = entries.first?.record.position ?? selection.before
            for entry in entries.reversed() {
                guard let happening = tell(entry), happening.told.about.contains(reference) else { continue }
                let plain = plainEvent(entry, chapters)
                found.append((happening, plain, plain.flatMap { ThingHistory.name(of: entry, $0) }))
            }
        }
        var lookedUp: Set<String> = []
        for (index, one) in found.prefix(size).enumerated() {
            var earlier = found[(index + 1)...].first { $0.name == one.name }?.plain
            // What the oldest of a page replaced can stand further back than was read.
            if earlier == nil, !isEnd, let name = one.name, lookedUp.insert(name).inserted {
                earlier = try await ThingHistory.description(name, before: selection.before, one.happening.entry, reference, chapters, read, tell)
            }
            events.append(Event(happening: one.happening, difference: one.name == nil ? nil : earlier.flatMap { old in one.plain.map { Difference(from: old, to: $0) } }))
        }
        self.before = found.count > size ? found[size - 1].happening.position : isEnd ? nil : selection.before
    }

    /// The newest of some descriptions before a position, among the next few that name the thing in the same way.
    private static func description(
        _ name: String, before: Int?, _ like: Entry, _ reference: Reference, _ chapters: [any Chapter.Type],
        _ read: (EntrySelection) async throws -> [Entry], _ tell: (Entry) -> Happening?
    ) async throws -> PlainValue? {
        let selection = EntrySelection(
            chapter: like.record.chapter, events: [like.record.event], naming: reference.id, before: before, newest: ThingHistory.batch)
        for entry in try await read(selection).reversed() {
            // Of a thing that was once for fewer people, what was written then is still for them alone.
            guard let happening = tell(entry), happening.told.about.contains(reference) else { continue }
            if let plain = plainEvent(entry, chapters), ThingHistory.name(of: entry, plain) == name { return plain }
        }
        return nil
    }

    /// Only events of one kind about one identifier describe the same thing again.
    private static func name(of entry: Entry, _ plain: PlainValue) -> String? {
        guard case .text(let id) = plain["id"] else { return nil }
        return "\(entry.record.chapter) \(entry.record.event) \(id)"
    }
}
