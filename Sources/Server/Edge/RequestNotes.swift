import Hummingbird
import Logging
import Pages

/// What is noted of every answer: never the path, the query, who asked or what was said.
package struct RequestNotes: Sendable {
    private let logger: Logger?
    private let measures: Measures?

    /// - Parameters:
    ///   - logger: where each request becomes a line; `nil` for none.
    ///   - measures: where it is counted; `nil` for nowhere.
    package init(logger: Logger? = nil, measures: Measures? = nil) { (self.logger, self.measures) = (logger, measures) }

    /// - Parameter bytes: of the answer's body, as sent.
    func note(_ request: Request, _ site: Site, status: Int, bytes: Int, took duration: Duration) {
        guard logger != nil || measures != nil else { return }
        let method = request.method.rawValue, route = site.declaredRoute(of: request.head.path ?? "")
        let seconds = duration / .seconds(1)
        // What somebody calls a method is theirs to choose: only those that there are become a name.
        let known = WebRequest.Method(rawValue: method)?.rawValue ?? "other"
        measures?.note(method: known, route: route, status: status, seconds: seconds)
        logger?.info(
            "request",
            metadata: [
                "method": "\(known)", "route": "\(route)", "status": "\(status)", "milliseconds": "\((seconds * 10_000).rounded() / 10)",
                "bytes": "\(bytes)",
            ])
    }
}

extension Site {
    /// The address as it was declared, with names where identifiers and secrets stand; “none” where nothing is.
    func declaredRoute(of target: String) -> String {
        guard let segments = WebRequest(method: .get, target: target).segments else { return "none" }
        if segments.first == "api" {
            let path = Array(segments.dropFirst())
            switch path.first {
            case "openapi.json" where path.count == 1: return "/api/openapi.json"
            case "problems" where path.count == 2: return "/api/problems/{problem}"
            case "v1": return endpoints.find(Array(path.dropFirst())).map { "/api/v1/\($0.endpoint.path)" } ?? "none"
            default: return "none"
            }
        }
        if let (route, _) = hostRoutes.find(segments) { return "/\(route.path)" }
        guard let (route, _) = routes.find(Array(segments.dropFirst())) else { return "none" }
        return route.path.isEmpty ? "/{organisation}" : "/{organisation}/\(route.path)"
    }
}
