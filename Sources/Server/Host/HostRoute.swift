import Pages

/// An address of the server itself, outside every organisation.
package struct HostRoute: Sendable {
    /// Who is answered there with more than the way to sign in.
    package enum Access: String, Sendable, CaseIterable { case everyone, signedIn, founders }

    /// `{name}` stands for one segment.
    package let path: String
    package let methods: [WebRequest.Method]
    package let access: Access
    let answer: @Sendable (Site, WebRequest, [String]) async throws -> WebResponse

    init(
        _ path: String, _ methods: [WebRequest.Method] = [.get], _ access: Access = .everyone,
        answer: @escaping @Sendable (Site, WebRequest, [String]) async throws -> WebResponse
    ) {
        self.path = path
        self.methods = methods
        self.access = access
        self.answer = answer
    }

    package static let all: [HostRoute] = [
        HostRoute("") { site, request, _ in try await site.frontPage(request) },
        HostRoute("static/{file}") { site, _, segments in try site.assets.answer(segments) },
        HostRoute("favicon.svg") { site, _, segments in try site.assets.answer(segments) },
        HostRoute("healthz") { _, _, _ in .text("alive\n") },
        HostRoute("readyz") { site, _, _ in await site.readiness() },
        HostRoute("version") { site, _, _ in .json("{\"name\":\"portolan\",\"version\":\"\(site.settings.version)\"}\n") },
        HostRoute("sign-in", [.get, .post]) { try await $0.peoplePage($1, $2) },
        HostRoute("sign-in/as", [.post]) { try await $0.peoplePage($1, $2) },
        HostRoute("sign-out", [.post]) { try await $0.peoplePage($1, $2) },
        HostRoute("welcome/{link}", [.get, .post]) { try await $0.peoplePage($1, $2) },
        HostRoute("reset/{link}", [.get, .post]) { try await $0.peoplePage($1, $2) },
        HostRoute("confirm/{link}", [.get, .post]) { try await $0.peoplePage($1, $2) },
        HostRoute("forgotten", [.get, .post]) { try await $0.peoplePage($1, $2) },
        HostRoute("invitations/{link}", [.get, .post]) { try await $0.invitationPage($1, $2) },
        HostRoute("account", [.get, .post], .signedIn) { try await $0.accountPage($1, $2) },
        HostRoute("account/password", [.post], .signedIn) { try await $0.accountPage($1, $2) },
        HostRoute("account/email", [.post], .signedIn) { try await $0.accountPage($1, $2) },
        HostRoute("account/sessions", [.post], .signedIn) { try await $0.accountPage($1, $2) },
        HostRoute("account/invitations", [.post], .signedIn) { try await $0.accountPage($1, $2) },
        HostRoute("account/tokens", [.get, .post], .signedIn) { try await $0.tokenPages($1, $2) },
        HostRoute("account/tokens/{token}/revoke", [.post], .signedIn) { try await $0.tokenPages($1, $2) },
        HostRoute("organisations/new", [.get, .post], .founders) { try await $0.newOrganisation($1, $2) },
    ]

    /// Words with which no organisation's address may begin.
    static let reserved = Set(all.compactMap { $0.path.split(separator: "/").first.map(String.init) } + ["api", "organisations", "metrics", "static"])
}
