/// Finds what lies at an address: literal segments before gaps.
struct AddressTable<Value: Sendable>: Sendable {
    private let entries: [(segments: [Segment], value: Value)]

    private enum Segment: Sendable, Equatable {
        case literal(String)
        case gap(String)
    }

    /// - Parameter path: where each lies; `{name}` stands for one segment.
    init(_ values: [Value], path: (Value) -> String) {
        entries = values.map { value in
            let segments = path(value).split(separator: "/").map { part -> Segment in
                part.hasPrefix("{") ? .gap(String(part.dropFirst().dropLast())) : .literal(String(part))
            }
            return (segments, value)
        }.sorted { AddressTable.rank($0.segments).lexicographicallyPrecedes(AddressTable.rank($1.segments)) }
    }

    func find(_ path: [String]) -> (value: Value, parameters: [String: String])? {
        for (segments, value) in entries where segments.count == path.count {
            var parameters: [String: String] = [:]
            let fits = zip(segments, path).allSatisfy { segment, text in
                switch segment {
                case .literal(let literal): return literal.utf8.elementsEqual(text.utf8)
                case .gap(let name):
                    parameters[name] = text
                    return true
                }
            }
            if fits { return (value, parameters) }
        }
        return nil
    }

    private static func rank(_ segments: [Segment]) -> [Int] {
        segments.map { if case .literal = $0 { 0 } else { 1 } }
    }
}
