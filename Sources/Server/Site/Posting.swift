import Accounts
import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What features have people written to, and what comes back from them: where accounts become addresses, and addresses accounts.
extension Site {
    /// What a reader may know of how people are reached: whose mails come back is for those who may have people written to.
    func post(in organisation: Organisation, for viewer: Viewer) async throws -> Post {
        guard Access.planners.admits(viewer) else { return Post(isOpen: mailRoom.isOpen) }
        let noted = try await signIn.store.returns(in: organisation.id).holding
        return Post(isOpen: mailRoom.isOpen, returned: noted.mapValues { Post.Returned(on: $0.on, status: $0.status, reason: $0.reason) })
    }

    /// Keeps which of an organisation's people mails come back from. Of an address that is nobody's here nothing is kept, nor told whose it is.
    ///
    /// - Returns: the way on, which says how many were found.
    func note(_ mails: [ReturnedMail], again: [ID<Actor>], in organisation: Organisation, then path: String, by account: ID<Actor>?) async throws -> WebResponse {
        let people = Set(organisation[Grants.self].all.values.map(\.account))
        let noted = try await NotingReturns(signIn: signIn).note(mails, among: people, in: organisation.id, today: organisation.day)
        for person in again where people.contains(person) { try await signIn.store.note(.triedAgain(person, in: organisation.id, on: organisation.day)) }
        note("returned mail noted", by: account, ["organisation": organisation.id.text, "reports": "\(mails.count)", "people": "\(noted.count)"])
        return .redirect("\(path)?reports=\(mails.count)&people=\(noted.count)&again=\(again.count)")
    }
}

/// From reports of mails that came back to the accounts whose addresses they name.
package struct NotingReturns: Sendable {
    private let signIn: SignIn

    package init(signIn: SignIn) { self.signIn = signIn }

    /// - Parameters:
    ///   - people: who may be meant; `nil` for everybody who has an account.
    ///   - organisation: where it holds; `nil` for everywhere.
    ///   - today: no report is of a later day, whatever its sender's clock says.
    /// - Returns: whose addresses were among them.
    package func note(_ mails: [ReturnedMail], among people: Set<ID<Actor>>?, in organisation: OrganisationID?, today: Day) async throws -> Set<ID<Actor>> {
        var noted: Set<ID<Actor>> = []
        for mail in mails {
            for address in mail.addresses {
                guard let account = try await signIn.store.account(email: SignIn.normalised(address))?.id, people?.contains(account) ?? true else { continue }
                let day = min(mail.on ?? today, today)
                try await signIn.store.note(NotedReturn(account: account, organisation: organisation, on: day, status: mail.status, reason: mail.reason))
                noted.insert(account)
                break
            }
        }
        return noted
    }
}

extension Outcome {
    /// Whom it has written to.
    var mailings: [Mailing] { if case .write(let mailings, _, _, _) = self { mailings } else { [] } }
}
