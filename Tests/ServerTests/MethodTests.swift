import Journal
import Testing

@testable import Server

@Suite struct MethodTests {
    @Test(arguments: [
        ("/test/notes", WebRequest.Method.post, "GET, HEAD"), ("/test/notes/n1", .put, "GET, HEAD, POST"), ("/test/notes", .delete, "GET, HEAD"),
        ("/", .post, "GET, HEAD"), ("/sign-out", .get, "POST"), ("/sign-in", .patch, "GET, HEAD, POST"), ("/healthz", .options, "GET, HEAD"),
    ])
    func aKnownAddressSaysWhichMethodsItKnows(_ path: String, _ method: WebRequest.Method, _ allowed: String) async throws {
        let (_, amina, _, _) = try await party()
        let answer = await amina.send(method, path)
        #expect(answer.status == 405 && answer.header("Allow") == allowed, "\(answer.status) \(answer.header("Allow") ?? "")")
    }

    @Test func anUnknownAddressIsMissingWhateverTheMethod() async throws {
        let (_, amina, _, _) = try await party()
        for method in WebRequest.Method.allCases { #expect(await amina.send(method, "/test/nowhere").status == 404, "\(method)") }
    }

    @Test func lookingChangesNothing() async throws {
        let (server, amina, _, _) = try await party()
        for path in ["/test/notes", "/test/notes/n1", "/test/dated", "/test/file", "/sign-in", "/organisations/new", "/welcome/none"] {
            _ = await amina.send(.get, path)
            _ = await amina.send(.head, path)
        }
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 3)
    }
}
