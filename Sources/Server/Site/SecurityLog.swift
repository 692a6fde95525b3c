import Accounts
import Journal
import Logging

extension Site {
    /// Notes in the log what concerns security: what, who by account, when by the log itself. Never an address, a name, a link or a password.
    func note(_ what: String, by account: ID<Actor>?, _ more: [String: String] = [:]) {
        var metadata: Logger.Metadata = ["account": "\(account?.text ?? "nobody")"]
        for (key, value) in more { metadata[key] = "\(value)" }
        logger.notice("\(what)", metadata: metadata)
    }
}

extension WebRequest {
    /// The path as it may stand in the log: what looks like a token is left out, for whoever has one comes in with it.
    var pathWithoutSecrets: String {
        rawPath.split(separator: "/", omittingEmptySubsequences: false).map { Token($0) == nil ? String($0) : "…" }.joined(separator: "/")
    }
}
