import Journal

/// Where accounts are kept; beside the journals, in tables whose rows can be deleted.
package protocol AccountStore: AccessTokenStore {
    /// Counts every change but those that only note when somebody was last there.
    nonisolated var changes: ChangeCount { get }
    /// Counts the changes of what people are called, and nothing else: it shows in the tags of pages, where a count of sessions or links would
    /// tell everybody who is known here.
    nonisolated var renamings: ChangeCount { get }

    func account(_ id: ID<Actor>) async throws -> Account?
    func account(email: String) async throws -> Account?
    func accounts() async throws -> [Account]
    /// What these people are called; those who have been forgotten are not among them.
    func names(of ids: Set<ID<Actor>>) async throws -> [ID<Actor>: String]
    /// A new account; one with the same id stays as it is. Whatever changes later changes alone, so that nothing that was read before is written
    /// back, and nobody who was forgotten comes back.
    ///
    /// - Throws: where somebody else has the address.
    func keep(_ account: Account) async throws
    func setPassword(_ hash: String, of account: ID<Actor>) async throws
    /// - Parameter language: a language code.
    func describe(_ account: ID<Actor>, name: String, language: String) async throws
    /// What came back from the address before is forgotten with it.
    ///
    /// - Throws: where somebody else has the address.
    func move(_ account: ID<Actor>, to email: String) async throws
    /// Removes an account with its sessions and links, the letters that are bound to it, and what is kept of mails that came back.
    func forget(_ account: ID<Actor>) async throws

    func session(tokenHash: [UInt8]) async throws -> Session?
    /// The newest first; those that are over may be among them.
    func sessions(of account: ID<Actor>) async throws -> [Session]
    /// A new session.
    func keep(_ session: Session) async throws
    /// Notes when a session was last used; one that has ended in the meantime stays ended.
    func touch(_ session: Session) async throws
    func endSession(tokenHash: [UInt8]) async throws
    func endSessions(of account: ID<Actor>, except tokenHash: [UInt8]?) async throws

    func keep(_ link: SignInLink) async throws
    func link(tokenHash: [UInt8]) async throws -> SignInLink?
    /// Removes the link, and every other of its account, and answers it: a second caller gets `nil`.
    func consumeLink(tokenHash: [UInt8]) async throws -> SignInLink?
    /// Removes every link of an account that has not been used.
    func endLinks(of account: ID<Actor>) async throws
    /// Removes the links that expired before a moment.
    func endLinks(expiredBefore moment: Moment) async throws

    func visit(of account: ID<Actor>, to organisation: OrganisationID) async throws -> NotedVisit?
    /// Of two that are noted at the same time the one that has read further holds.
    func note(_ visit: NotedVisit) async throws

    /// Notes that a mail came back, or that the address is tried again, unless what was noted before holds over it.
    func note(_ returned: NotedReturn) async throws
    /// What was noted in an organisation, and everywhere.
    func returns(in organisation: OrganisationID) async throws -> [NotedReturn]

    /// Letters that are about to go out; of an account that is not there none is kept.
    func keep(_ mails: [WaitingMail]) async throws
    /// Those that have neither been handed over nor given up, the oldest first.
    func waitingMails() async throws -> [WaitingMail]
    func endWaiting(_ id: String) async throws

    /// One more link to an invitation; from now on the earlier ones of the same invitation lead nowhere.
    func keep(_ letter: Letter) async throws
    /// The newest of its invitation that has not been used; `nil` for any other.
    func letter(tokenHash: [UInt8]) async throws -> Letter?
    /// Uses a letter up and answers it: a second caller gets `nil`.
    func open(tokenHash: [UInt8]) async throws -> Letter?
    /// Makes a letter that was opened usable again, because nothing came of it.
    func close(_ letter: Letter) async throws
    /// Makes every letter that is open usable again: nobody is opening one any more.
    func closeLetters() async throws
    /// Removes one letter that nothing came of.
    func discard(_ letter: Letter) async throws
    /// The newest letter of each invitation to an organisation, used or not.
    func letters(in organisation: OrganisationID) async throws -> [Letter]
    /// The newest letter of each invitation to an address, used or not, in all organisations.
    func letters(to email: String) async throws -> [Letter]
    /// The newest letters that are bound to an account and not used.
    func letters(boundTo account: ID<Actor>) async throws -> [Letter]
    /// From now on the letters to an address that have not been used open for this account alone, signed in: their links lead nowhere.
    func bindLetters(to email: String, account: ID<Actor>) async throws
    /// Removes every letter of an invitation, but for one: it was accepted or withdrawn, or is sent anew.
    func endLetters(of invitation: String, in organisation: OrganisationID, except tokenHash: [UInt8]?) async throws
    /// Removes every letter to an address.
    func endLetters(to email: String) async throws
    /// Removes the letters that expired before a moment: who was invited is nobody's business for ever.
    func endLetters(expiredBefore moment: Moment) async throws
}
