import Pages

/// Finds the route of an address: literal segments before gaps.
struct RouteTable: Sendable {
    private let routes: [(segments: [Segment], route: Route)]

    private enum Segment: Sendable, Equatable {
        case literal(String)
        case gap(String)
    }

    init(_ routes: [Route]) {
        self.routes = routes.map { route in
            let segments = route.path.split(separator: "/").map { part -> Segment in
                part.hasPrefix("{") ? .gap(String(part.dropFirst().dropLast())) : .literal(String(part))
            }
            return (segments, route)
        }.sorted { RouteTable.rank($0.segments).lexicographicallyPrecedes(RouteTable.rank($1.segments)) }
    }

    func find(_ path: [String]) -> (route: Route, parameters: [String: String])? {
        for (segments, route) in routes where segments.count == path.count {
            var parameters: [String: String] = [:]
            let fits = zip(segments, path).allSatisfy { segment, text in
                switch segment {
                case .literal(let literal): return literal.utf8.elementsEqual(text.utf8)
                case .gap(let name):
                    parameters[name] = text
                    return true
                }
            }
            if fits { return (route, parameters) }
        }
        return nil
    }

    private static func rank(_ segments: [Segment]) -> [Int] {
        segments.map { if case .literal = $0 { 0 } else { 1 } }
    }
}
