import Accounts
import ArgumentParser
import Journal
import Organisation
import Pages
import Server
import Stores

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

    @Option(help: ArgumentHelp("The e-mail address of its administrator.", valueName: "EMAIL"))
    var administrator: String

    @Option(help: ArgumentHelp("The administrator's name.", valueName: "NAME"))
    var administratorName = "Administrator"

    @OptionGroup var server: AddressOption

    @Option(help: ArgumentHelp("Its identifier in addresses; made of the name where not given.", valueName: "ID"))
    var id: String?

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        guard !name.asCell.isEmpty else { throw ValidationError("An organisation needs a name that can be seen.") }
        let workshop = try Workshop(database)
        defer { try? workshop.store.close() }
        let wanted = try id.map(identifier)
        let (account, token) = try await signInLink(name: administratorName, email: administrator, in: workshop)
        let founded = try await Founding(journals: workshop.journals, house: workshop.house).found(
            name: name, administrator: account.id, language: .en, wanted: wanted)
        print("The organisation “\(name)” is there: \(server.address)/\(founded.id)")
        print("Its administrator comes in, once and within seven days, with:\n  \(server.address)/welcome/\(token.text)")
    }
}
