import Accounts
import Journal

/// Accounts in memory, keeping the contract of `AccountStore`.
actor MemoryAccounts: AccountStore {
    struct AddressTaken: Error {}

    nonisolated let changes = ChangeCount()
    nonisolated let renamings = ChangeCount()

    private var kept: [ID<Actor>: Account] = [:] {
        didSet {
            changes.next()
            renamings.next()
        }
    }
    private var sessions: [[UInt8]: Session] = [:] { didSet { changes.next() } }
    private var visits: [String: NotedVisit] = [:]
    private var links: [[UInt8]: SignInLink] = [:] { didSet { changes.next() } }
    /// In the order in which they were sent.
    private var letters: [(letter: Letter, isOpen: Bool)] = [] { didSet { changes.next() } }
    private var waiting: [WaitingMail] = []
    private var returned: [NotedReturn] = [] { didSet { changes.next() } }
    private var tokens: [[UInt8]: AccessToken] = [:] { didSet { changes.next() } }

    func account(_ id: ID<Actor>) -> Account? { kept[id] }
    func account(email: String) -> Account? { kept.values.first { $0.email.utf8.elementsEqual(email.utf8) } }
    func accounts() -> [Account] { kept.values.sorted { $0.name < $1.name } }
    func names(of ids: Set<ID<Actor>>) -> [ID<Actor>: String] { kept.filter { ids.contains($0.key) }.mapValues(\.name) }

    func keep(_ account: Account) throws {
        if kept.values.contains(where: { $0.email == account.email && $0.id != account.id }) { throw AddressTaken() }
        kept[account.id] = kept[account.id] ?? account
    }
    func setPassword(_ hash: String, of account: ID<Actor>) { kept[account]?.passwordHash = hash }
    func describe(_ account: ID<Actor>, name: String, language: String) {
        kept[account]?.name = name
        kept[account]?.language = language
    }
    func move(_ account: ID<Actor>, to email: String) throws {
        if kept.values.contains(where: { $0.email == email && $0.id != account }) { throw AddressTaken() }
        kept[account]?.email = email
        returned.removeAll { $0.account == account }
    }
    func note(_ noted: NotedReturn) {
        let place = returned.firstIndex { $0.account == noted.account && $0.organisation == noted.organisation }
        if let place, !noted.holds(over: returned[place]) { return }
        if let place { returned[place] = noted } else { returned.append(noted) }
    }
    func returns(in organisation: OrganisationID) -> [NotedReturn] { returned.filter { $0.organisation == nil || $0.organisation == organisation } }

    func keep(_ mails: [WaitingMail]) { waiting += mails.filter { kept[$0.account] != nil } }
    func waitingMails() -> [WaitingMail] { waiting }
    func endWaiting(_ id: String) { waiting.removeAll { $0.id == id } }

    func forget(_ account: ID<Actor>) {
        kept[account] = nil
        waiting.removeAll { $0.account == account }
        sessions = sessions.filter { $0.value.account != account }
        links = links.filter { $0.value.account != account }
        tokens = tokens.filter { $0.value.account != account }
        letters.removeAll { $0.letter.account == account }
        returned.removeAll { $0.account == account }
    }

    func session(tokenHash: [UInt8]) -> Session? { sessions[tokenHash] }
    func sessions(of account: ID<Actor>) -> [Session] { sessions.values.filter { $0.account == account }.sorted { $0.createdAt > $1.createdAt } }
    func keep(_ session: Session) { sessions[session.tokenHash] = session }
    func touch(_ session: Session) { sessions[session.tokenHash]?.seenAt = session.seenAt }
    func endSession(tokenHash: [UInt8]) { sessions[tokenHash] = nil }
    func endSessions(of account: ID<Actor>, except hash: [UInt8]?) { sessions = sessions.filter { $0.value.account != account || $0.key == hash } }
    func visit(of account: ID<Actor>, to organisation: OrganisationID) -> NotedVisit? { visits["\(account) \(organisation)"] }
    func note(_ visit: NotedVisit) {
        let key = "\(visit.account) \(visit.organisation)"
        guard var kept = visits[key] else { return visits[key] = visit }
        // Nobody's reading is taken back by what was noted earlier and arrives later.
        if visit.readTo >= kept.readTo { kept.endedAt = visit.endedAt }
        (kept.readTo, kept.seenAt, kept.position) = (max(kept.readTo, visit.readTo), max(kept.seenAt, visit.seenAt), max(kept.position, visit.position))
        visits[key] = kept
    }
    func keep(_ link: SignInLink) { links[link.tokenHash] = link }
    func link(tokenHash: [UInt8]) -> SignInLink? { links[tokenHash] }
    func endLinks(expiredBefore moment: Moment) { links = links.filter { $0.value.expiresAt >= moment } }
    func endLinks(of account: ID<Actor>) { links = links.filter { $0.value.account != account } }

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

    func revokeAll(of account: ID<Actor>) { tokens = tokens.filter { $0.value.account != account } }

    var sessionCount: Int { sessions.count }
}

/// Letters.
extension MemoryAccounts {
    func keep(_ letter: Letter) { letters.append((letter, false)) }
    func letter(tokenHash: [UInt8]) -> Letter? { index(ofUnopened: tokenHash).map { letters[$0].letter } }
    func close(_ letter: Letter) { for index in letters.indices where letters[index].letter.tokenHash == letter.tokenHash { letters[index].isOpen = false } }
    func closeLetters() { for index in letters.indices { letters[index].isOpen = false } }
    func discard(_ letter: Letter) { letters.removeAll { $0.letter.tokenHash == letter.tokenHash } }
    func letters(in organisation: OrganisationID) -> [Letter] { newest.map(\.letter).filter { $0.organisation == organisation } }
    func letters(to email: String) -> [Letter] { newest.map(\.letter).filter { $0.email == email } }
    func letters(boundTo account: ID<Actor>) -> [Letter] { newest.filter { !$0.isOpen && $0.letter.account == account }.map(\.letter) }
    func endLetters(to email: String) { letters.removeAll { $0.letter.email == email } }
    func endLetters(expiredBefore moment: Moment) { letters.removeAll { $0.letter.expiresAt < moment } }

    func open(tokenHash: [UInt8]) -> Letter? {
        guard let index = index(ofUnopened: tokenHash) else { return nil }
        letters[index].isOpen = true
        return letters[index].letter
    }

    func bindLetters(to email: String, account: ID<Actor>) {
        for index in letters.indices where letters[index].letter.email == email && !letters[index].isOpen {
            (letters[index].letter.account, letters[index].letter.tokenHash) = (account, Token().hash)
        }
    }

    func endLetters(of invitation: String, in organisation: OrganisationID, except hash: [UInt8]?) {
        letters.removeAll { $0.letter.organisation == organisation && $0.letter.invitation == invitation && $0.letter.tokenHash != hash }
    }

    private var newest: [(letter: Letter, isOpen: Bool)] {
        letters.enumerated().filter { item in
            !letters.dropFirst(item.offset + 1).contains { $0.letter.organisation == item.element.letter.organisation && $0.letter.invitation == item.element.letter.invitation }
        }.map(\.element)
    }

    private func index(ofUnopened hash: [UInt8]) -> Int? {
        newest.contains { $0.letter.tokenHash == hash } ? letters.firstIndex { $0.letter.tokenHash == hash && !$0.isOpen } : nil
    }
}
