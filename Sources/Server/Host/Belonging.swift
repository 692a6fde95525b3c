import Accounts
import Journal
import Organisation
import Pages

/// Which organisations of this server a person has a part in, and what follows from that.
extension Site {
    /// Those who already carry an organisation here, as its administrator or planner: a contact point of a member is not asked to.
    func mayFound(_ reader: Reader) async throws -> Bool {
        guard let account = reader.account else { return false }
        return try await grants(of: account.id).contains { $0.grants.contains { [.administrator, .planner].contains($0.role) } }
    }

    /// The organisations in which an account has a part, and which.
    private func grants(of account: ID<Actor>) async throws -> [(id: OrganisationID, grants: [Grant])] {
        var all: [(id: OrganisationID, grants: [Grant])] = []
        for id in try await journals.store.organisations() {
            guard let grants = try await journals.existing(id)?.standing[Grants.self].of(account), !grants.isEmpty else { continue }
            all.append((id, grants))
        }
        return all
    }

    /// The organisations in which an account has a part, by their names.
    func places(of account: ID<Actor>, _ say: Say) async throws -> [(id: OrganisationID, name: String)] {
        var all: [(id: OrganisationID, name: String)] = []
        for id in try await grants(of: account).map(\.id) {
            all.append((id, try await journals.existing(id)?.standing[Register.self].profile?.name.plain(in: say.language) ?? id.text))
        }
        return say.sorted(all, by: \.name)
    }

    /// Where somebody lands who came for nothing in particular: with the tasks of the only organisation that they belong to.
    func landing(of token: Token) async throws -> String {
        guard let account = try await signIn.account(for: token) else { return "/" }
        let own = try await grants(of: account.id)
        return own.count == 1 ? "/\(own[0].id)" : "/"
    }
}
