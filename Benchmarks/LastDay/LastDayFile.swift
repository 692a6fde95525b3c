import Accounts
import Foundation
import Journal
import Organisation
import Pages
import Stores

/// An organisation of two hundred Members in six regions, the head of each signed in, and a planner.
struct LastDayFile: Sendable {
    static let members = 200
    private static let id: OrganisationID = ID("league")

    let folder: Folder
    /// By Member.
    let cookies: [(member: String, cookie: String)]
    let planner: String

    var path: String { folder.file("last-day.sqlite") }

    init(_ house: House) async throws {
        folder = try Folder()
        let store = try SQLiteStore(path: folder.file("last-day.sqlite")), journals = Journals(store, chapters: house.chapters, now: { .now }), signIn = SignIn(store, now: { .now })
        var proposals = [Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr])))]
        for number in 1...6 {
            guard let region = ID<Region>("r\(number)") else { continue }
            proposals.append(Proposal(Register.self, .regionDescribed(id: region, Region(code: "R\(number)", name: Localized("Region \(number)")))))
        }
        func person(_ name: String, _ role: Role, _ scope: Scope) async throws -> String {
            guard let account = ID<Actor>(name), let grant = ID<Grant>("g-\(name)") else { return "" }
            try await store.keep(Account(id: account, name: name, email: "\(name)@example.org", passwordHash: nil, createdAt: .now, isExample: false))
            proposals.append(Proposal(Grants.self, .granted(id: grant, Grant(account: account, role: role, scope: scope))))
            return "portolan-session=\(try await signIn.session(for: account).text)"
        }
        planner = try await person("planner", .planner, .organisation)
        var cookies: [(String, String)] = []
        for number in 1...LastDayFile.members {
            guard let member = ID<Member>("m\(number)") else { continue }
            proposals += [
                Proposal(Register.self, .memberDescribed(id: member, Member(name: Localized("Member \(number)"), region: ID("r\(number % 6 + 1)"), code: "M\(number)"))),
                Proposal(Register.self, .memberJoined(id: member)),
            ]
            cookies.append((member.text, try await person("head-\(number)", .headOfAdministration, .member(member))))
        }
        self.cookies = cookies
        let journal = try await journals.journal(LastDayFile.id), all = proposals
        _ = try await journal.record(Command(by: .system, key: "all", content: Data())) { _ in all }
        try store.close()
    }

    static var home: String { "/\(id)" }
}
