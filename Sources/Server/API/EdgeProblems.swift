import Organisation
import Pages

extension WebRequest {
    var isForAPI: Bool { WebRequest.isForAPI(rawPath) }

    /// Whether an address as it was sent, with its query, is one of the API.
    static func isForAPI(_ target: String) -> Bool { target == "/api" || ["/api/", "/api?"].contains { target.hasPrefix($0) } }
}

extension WebRequest.Method {
    var hasBody: Bool { self == .post || self == .put || self == .patch }
}

extension Site {
    /// What the edge refuses before the API is asked, said as the API says it: everything under `/api` is answered alike.
    func asProblem(_ response: WebResponse, target: String?, acceptLanguage: String?) -> WebResponse {
        guard response.status >= 400, let target, WebRequest.isForAPI(target), response.header("Content-Type")?.hasPrefix("text/plain") == true else { return response }
        let kept = response.headers.filter { !["content-type", "allow"].contains($0.name.lowercased()) }
        var problem = APIProblem(response.problemKind ?? .init(status: response.status), headers: kept)
        // A method that the server does not know is not one of this address either.
        if response.status == 405 || response.status == 501 {
            problem.kind = .methodNotAllowed
            let segments = WebRequest(method: .get, target: target).segments ?? []
            guard let methods = endpoints.methods(of: Array(segments.dropFirst())) else {
                return APIProblem(.notFound).response(Say(language(acceptLanguage), house.catalogue))
            }
            problem.headers.append(("Allow", methods.joined(separator: ", ")))
        }
        return problem.response(Say(language(acceptLanguage), house.catalogue))
    }

    private func language(_ accepting: String?) -> Language { Language(accepting: accepting ?? "") ?? .en }
}
