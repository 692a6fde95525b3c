import Foundation

/// Any JSON.
package indirect enum PlainValue: Equatable, Sendable {
    case object([String: PlainValue])
    case array([PlainValue])
    case text(String)
    case number(Double)
    case flag(Bool)
    /// In an event: a text whose words were erased.
    case null

    package subscript(_ key: String) -> PlainValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// `nil` for what is no JSON, has white space between its parts, a number beyond the greatest, or is deeper than anything that is kept.
    package init?(json: Data) {
        let layout = Layout()
        guard json.withUnsafeBytes({ layout.lay(out: $0) }), let value = layout.plain(0) else { return nil }
        self = value
    }
}

extension Layout {
    fileprivate func plain(_ node: Int) -> PlainValue? {
        switch nodes[node].kind {
        case .null: return .null
        case .yes: return .flag(true)
        case .no: return .flag(false)
        case .number: return double(node).map { .number($0) }
        case .text, .escapedText: return text(node).map { .text($0) }
        case .array:
            var elements: [PlainValue] = [], place = node + 1
            while place < nodes[node].next {
                guard let element = plain(place) else { return nil }
                elements.append(element)
                place = nodes[place].next
            }
            return .array(elements)
        case .object:
            var members: [String: PlainValue] = [:], name = node + 1
            while name < nodes[node].next {
                guard let key = text(name), let member = plain(name + 1) else { return nil }
                members[key] = member
                name = nodes[name + 1].next
            }
            return .object(members)
        }
    }
}

extension Entry {
    /// What it says as JSON of the general encoder, `{"name":{…}}`, the words of people in their places; `nil` where its chapter is not among these.
    package func plainJSON(_ chapters: [any Chapter.Type]) -> Data? {
        func plain<C: Chapter>(_: C.Type) -> Data? { (try? C.decode(event)).flatMap { try? JSONEncoder().encode($0) } }
        return chapters.first { $0.name == record.chapter }.flatMap { plain($0) }
    }
}
