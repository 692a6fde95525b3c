import Accounts
import Journal
import Organisation
import Pages

/// Which organisations of this server a person has a part in, and what follows from that.
extension Site {
    /// Those who already carry an organisation here, as its administrator or planner: a contact point of a member is not asked to.
    func mayFound(_ reader: Reader) async throws -> Bool {
        guard let account = reader.account else { return false }
        return try await places(of: account.id).contains { $0[Grants.self].of(account.id).contains { [.administrator, .planner].contains($0.role) } }
    }

    /// The organisations in which an account has a part, as they stand.
    func places(of account: ID<Actor>) async throws -> [Organisation] {
        var all: [Organisation] = []
        for id in try await journals.store.organisations() {
            if let standing = try await journals.existing(id)?.standing, !standing[Grants.self].of(account).isEmpty { all.append(standing) }
        }
        return all
    }

    /// Where somebody lands who came for nothing in particular: with the tasks of the only organisation that they belong to.
    func landing(of token: Token) async throws -> String {
        guard let account = try await signIn.account(for: token) else { return "/" }
        let own = try await places(of: account.id)
        return own.count == 1 ? "/\(own[0].id)" : "/"
    }
}

extension Organisation {
    /// What it is called in a language; its identifier where nobody has said.
    func name(in language: Language) -> String { self[Register.self].profile?.name.plain(in: language) ?? id.text }
}
