/// Finds what lies at an address: literal segments before gaps.
struct AddressTable<Value: Sendable>: Sendable {
    private let entries: [(segments: [Segment], value: Value)]

    private enum Segment: Sendable, Equatable {
        case literal(String)
        case gap(String)
    }

    /// - Parameter path: where each lies; `{name}` stands for one segment.
    init(_ values: [Value], path: (Value) -> String) {
        let ranked = values.map { value in
            let segments = path(value).split(separator: "/").map { part -> Segment in
                part.hasPrefix("{") ? .gap(String(part.dropFirst().dropLast())) : .literal(String(part))
            }
            return (rank: AddressTable.rank(segments), entry: (segments, value))
        }
        entries = ranked.sorted { $0.rank < $1.rank }.map(\.entry)
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

    /// The earlier a gap comes, the later in the order: one digit for each segment.
    private static func rank(_ segments: [Segment]) -> Int {
        segments.prefix(60).reduce(0) { if case .literal = $1 { $0 << 1 } else { $0 << 1 | 1 } }
    }
}
