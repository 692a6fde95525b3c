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

    private static let batch = 100
    /// So many that name it in the same way are looked through for what the oldest of a page replaced.
    private static let lookback = 400
    /// Where thousands of others name the thing, a page goes no further back than this at once.
    private static let furthest = 1_000

    /// - Parameters:
    ///   - passing: chapters whose long events name it and are not about it.
    ///   - before: only what stands before this position.
    ///   - read: entries of the journal, oldest first.
    init(
        of reference: Reference, passing: [String], before: Int?, size: Int, _ chapters: [any Chapter.Type], read: (EntrySelection) async throws -> [Entry],
        tell: (Entry) -> Happening?
    ) async throws {
        var selection = EntrySelection(naming: reference.id, before: before, newest: ThingHistory.batch)
        selection.passing = passing
        var found: [Found] = [], count = 0, isEnd = false
        while found.count <= size, count < ThingHistory.furthest, !isEnd {
            let entries = try await read(selection)
            count += entries.count
            isEnd = entries.count < ThingHistory.batch
            selection.before = entries.first?.record.position ?? selection.before
            for entry in entries.reversed() {
                guard let happening = tell(entry), happening.told.about.contains(reference) else { continue }
                let plain = plainEvent(entry, chapters)
                found.append((happening, plain, plain.flatMap { ThingHistory.name(of: happening, $0) }))
            }
        }
        var lookedUp: Set<String> = []
        for (index, one) in found.prefix(size).enumerated() {
            var earlier = found[(index + 1)...].filter { $0.name == one.name }, isLookedUp = isEnd
            // What the oldest of a page replaced can stand further back than was read.
            if !ThingHistory.isEnough(earlier, for: one), !isEnd, let name = one.name, lookedUp.insert(name).inserted {
                earlier += try await ThingHistory.descriptions(name, before: selection.before, one.happening.entry, reference, chapters, read, tell)
                isLookedUp = true
            }
            events.append(ThingHistory.event(one, after: earlier, isAll: isLookedUp, chapters))
        }
        self.before = found.count > size ? found[size - 1].happening.position : isEnd ? nil : selection.before
    }

    /// Whether what an event replaced is among those that stand before it.
    private static func isEnough(_ earlier: [Found], for one: Found) -> Bool {
        earlier.contains { one.happening.told.describing?.values == nil || one.happening.isAboutTheSame(as: $0.happening) }
    }

    /// - Parameter isAll: whether nothing was recorded of it before those that are given.
    private static func event(_ one: Found, after earlier: [Found], isAll: Bool, _ chapters: [any Chapter.Type]) -> Event {
        var happening = one.happening
        guard one.name != nil, let new = one.plain else { return Event(happening: happening, difference: nil) }
        let same = earlier.filter { happening.told.describing?.values == nil || happening.isAboutTheSame(as: $0.happening) }
        guard !same.isEmpty else {
            if happening.told.describing != nil {
                happening.revision = isAll ? .beginning : nil
                happening.isBeyondLookBack = !isAll
            }
            return Event(happening: happening, difference: nil)
        }
        happening.revision = Revision(of: happening, after: same.map(\.happening), chapters)
        let plain = same.compactMap(\.plain)
        let isPart = happening.told.describing?.values != nil
        return Event(happening: happening, difference: isPart ? Difference(fromParts: plain, to: new) : plain.first.map { Difference(from: $0, to: new) })
    }

    /// Some descriptions before a position, the newest first, among the next few that name the thing in the same way.
    private static func descriptions(
        _ name: String, before: Int?, _ like: Entry, _ reference: Reference, _ chapters: [any Chapter.Type],
        _ read: (EntrySelection) async throws -> [Entry], _ tell: (Entry) -> Happening?
    ) async throws -> [Found] {
        let selection = EntrySelection(
            chapter: like.record.chapter, events: [like.record.event], naming: reference.id, before: before, newest: ThingHistory.lookback)
        return try await read(selection).reversed().compactMap { entry in
            // Of a thing that was once for fewer people, what was written then is still for them alone.
            guard let happening = tell(entry), happening.told.about.contains(reference), let plain = plainEvent(entry, chapters) else { return nil }
            return ThingHistory.name(of: happening, plain) == name ? (happening, plain, name) : nil
        }
    }

    /// Only events of one kind about the same describe it again.
    private static func name(of happening: Happening, _ plain: PlainValue) -> String? {
        if happening.told.isClosed { return nil }
        let record = happening.entry.record
        var thing = happening.told.describing?.thing
        if thing == nil, case .text(let id)? = plain["id"] { thing = id }
        return thing.map { "\(record.chapter) \(record.event) \($0)" }
    }
}
