import Foundation
import Journal
import Organisation
import Pages

/// Everything that was recorded about one thing, newest first, with what each description changed.
struct ThingHistory {
    struct Event {
        let happening: Happening
        /// `nil` where there is no earlier description to compare with.
        let difference: Difference?
    }

    let events: [Event]

    /// - Parameter entries: oldest first.
    init(of reference: Reference, in entries: [Entry], _ chapters: [any Chapter.Type], tell: (Entry) -> Happening?) {
        // Decoding costs; an event about the thing has its identifier somewhere among its structure.
        let mark = Data("\"\(reference.id)\"".utf8)
        var last: [String: PlainValue] = [:], events: [Event] = []
        for entry in entries where entry.structure.bytes.range(of: mark) != nil {
            guard let happening = tell(entry), happening.told.about.contains(reference) else { continue }
            let plain = plainEvent(entry, chapters)
            var difference: Difference?
            if let plain, let name = ThingHistory.name(of: entry, plain) {
                difference = last[name].map { Difference(from: $0, to: plain) }
                last[name] = plain
            }
            events.append(Event(happening: happening, difference: difference))
        }
        self.events = events.reversed()
    }

    /// Only events of one kind about one identifier describe the same thing again.
    private static func name(of entry: Entry, _ plain: PlainValue) -> String? {
        guard case .text(let id) = plain["id"] else { return nil }
        return "\(entry.record.chapter) \(entry.record.event) \(id)"
    }
}
