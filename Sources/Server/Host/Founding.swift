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
    ///   - isPublic: whether anybody may read what its plan discloses; a document cannot decide that.
    ///   - administrator: who is given its administration; `nil` for nobody yet.
    ///   - key: the same for the same wish, sent again: then it leads to the organisation that is there already.
    /// - Throws: a `Refusal` where there is neither a name nor a readable document.
    /// - Returns: its identifier, and the path of the report of what the document brought.
    package func found(
        name: String, document: Entered.Upload? = nil, isPublic: Bool = false, administrator: ID<Actor>?, language: Language,
        wanted: OrganisationID? = nil, key: String = UUID().uuidString.lowercased()
    ) async throws -> (id: OrganisationID, path: String) {
        let name = name.asCell
        guard !name.isEmpty || document != nil else { throw Refusal("host.name-or-file") }
        let day = journals.moment.day
        let empty = Organisation(ID("new"), house.chapters, on: day)
        var proposals: [Proposal] = [], path = ""
        var profile = Profile(name: Localized(name, language), acronym: "", isPublic: isPublic)
        if let document {
            guard let door = house.imports.first(where: { $0.name == "stratml" }) else { throw Refusal("host.failed") }
            let result = try door.read(document.bytes, into: empty, today: day)
            proposals += result.proposals.filter { $0.chapter.name != Register.name }
            if name.isEmpty, let described = try self.profile(in: result.proposals) { profile = described }
            profile.isPublic = isPublic
            if let report = house.report(of: result, kind: door.name, fileName: document.fileName, id: "founding") {
                proposals.append(report)
                path = "imports/reports/founding"
            }
        }
        let founder = administrator.map { Actor($0) } ?? .system
        let command = Command(by: founder, key: "founding-\(key)", content: Data(name.utf8) + (document?.bytes ?? []))
        let id = try await freeID(wanted ?? OrganisationID(slug: profile.name.plain()) ?? ID("organisation"), for: command)
        proposals.insert(Proposal(Register.self, .profileDescribed(profile)), at: 0)
        if let administrator {
            for (grant, role) in [("founder", Role.administrator), ("founder-planner", .planner)] {
                proposals.append(Proposal(Grants.self, .granted(id: ID(grant) ?? ID("founder"), Grant(account: administrator, role: role, scope: .organisation))))
            }
        }
        let all = proposals
        _ = try await journals.journal(id).record(command) { organisation in
            guard organisation.position == 0 else { throw Refusal("host.name-taken") }
            return all
        }
        return (id, path)
    }

    private func profile(in proposals: [Proposal]) throws -> Profile? {
        var organisation = Organisation(ID("new"), house.chapters, on: journals.moment.day)
        for proposal in proposals where proposal.chapter.name == Register.name {
            _ = try organisation.apply(Entry.unchained(proposal, position: organisation.position + 1, at: journals.moment), hash: .origin)
        }
        return organisation[Register.self].profile
    }

    /// The identifier, or the first of it with a number that is not taken, or that this very wish has taken; some words are the server's own.
    private func freeID(_ wanted: OrganisationID, for command: Command) async throws -> OrganisationID {
        for number in 1...10_000 {
            guard let candidate = number == 1 ? wanted : OrganisationID("\(wanted.text.prefix(70))-\(number)") else { continue }
            if HostRoute.reserved.contains(candidate.text) { continue }
            if try await journals.store.head(of: candidate) == nil { return candidate }
            if try await journals.store.receipt(for: command.key, in: candidate) != nil { return candidate }
        }
        throw Refusal("host.name-taken")
    }
}
