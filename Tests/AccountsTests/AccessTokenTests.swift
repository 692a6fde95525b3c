import Journal
import TestKit
import Testing

@testable import Accounts

@Suite struct AccessTokenTests {
    private let store = MemoryAccounts()
    private var signIn: SignIn { SignIn(store, passwords: Passwords(cost: 4), now: { Moment(startOf: .testDay) }) }

    /// Whoever had the account for a minute and made a token must be out when its owner does what is meant to put them out.
    @Test func aNewPasswordEndsTheTokens() async throws {
        let (account, first) = try await signIn.link(name: "Amina", email: "amina@example.org")
        _ = try await signIn.accept(link: first, password: "the weather is fine")
        let token = try await signIn.newAccessToken(for: account.id, name: "report", scope: .write, organisation: nil, days: 30).text
        #expect(try await signIn.bearer(token)?.account.id == account.id)
        let (_, reset) = try #require(try await signIn.resetLink(email: "amina@example.org"))
        _ = try await signIn.accept(link: reset, password: "the weather is better")
        #expect(try await signIn.bearer(token)?.token.id == nil)
        let second = try await signIn.newAccessToken(for: account.id, name: "report", scope: .read, organisation: nil, days: 30).text
        _ = try await signIn.changePassword(of: account.id, from: "the weather is better", to: "the weather is best")
        #expect(try await signIn.bearer(second)?.token.id == nil)
    }
}
