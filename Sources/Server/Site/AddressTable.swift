/// Finds what lies at an address: literal segments before gaps.
struct AddressTable<Value: Sendable>: Sendable {
    private let entries: [Beginning: [(segments: [Segment], value: Value)]]

    private enum Segment: Sendable, Equatable {
        case literal(String)
        case gap(String)
    }

    /// Every request is looked up: few addresses are as long and begin alike.
    private struct Beginning: Hashable {
        let length: Int
        /// `nil` for a gap, and where there is nothing.
        let literal: String?
    }

    /// - Parameter path: where each lies; `{name}` stands for one segment.
    init(_ values: [Value], path: (Value) -> String) {
        let ranked = values.map { value in
            let segments = path(value).split(separator: "/").map { part -> Segment in
                part.hasPrefix("{") ? .gap(String(part.dropFirst().dropLast())) : .literal(String(part))
            }
            return (rank: AddressTable.rank(segments), entry: (segments, value))
        }
        entries = Dictionary(grouping: ranked.sorted { $0.rank < $1.rank }.map(\.entry)) { segments, _ in
            if case .literal(let literal)? = segments.first { Beginning(length: segments.count, literal: literal) } else { Beginning(length: segments.count, literal: nil) }
        }
    }

    func find(_ path: [String]) -> (value: Value, parameters: [String: String])? {
        // In the order of ranks: what begins with a gap comes after all that does not.
        let literal = path.first.flatMap { entries[Beginning(length: path.count, literal: $0)] } ?? []
        for (segments, value) in literal + (entries[Beginning(length: path.count, literal: nil)] ?? []) {
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
