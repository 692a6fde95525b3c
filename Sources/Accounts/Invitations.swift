import Foundation
import Journal

/// The part of an invitation that lies beside the journal: who is meant, and the link.
extension SignIn {
    /// A new link to an invitation, with which the earlier ones lead nowhere. Single use, seven days.
    package func letter(
        for invitation: String, in organisation: OrganisationID, name: String, email: String, language: String?
    ) async throws -> (letter: Letter, token: Token) {
        let token = Token()
        try await store.endLetters(expiredBefore: now().adding(seconds: -4 * SignIn.week))
        let letter = Letter(
            tokenHash: token.hash, organisation: organisation, invitation: invitation, name: name, email: SignIn.normalised(email), language: language,
            sentAt: now(), expiresAt: now().adding(seconds: SignIn.week))
        try await store.keep(letter)
        return (letter, token)
    }

    /// What a link leads to, without using it up: mail scanners follow links too. `nil` where it was used, replaced or has expired.
    package func letter(for token: Token) async throws -> Letter? { try await isOpen(store.letter(tokenHash: token.hash)) }

    /// Invitations that wait for an account, because it chose a new password since they were sent.
    package func letters(boundTo account: ID<Actor>) async throws -> [Letter] {
        try await store.letters(boundTo: account).filter { $0.expiresAt > now() }
    }

    /// Opens a letter for whoever bears its address: the account that is signed in, that whose password was given, or a new one.
    ///
    /// A new account is made only where the address has none: a link alone never sets the password of somebody who is known.
    ///
    /// - Parameter record: records the acceptance; where it throws, nothing has happened and the letter can be opened again.
    /// - Returns: a session of that account.
    package func accept(
        _ letter: Letter, signedIn: ID<Actor>?, name: String, password: String, avoiding words: [String] = [], browser: String = "",
        record: (ID<Actor>) async throws -> Void
    ) async throws -> Token {
        let (account, isNew) = try await bearer(of: letter, signedIn: signedIn, name: name, password: password, words)
        guard try await isOpen(store.open(tokenHash: letter.tokenHash)) != nil else { throw Problem.linkUsedOrExpired }
        do {
            if isNew { try await enter(account) }
            do { try await record(account.id) } catch {
                if isNew { try await store.forget(account.id) }
                throw error
            }
        } catch {
            try await store.close(letter)
            throw error
        }
        try await store.endLetters(of: letter.invitation, in: letter.organisation, except: nil)
        return try await session(for: account.id, browser: browser)
    }

    private func bearer(
        of letter: Letter, signedIn: ID<Actor>?, name: String, password: String, _ words: [String]
    ) async throws -> (Account, isNew: Bool) {
        let known = try await store.account(email: letter.email)
        if let known, known.id == signedIn { return (known, false) }
        // It waits for an account, whatever its address is by now.
        if let bound = letter.account, bound == signedIn, let own = try await store.account(bound) { return (own, false) }
        guard letter.account == nil else { throw Problem.linkUsedOrExpired }
        if let known {
            try await verify(password, of: known.id)
            return (known, false)
        }
        let name = try SignIn.readable(name)
        var generator = SystemRandomNumberGenerator()
        var account = Account(
            id: .random(using: &generator), name: name, email: letter.email, passwordHash: nil, createdAt: now(), isExample: false,
            language: letter.language)
        try SignIn.check(password, for: account, avoiding: words)
        account.passwordHash = try await passwords.hash(password)
        return (account, true)
    }

    private func enter(_ account: Account) async throws {
        do { try await store.keep(account) } catch {
            // Two invitations of one new address accepted at the same moment: the second is asked for the password of the first.
            throw try await store.account(email: account.email) == nil ? error : Problem.wrongPassword
        }
    }

    private func isOpen(_ letter: Letter?) -> Letter? { letter.flatMap { $0.expiresAt > now() ? $0 : nil } }
}
