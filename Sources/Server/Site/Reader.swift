import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// Who sends a request, in which language, with which secret against forged forms.
struct Reader: Sendable {
    var account: Account?
    var session: Token?
    /// Of a browser that has not signed in: lets its forms be recognised.
    var visitor: Token
    var isNewVisitor: Bool
    var language: Language
    /// The language was asked for in this address and is to be remembered.
    var choseLanguage: Bool
    /// The browser still holds a session that has ended, here or elsewhere.
    var holdsEndedSession = false

    private let proof = Once<String>()

    var csrf: String { proof.value { (session ?? visitor).derived(for: "csrf") } }

    func proves(_ csrf: String) -> Bool { equalInConstantTime(csrf.utf8, self.csrf.utf8) }
}

extension Site {
    static let sessionCookie = "portolan-session"
    static let visitorCookie = "portolan-visitor"
    static let languageCookie = "portolan-language"

    func reader(_ request: WebRequest) async throws -> Reader {
        let cookies = request.cookies
        let session = cookies[Site.sessionCookie].flatMap { Token($0) }
        let account = try await session.asyncFlatMap { try await signIn.account(for: $0) }
        let asked = request[query: "language"].flatMap { Language(rawValue: $0) }
        let language =
            asked ?? cookies[Site.languageCookie].flatMap { Language(rawValue: $0) } ?? account?.language.flatMap { Language(rawValue: $0) }
            ?? Language(accepting: request.headers["accept-language"] ?? "") ?? .en
        let visitor = cookies[Site.visitorCookie].flatMap { Token($0) }
        return Reader(
            account: account, session: account == nil ? nil : session,
            // Whoever is signed in is recognised by the session.
            visitor: visitor ?? (account == nil ? nil : session) ?? Token(), isNewVisitor: visitor == nil, language: language,
            choseLanguage: asked != nil, holdsEndedSession: session != nil && account == nil)
    }

    /// Whether cookies as they were sent hold a session that is not over.
    func isSignedIn(_ cookies: String) async -> Bool {
        let session = WebRequest(method: .get, target: "/", headers: ["cookie": cookies]).cookies[Site.sessionCookie].flatMap { Token($0) }
        guard let session else { return false }
        return (try? await signIn.account(for: session)) != nil
    }

    /// The answer with the cookies that this reader should keep.
    func dressed(_ response: WebResponse, for reader: Reader) -> WebResponse {
        var response = response
        if reader.choseLanguage { response = response.with(cookie: cookie(Site.languageCookie, reader.language.rawValue, age: 365 * 86_400)) }
        if reader.holdsEndedSession {
            // What it kept of that person's pages goes with it.
            response = response.with(cookie: cookie(Site.sessionCookie, "", age: 0)).adding(("Clear-Site-Data", "\"cache\""))
        }
        if reader.isNewVisitor, reader.account == nil { response = response.with(cookie: cookie(Site.visitorCookie, reader.visitor.text, age: 86_400)) }
        return response
    }

    func cookie(_ name: String, _ value: String, age: Int) -> Cookie {
        Cookie(name: name, value: value, age: age, isSecure: settings.isBehindTLS)
    }

    func viewer(_ reader: Reader, in organisation: Organisation) -> Viewer {
        let grants = reader.account.map { organisation[Grants.self].of($0.id) } ?? []
        return Viewer(
            account: reader.account?.id, name: reader.account?.name ?? "", grants: grants,
            isPublicAdmitted: organisation[Register.self].profile?.isPublic ?? false)
    }
}

extension Optional where Wrapped: Sendable {
    func asyncFlatMap<T: Sendable>(_ transform: (Wrapped) async throws -> T?) async rethrows -> T? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
