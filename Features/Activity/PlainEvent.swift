import Foundation
import Journal

/// An event as plain JSON, the words of people back in their places.
///
/// In the journal a number stands where a text was. Which numbers those are only the chapter knows, so the event is read by its chapter and
/// written again without putting words apart. An erased text becomes `null`.
func plainEvent(_ entry: Entry, _ chapters: [any Chapter.Type]) -> PlainValue? {
    guard case .object(let cases)? = entry.plainJSON(chapters).flatMap({ PlainValue(json: $0) }), let value = cases.values.first else { return nil }
    guard entry.wordsAreErased, let kept = PlainValue(json: entry.structure.bytes) else { return value }
    return value.markingErased(kept)
}

extension PlainValue {
    /// Alone, an erased text is written as `false` or `null`; what tells it from a choice is the number that stands there in the journal.
    fileprivate func markingErased(_ kept: PlainValue) -> PlainValue {
        switch (self, kept) {
        case (.flag(false), .number), (.null, .number): .null
        case (.object(let members), .object(let others)):
            .object(Dictionary(uniqueKeysWithValues: members.map { key, value in (key, others[key].map(value.markingErased) ?? value) }))
        case (.array(let elements), .array(let others)) where elements.count == others.count:
            .array(zip(elements, others).map { $0.markingErased($1) })
        default: self
        }
    }
}
