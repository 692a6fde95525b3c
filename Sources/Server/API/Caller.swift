import Accounts
import Journal
import Organisation
import Pages

/// Who asks: the owner of a token, or nobody in particular. Cookies are not looked at, so no other site can ask in somebody's name.
struct Caller: Sendable {
    var token: AccessToken
    var account: Account

    /// Whether the token stands for its owner in an organisation.
    func speaks(in id: OrganisationID) -> Bool { token.organisation.map { $0 == id } ?? true }
}

extension API {
    /// `nil` where no token is sent.
    ///
    /// - Throws: `unauthenticated` for one that is unknown, revoked or over.
    func caller() async throws -> Caller? {
        guard let header = request.headers["authorization"] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", let known = try await site.signIn.bearer(String(parts[1])) else {
            throw APIProblem(.unauthenticated, headers: [("WWW-Authenticate", "Bearer realm=\"portolan\", error=\"invalid_token\"")])
        }
        return Caller(token: known.token, account: known.account)
    }

    static var tokenWanted: APIProblem { APIProblem(.unauthenticated, headers: [("WWW-Authenticate", "Bearer realm=\"portolan\"")]) }

    static func wider(_ scope: AccessToken.Scope) -> APIProblem {
        APIProblem(
            .insufficientScope, headers: [("WWW-Authenticate", "Bearer realm=\"portolan\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\"")])
    }

    /// The reader of an organisation's things: with the rights that the owner of the token has there today.
    func reader(_ caller: Caller?, in id: OrganisationID) -> Reader {
        Reader(
            account: caller.flatMap { $0.speaks(in: id) ? $0.account : nil }, session: nil, visitor: Token(), isNewVisitor: false, language: say.language,
            choseLanguage: false)
    }
}
