import Journal
import Organisation
import Pages
import Synchronization
import Testing

/// What people do with a feature, without a server.
extension Feature {
    /// Somebody sends a form.
    ///
    /// - Parameters:
    ///   - path: of its route, with the names of its parameters.
    ///   - named: how many things have an identifier so far; new ones are `n1`, `n2` and so on, where nothing is refused.
    package func decide(
        _ path: String, _ values: [(String, String)], _ parameters: [String: String] = [:], query: [String: String] = [:], as viewer: Viewer, in organisation: Organisation,
        house: House? = nil, post: Post = .closed, on day: Day = .testDay, language: Language = .en, named: inout Int
    ) throws -> Outcome {
        let route = try #require(routes.first { $0.path == path && $0.isForm }, "no form at \(path)")
        guard case .form(let handler) = route.handler, route.access.admits(viewer) else { throw Missing() }
        let count = Mutex(named)
        let outcome = try handler.decide(
            Submission(
                organisation: organisation, viewer: viewer, entered: Entered(values, language: language), parameters: parameters, query: query, today: day, language: language,
                house: house, post: post,
                makeID: {
                    count.withLock {
                        $0 += 1
                        return "n\($0)"
                    }
                }))
        named = count.withLock { $0 }
        return outcome
    }

    /// What somebody reads at an address: the page, the form, or the file as text.
    package func text(at path: String, of visit: Visit) async throws -> String {
        let route = try #require(routes.first { $0.path == path }, "nothing at \(path)")
        guard route.access.admits(visit.viewer) else { throw Missing() }
        switch route.handler {
        case .read(let read):
            switch try await read(visit) {
            case .page(let page): return page.body.text
            case .file(let file): return String(decoding: try file.bytes, as: UTF8.self)
            default: throw Missing()
            }
        case .form(let handler): return try handler.show(visit).markup(FormSeal(action: "", csrf: "", key: "", base: 0), Problems(), visit.say, cancelPath: "").text
        }
    }
}

extension Route {
    package var isForm: Bool { if case .form = handler { true } else { false } }
}
