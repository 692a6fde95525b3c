import Foundation
import Journal
import Organisation
import Pages

/// Founding an organisation: the same from the browser and from the command line.
package struct Founding: Sendable {
    let journals: Journals
    let house: House

    package init(journals: Journals, house: House) {
        self.journals = journals
        self.house = house
    }

    /// - Parameters:
    ///   - name: what it is called; taken from the document where empty.
    ///   - document: a StratML document to begin with.
    /// - Throws: a `Refusal` where there is neither a name nor a readable document.
    package func found(
        name: String, document: [UInt8]?, administrator: ID<Actor>, language: Language, wanted: OrganisationID? = nil
    ) async throws -> OrganisationID {
        guard !name.isEmpty || document != nil else { throw Refusal("host.name-or-file") }
        let day = journals.moment.day
        let empty = Organisation(ID("new"), house.chapters, on: day)
        var proposals: [Proposal] = []
        if !name.isEmpty { proposals.append(Proposal(Register.self, .profileDescribed(Profile(name: Localized(name, language), acronym: "", isPublic: false)))) }
        if let document {
            guard let door = house.imports.first(where: { $0.name == "stratml" }) else { throw Refusal("host.failed") }
            proposals += try door.read(document, into: empty, today: day).proposals.filter { name.isEmpty || $0.chapter.name != Register.name }
        }
        let id = try await freeID(wanted ?? suggestion(name, proposals))
        proposals.append(
            Proposal(Grants.self, .granted(id: ID("founder"), Grant(account: administrator, role: .administrator, scope: .organisation))))
        proposals.append(Proposal(Grants.self, .granted(id: ID("founder-planner"), Grant(account: administrator, role: .planner, scope: .organisation))))
        let all = proposals
        _ = try await journals.journal(id).record(Command(by: Actor(administrator), key: "founding", content: Data(id.text.utf8))) { organisation in
            guard organisation.position == 0 else { throw Refusal("host.name-taken") }
            return all
        }
        return id
    }

    private func suggestion(_ name: String, _ proposals: [Proposal]) throws -> OrganisationID {
        if let id = OrganisationID(slug: name) { return id }
        var organisation = Organisation(ID("new"), house.chapters, on: journals.moment.day)
        for proposal in proposals where proposal.chapter.name == Register.name {
            _ = try organisation.apply(Entry.forTests(proposal, position: organisation.position + 1, at: journals.moment), hash: .origin)
        }
        return (organisation[Register.self].profile?.name.plain()).flatMap { OrganisationID(slug: $0) } ?? ID("organisation")
    }

    /// The identifier, or the first of it with a number that is not taken; some words are the server's own.
    private func freeID(_ wanted: OrganisationID) async throws -> OrganisationID {
        let reserved: Set = ["static", "sign-in", "sign-out", "welcome", "organisations", "api", "healthz", "readyz", "version", "metrics"]
        for number in 1...10_000 {
            guard let candidate = number == 1 ? wanted : OrganisationID("\(wanted.text.prefix(70))-\(number)") else { continue }
            if reserved.contains(candidate.text) { continue }
            if try await journals.store.head(of: candidate) == nil { return candidate }
        }
        throw Refusal("host.name-taken")
    }
}
