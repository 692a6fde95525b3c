import Foundation
import Journal

/// An event as plain JSON, the words of people back in their places.
///
/// In the journal a number stands where a text was. Which numbers those are only the chapter knows, so the event is read by its chapter and
/// written again without putting words apart. An erased text becomes `null`.
func plainEvent(_ entry: Entry, _ chapters: [any Chapter.Type]) -> PlainValue? {
    guard let value = chapters.first(where: { $0.name == entry.record.chapter }).flatMap({ plain(entry, $0) }) else { return nil }
    guard entry.wordsAreErased, let kept = try? JSONDecoder().decode(PlainValue.self, from: entry.structure.bytes) else { return value }
    return value.markingErased(kept)
}

private func plain<C: Chapter>(_ entry: Entry, _: C.Type) -> PlainValue? {
    guard let event = try? C.decode(entry.event), let bytes = try? JSONEncoder().encode(event),
        let value = try? JSONDecoder().decode(PlainValue.self, from: bytes), case .object(let cases) = value
    else { return nil }
    return cases.values.first
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

/// Any JSON.
indirect enum PlainValue: Equatable, Sendable {
    case object([String: PlainValue])
    case array([PlainValue])
    case text(String)
    case number(Double)
    case flag(Bool)
    /// In an event: a text whose words were erased.
    case null

    subscript(_ key: String) -> PlainValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }
}

extension PlainValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let array = try? container.decode([PlainValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: PlainValue].self))
        }
    }
}
