import Accounts
import ArgumentParser
import Foundation
import Journal
import Organisation
import Server
import Stores

/// Who is let in, and how the link to come in with is shown.
struct AdministratorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The e-mail address of its administrator.", valueName: "EMAIL"))
    var administrator: String

    @Option(help: ArgumentHelp("The administrator's name.", valueName: "NAME"))
    var administratorName = "Administrator"

    @Option(help: ArgumentHelp("Where the server will be reached, for the link.", valueName: "URL"))
    var address = "http://127.0.0.1:8080"

    func link(in workshop: Workshop) async throws -> (account: Account, token: Token) {
        do { return try await workshop.signIn.link(name: administratorName, email: administrator) } catch SignIn.Problem.emailUnreadable {
            throw ValidationError("“\(administrator)” is not an e-mail address.")
        }
    }

    func tell(_ token: Token) {
        print("Its administrator comes in, once and within seven days, with:\n  \(address)/welcome/\(token.text)")
    }
}

struct CreateOrganisation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create an empty organisation.",
        discussion: """
            Prints a link that signs its administrator in once, within seven days, and lets them choose a password. The empty organisation \
            then shows what to do first.

              portolan organisation create "League of Ports" --administrator you@example.org
            """)

    @Argument(help: "What the organisation is called.")
    var name: String

    @OptionGroup var administrator: AdministratorOptions

    @Option(help: ArgumentHelp("Its identifier in addresses; made of the name where not given.", valueName: "ID"))
    var id: String?

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let workshop = try Workshop(database)
        defer { try? workshop.store.close() }
        let wanted = try id.map(identifier)
        let (account, token) = try await administrator.link(in: workshop)
        let founded = try await Founding(journals: workshop.journals, house: workshop.house).found(
            name: name, administrator: account.id, language: .en, wanted: wanted)
        print("The organisation “\(name)” is there: \(administrator.address)/\(founded.id)")
        administrator.tell(token)
    }
}

struct InviteAdministrator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make somebody administrator and planner of an organisation.",
        discussion: """
            For an organisation that nobody can sign in to: one that came in from a file, or whose administrator is gone. Prints a link that \
            signs them in once, within seven days, and lets them choose a password. The journal says that the program itself gave the roles.

              portolan organisation invite harbour-guild --administrator you@example.org
            """)

    @Argument(help: "The organisation's identifier, as in its address.")
    var organisation: String

    @OptionGroup var administrator: AdministratorOptions

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let workshop = try Workshop(database)
        defer { try? workshop.store.close() }
        guard let journal = try await workshop.journals.existing(try identifier(organisation)) else {
            throw ValidationError("There is no organisation “\(organisation)”. See: portolan organisation list")
        }
        let (account, token) = try await administrator.link(in: workshop)
        _ = try await journal.record(Command(by: .system, key: UUID().uuidString.lowercased(), content: Data(account.id.text.utf8))) { standing in
            var generator = SystemRandomNumberGenerator()
            let held = Set(standing[Grants.self].of(account.id).map(\.role))
            return [Role.administrator, .planner].filter { !held.contains($0) }.map { role in
                Proposal(Grants.self, .granted(id: .random(using: &generator), Grant(account: account.id, role: role, scope: .organisation)))
            }
        }
        administrator.tell(token)
    }
}

private func identifier(_ text: String) throws -> OrganisationID {
    guard let id = OrganisationID(text) else { throw ValidationError("“\(text)” is not an identifier: a-z, 0-9 and - only.") }
    return id
}
