import Journal
import Organisation
import Pages

/// The organisations of this server, as far as they are shown to whoever asks.
extension API {
    func organisations(_ caller: Caller?) async throws -> WebResponse {
        let paging = try Paging(self, try query(admitting: [.limit, .cursor]))
        var seen: [Organisation] = []
        for id in try await site.journals.store.organisations().sorted() where paging.after.map({ $0.utf8.lexicographicallyPrecedes(id.text.utf8) }) ?? true {
            guard let standing = try await site.journals.existing(id)?.standing else { continue }
            if site.viewer(reader(caller, in: id), in: standing).belongs(to: .everyone) { seen.append(standing) }
            if seen.count > paging.limit { break }
        }
        let page = seen.prefix(paging.limit)
        return paging.response(page.map(OrganisationJSON.json), next: seen.count > page.count ? page.last?.id.text : nil)
    }

    func organisation(_ standing: Organisation) throws -> WebResponse {
        _ = try query(admitting: [])
        return represented(OrganisationJSON.json(of: standing))
    }
}

enum OrganisationJSON {
    static let parts = [
        Part("id", .identifier, "Its identifier here: the first part of its addresses.", required: true),
        Part("name", .localized(most: 200), "Its name by language.", required: true),
        Part("acronym", .text(most: 20), "Its short name.", required: true),
        Part("summary", .localized(most: 2000), "What it is, in a sentence or two.", required: true),
        Part("isInvented", .flag, "Everything about it is made up.", required: true),
        Part("isPublic", .flag, "Anybody may read its public face.", required: true),
        Part("languages", .list(.choice(of: Language.self), most: 6), "The languages in which it writes.", required: true),
        Part("financialYearStarts", .integer(1...12), "The first month of its financial year.", required: true),
        Part("memberCount", .integer(0...Int(UInt32.max)), "How many members it has today.", required: true),
        Part("source", .localized(most: 2000), "Where its facts come from.", required: true),
    ]

    static func json(of organisation: Organisation) -> JSON {
        let register = organisation[Register.self], profile = register.profile ?? Profile(name: .empty, acronym: "")
        return [
            "id": .of(organisation.id), "name": .of(profile.name), "acronym": .text(profile.acronym), "summary": .of(profile.summary),
            "isInvented": .flag(profile.isInvented), "isPublic": .flag(profile.isPublic),
            "languages": .list(profile.languages.map { .text($0.rawValue) }), "financialYearStarts": .integer(profile.financialYearStarts),
            "memberCount": .integer(register.members.count), "source": .of(profile.source),
        ]
    }
}
