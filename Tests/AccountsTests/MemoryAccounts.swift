import Accounts
import Journal

/// Accounts in memory, keeping the contract of `AccountStore`.
actor MemoryAccounts: AccountStore {
    struct AddressTaken: Error {}

    private var kept: [ID<Actor>: Account] = [:]
    private var sessions: [[UInt8]: Session] = [:]
    private var links: [[UInt8]: SignInLink] = [:]
    private var tokens: [[UInt8]: AccessToken] = [:]

    func account(_ id: ID<Actor>) -> Account? { kept[id] }
    func account(email: String) -> Account? { kept.values.first { $0.email.utf8.elementsEqual(email.utf8) } }
    func accounts() -> [Account] { kept.values.sorted { $0.name < $1.name } }

    func keep(_ account: Account) throws {
        if kept.values.contains(where: { $0.email == account.email && $0.id != account.id }) { throw AddressTaken() }
        kept[account.id] = account
    }

    func session(tokenHash: [UInt8]) -> Session? { sessions[tokenHash] }
    func keep(_ session: Session) { sessions[session.tokenHash] = session }
    func touch(_ session: Session) { sessions[session.tokenHash]?.seenAt = session.seenAt }
    func endSession(tokenHash: [UInt8]) { sessions[tokenHash] = nil }
    func endSessions(of account: ID<Actor>, except hash: [UInt8]?) { sessions = sessions.filter { $0.value.account != account || $0.key == hash } }
    func keep(_ link: SignInLink) { links[link.tokenHash] = link }
    func link(tokenHash: [UInt8]) -> SignInLink? { links[tokenHash] }

    func consumeLink(tokenHash: [UInt8]) -> SignInLink? {
        guard let link = links[tokenHash] else { return nil }
        links = links.filter { $0.value.account != link.account }
        return link
    }

    func keep(_ token: AccessToken) { tokens[token.tokenHash] = token }
    func accessToken(hash: [UInt8]) -> AccessToken? { tokens[hash] }
    func accessTokens(of account: ID<Actor>) -> [AccessToken] {
        tokens.values.filter { $0.account == account }.sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    }
    func touch(_ token: AccessToken) { tokens[token.tokenHash]?.usedAt = token.usedAt }
    func revoke(_ id: ID<AccessToken>, of account: ID<Actor>) { tokens = tokens.filter { $0.value.id != id || $0.value.account != account } }

    var sessionCount: Int { sessions.count }
}
