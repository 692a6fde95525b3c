import Accounts
import Foundation
import Journal
import Logging
import Organisation
import Pages
import Server
import Stores

/// The largest organisation that is promised in a database file of its own, as a server would have it, and somebody who is signed in.
struct LargeFile: Sendable {
    let folder: Folder
    let store: SQLiteStore
    let journals: Journals
    let signIn: SignIn
    let house: House
    let session: Token

    static let id: OrganisationID = ID("large")

    var path: String { folder.file("large.sqlite") }
    var cookie: String { "portolan-session=\(session.text)" }

    init(_ house: House) async throws {
        self.house = house
        folder = try Folder()
        store = try SQLiteStore(path: folder.file("large.sqlite"))
        journals = Journals(store, chapters: house.chapters, now: { Moment(startOf: LargeWorld.today) })
        // By the clock: the program, which is asked too, goes by it.
        signIn = SignIn(store, now: { .now })
        let account: ID<Actor> = ID("amina")
        try await store.keep(
            Account(id: account, name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: Moment(startOf: LargeWorld.today), isExample: false))
        let journal = try await journals.journal(LargeFile.id)
        let grant = Proposal(Grants.self, .granted(id: ID("g"), Grant(account: account, role: .planner, scope: .organisation)))
        try await LargeFile.record(LargeWorld.proposals + [grant], "batch", in: journal)
        // Surveys of all its Members, as the feature tells them of any organisation.
        let ground = ExampleGround(journal.standing, today: LargeWorld.today, seed: 7, house)
        let surveys = try house.features.filter { $0.name == "Survey" }.flatMap { try $0.example(ground) }
        try await LargeFile.record(surveys.flatMap(\.proposals), "surveys", in: journal)
        session = try await signIn.session(for: account)
    }

    private static func record(_ proposals: [Proposal], _ name: String, in journal: Journal) async throws {
        for (batch, start) in stride(from: 0, to: proposals.count, by: 500).enumerated() {
            let part = Array(proposals[start..<min(start + 500, proposals.count)])
            _ = try await journal.record(Command(by: .system, key: "\(name)-\(batch)", content: Data())) { _ in part }
        }
    }

    /// The whole site over the file, without limits to how often anything may be asked.
    func site() throws -> Site {
        var settings = Settings(host: "127.0.0.1", port: 0, version: "bench")
        settings.allowances = Allowances.unlimited
        return Site(
            journals: journals, signIn: signIn, house: house, settings: settings,
            mailRoom: MailRoom(nil, from: try Mailbox(name: "Portolan", address: "portolan@example.org"), now: { .now }, report: { _ in }),
            logger: Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() }))
    }
}
