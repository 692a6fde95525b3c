import Accounts
import Foundation
import HashTreeCollections
import Journal
import Organisation

/// Erasing an account: what the journals hold of the person stays, under an identifier that nobody bears any more.
package struct Forgetting: Sendable {
    private let journals: Journals
    private let signIn: SignIn

    package init(journals: Journals, signIn: SignIn) {
        self.journals = journals
        self.signIn = signIn
    }

    /// Takes back every role and withdraws every invitation to the address or bound to the account, then removes account, sessions and links.
    ///
    /// - Returns: the organisations that have no administrator now.
    package func forget(_ account: Account) async throws -> [OrganisationID] {
        // Also those that wait for the account since it bore another address.
        let letters = try await signIn.store.letters(to: account.email) + signIn.store.letters(boundTo: account.id)
        var orphaned: [OrganisationID] = []
        for id in try await journals.store.organisations() {
            guard let journal = try await journals.existing(id) else { continue }
            let invitations = Set(letters.filter { $0.organisation == id }.map(\.invitation)).sorted().compactMap { ID<Invitation>($0) }
            let hadAdministrator = hasAdministrator(journal)
            let command = Command(by: .system, key: UUID().uuidString.lowercased(), content: Data(account.id.text.utf8))
            _ = try await journal.record(command) { organisation in
                let grants = organisation[Grants.self]
                let revoked = grants.list.filter { $0.grant.account == account.id }.map {
                    Proposal(Grants.self, .revoked(id: $0.id, because: "The account was erased."))
                }
                return revoked + invitations.filter { grants.invitations[$0] != nil }.map { Proposal(Grants.self, .invitationWithdrawn(id: $0)) }
            }
            if hadAdministrator, !hasAdministrator(journal) { orphaned.append(id) }
        }
        try await signIn.forget(account)
        return orphaned
    }

    private func hasAdministrator(_ journal: Journal) -> Bool {
        journal.standing[Grants.self].all.values.contains { $0.role == .administrator }
    }
}
