import HashTreeCollections
import Journal

/// Who may what, by identifier: names and addresses are elsewhere and can be forgotten.
package struct Grants: Chapter {
    package static let name = "grants"
    package static let stateVersion = 3

    package enum Event: Codable, Equatable, Sendable {
        case granted(id: ID<Grant>, Grant)
        case revoked(id: ID<Grant>, because: Prose)
        /// To whom it is lies beside the journal: whoever never accepts leaves no trace in it.
        case invited(id: ID<Invitation>, Invitation)
        /// Sent anew: the link from before leads nowhere.
        case invitationRenewed(id: ID<Invitation>, until: Day)
        case invitationWithdrawn(id: ID<Invitation>)
        case invitationAccepted(id: ID<Invitation>, by: ID<Actor>)
    }

    package private(set) var all: TreeDictionary<ID<Grant>, Grant> = [:]
    /// Those taken back, so that what is said of them later can still name them.
    package private(set) var former: TreeDictionary<ID<Grant>, Grant> = [:]
    /// Those that nobody has accepted or withdrawn; some may be over.
    package private(set) var invitations: TreeDictionary<ID<Invitation>, Pending> = [:]
    /// Those accepted or withdrawn, so that what is said of them later can still name them.
    package private(set) var formerInvitations: TreeDictionary<ID<Invitation>, Answered> = [:]

    /// Who has which: asked at every request.
    private var held: TreeDictionary<ID<Actor>, [ID<Grant>]> = [:]

    /// What a snapshot holds: the rest follows from it.
    private enum CodingKeys: String, CodingKey { case all, former, invitations, formerInvitations }

    package init() {}

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        all = try values.decode(TreeDictionary<ID<Grant>, Grant>.self, forKey: .all)
        former = try values.decode(TreeDictionary<ID<Grant>, Grant>.self, forKey: .former)
        invitations = try values.decode(TreeDictionary<ID<Invitation>, Pending>.self, forKey: .invitations)
        formerInvitations = try values.decode(TreeDictionary<ID<Invitation>, Answered>.self, forKey: .formerInvitations)
        for (id, grant) in list { held[grant.account, default: []].append(id) }
    }

    package mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .granted(let id, let grant):
            _ = take(id)
            all[id] = grant
            held[grant.account, default: []].append(id)
        case .revoked(let id, _): former[id] = take(id) ?? former[id]
        case .invited(let id, let invitation): invitations[id] = Pending(invitation: invitation, by: stamp.by, since: stamp.on)
        case .invitationRenewed(let id, let until):
            // Whoever sends it anew answers for it.
            invitations[id]?.by = stamp.by
            invitations[id]?.invitation.until = until
        case .invitationWithdrawn(let id): answer(id, by: nil)
        case .invitationAccepted(let id, let account): answer(id, by: account)
        }
    }

    private mutating func take(_ id: ID<Grant>) -> Grant? {
        guard let grant = all.removeValue(forKey: id) else { return nil }
        held[grant.account]?.removeAll { $0 == id }
        return grant
    }

    private mutating func answer(_ id: ID<Invitation>, by account: ID<Actor>?) {
        guard let pending = invitations.removeValue(forKey: id) else { return }
        formerInvitations[id] = Answered(invitation: pending.invitation, by: account)
    }

    /// In a stable order.
    package var list: [(id: ID<Grant>, grant: Grant)] { all.map { ($0.key, $0.value) }.sorted { $0.id < $1.id } }

    package func of(_ account: ID<Actor>) -> [Grant] { (held[account] ?? []).compactMap { all[$0] } }
}
