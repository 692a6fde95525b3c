import Journal

/// Another e-mail address for an account: asked for with the password, proved by a link that goes there.
extension SignIn {
    /// - Returns: a link for the new address, within the hour. Whether somebody else has that address shows only when it is followed.
    /// - Throws: `wrongPassword`, `emailUnreadable`.
    package func addressLink(of id: ID<Actor>, password: String, to email: String) async throws -> Token {
        let address = SignIn.normalised(email)
        guard SignIn.looksLikeAddress(address) else { throw Problem.emailUnreadable }
        try await verify(password, of: id)
        return try await newLink(for: id, within: SignIn.hour, proving: address)
    }

    /// Whose new address a link proves, and which, without using it up.
    package func proof(_ token: Token) async throws -> (account: Account, email: String)? {
        guard let link = try await store.link(tokenHash: token.hash), let email = link.email, link.expiresAt > now(),
            let account = try await store.account(link.account)
        else { return nil }
        return (account, email)
    }

    /// Uses the link up and moves the account to the address; links sent to the one before end with it.
    ///
    /// - Returns: the account as it was.
    /// - Throws: `linkUsedOrExpired`, also where somebody else has the address.
    package func confirm(_ token: Token) async throws -> Account {
        guard let (account, email) = try await proof(token), try await store.consumeLink(tokenHash: token.hash) != nil,
            try await store.account(email: email) == nil
        else { throw Problem.linkUsedOrExpired }
        do { try await store.move(account.id, to: email) } catch {
            throw try await store.account(email: email) == nil ? error : Problem.linkUsedOrExpired
        }
        return account
    }
}
