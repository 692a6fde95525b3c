import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// Why a program is not given what it asked for: RFC 9457, `application/problem+json`.
struct APIProblem: Error {
    /// Each has a stable address, `/api/problems/NAME`, and its words.
    enum Kind: String, CaseIterable {
        case unreadableAddress = "unreadable-address"
        case unreadableContent = "unreadable-content"
        case badParameter = "bad-parameter"
        case keyMissing = "idempotency-key-missing"
        case unauthenticated
        case forbidden
        case insufficientScope = "insufficient-scope"
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        case tooLate = "too-late"
        case keyInUse = "idempotency-key-in-use"
        case preconditionFailed = "precondition-failed"
        case tooLarge = "too-large"
        case addressTooLong = "address-too-long"
        case unsupportedMediaType = "unsupported-media-type"
        case cursorUnusable = "cursor-unusable"
        case invalid
        case keyReused = "idempotency-key-reused"
        case preconditionRequired = "precondition-required"
        case tooManyRequests = "too-many-requests"
        case failed
        case busy
    }

    /// What is wrong, and where: in the content or in the query.
    struct Mistake {
        var pointer: String?
        var parameter: String?
        var key: String
        var arguments: [String: String]
        /// It may be right all the same, and is taken from whoever says so.
        var isDoubt = false
        /// What stands there, where it is not what the sender read.
        var current: JSON?

        init(_ mistake: JSONMistake) {
            (pointer, key, arguments) = (mistake.pointer, mistake.key, mistake.arguments)
        }

        init(_ unmet: Unmet) {
            (pointer, current, arguments) = (unmet.pointer, unmet.current, [:])
            key = unmet.reason == .noVersion ? "host.api.stands-already" : "host.api.changed-meanwhile"
        }

        init(parameter: String, _ key: String, _ arguments: [String: String] = [:]) {
            (self.parameter, self.key, self.arguments) = (parameter, key, arguments)
        }
    }

    var kind: Kind
    var mistakes: [Mistake] = []
    var headers: [(name: String, value: String)] = []
    /// How the thing stands, where a condition on it does not hold.
    var current: JSON?

    init(_ kind: Kind, _ mistakes: [Mistake] = [], headers: [(name: String, value: String)] = [], current: JSON? = nil) {
        self.kind = kind
        self.mistakes = mistakes
        self.headers = headers
        self.current = current
    }

    /// What any error means for a program; `nil` for what nobody foresaw.
    init?(_ error: any Error) {
        switch error {
        case let problem as APIProblem: self = problem
        case is Missing: self.init(.notFound)
        case is Forbidden: self.init(.forbidden)
        case is KeyReused: self.init(.keyReused)
        case let tooMany as TooManyRequests: self.init(.tooManyRequests, headers: [("Retry-After", String(tooMany.wait))])
        case let bad as BadRequest where bad.key == "host.unreadable-day": self.init(.badParameter)
        case is Workbench.Busy, is TooManyPasts: self.init(.busy, headers: [("Retry-After", "5")])
        default: return nil
        }
    }

    /// - Parameter id: under which the log speaks of it, where it does.
    func response(_ say: Say, id: String = UUID().uuidString.lowercased()) -> WebResponse {
        var pairs: [JSON.Pair] = [
            .init("type", .text("/api/problems/\(kind.rawValue)")), .init("title", .text(say("\(kind.words).title"))), .init("status", .integer(kind.status)),
            .init("detail", .text(say(kind.words, ["id": id]))), .init("instance", .text("urn:uuid:\(id)")),
        ]
        if !mistakes.isEmpty { pairs.append(.init("errors", .list(mistakes.map { $0.json(say) }))) }
        if let current { pairs.append(.init("current", current)) }
        return WebResponse(
            status: kind.status,
            headers: [
                ("Content-Type", "application/problem+json; charset=utf-8"), ("Content-Language", say.language.rawValue), ("Cache-Control", "no-store"),
                ("Vary", "Authorization, Accept, Accept-Language, Accept-Encoding"),
            ] + headers, body: JSON.object(pairs).bytes)
    }
}

extension APIProblem.Mistake {
    fileprivate func json(_ say: Say) -> JSON {
        let place: JSON.Pair = parameter.map { .init("parameter", .text($0)) } ?? .init("pointer", .text(pointer ?? ""))
        let pairs: [JSON.Pair] = [place, .init("code", .text(key)), .init("detail", .text(detail(say)))]
        return .object(pairs + (current.map { [.init("current", $0)] } ?? []))
    }

    private func detail(_ say: Say) -> String {
        let detail = say(key, arguments)
        return isDoubt ? "\(detail) \(say("host.api.confirm"))" : detail
    }
}

extension APIProblem.Kind {
    var status: Int {
        switch self {
        case .unreadableAddress, .unreadableContent, .badParameter, .keyMissing: 400
        case .unauthenticated: 401
        case .forbidden, .insufficientScope: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .tooLate: 408
        case .keyInUse: 409
        case .preconditionFailed: 412
        case .tooLarge: 413
        case .addressTooLong: 414
        case .unsupportedMediaType: 415
        case .cursorUnusable, .invalid, .keyReused: 422
        case .preconditionRequired: 428
        case .tooManyRequests: 429
        case .failed: 500
        case .busy: 503
        }
    }

    /// What the edge of the server found before the API was asked.
    init(status: Int) {
        self = Self.allCases.first { $0.status == status } ?? (status < 500 ? .unreadableAddress : .failed)
    }

    /// The key of its detail; its title stands under the same with `.title`.
    var words: String {
        switch self {
        case .notFound: "host.not-found"
        case .failed: "host.failed"
        case .busy: "host.busy"
        case .cursorUnusable: "host.api.cursor"
        case .unreadableAddress: "host.unreadable-address"
        default: "host.api.problem.\(rawValue)"
        }
    }
}
