import Accounts
import ArgumentParser
import Foundation
import Journal
import Organisation
import Server
import Stores

struct OrganisationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Create or list organisations.", subcommands: [Create.self, List.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create an empty organisation.",
            discussion: "Prints a link that signs its administrator in once, within seven days, and lets them choose a password.")

        @Argument(help: "What the organisation is called.")
        var name: String

        @Option(help: ArgumentHelp("The e-mail address of its administrator.", valueName: "EMAIL"))
        var administrator: String

        @Option(help: ArgumentHelp("The administrator's name.", valueName: "NAME"))
        var administratorName = "Administrator"

        @Option(help: ArgumentHelp("Its identifier in addresses; made of the name where not given.", valueName: "ID"))
        var id: String?

        @Option(help: ArgumentHelp("Where the server will be reached, for the link.", valueName: "URL"))
        var address = "http://127.0.0.1:8080"

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let workshop = try Workshop(database)
            defer { try? workshop.store.close() }
            let wanted = try id.map { text in
                guard let id = OrganisationID(text) else { throw ValidationError("“\(text)” is not an identifier: a-z, 0-9 and - only.") }
                return id
            }
            do {
                let (account, token) = try await workshop.signIn.link(name: administratorName, email: administrator)
                let founded = try await Founding(journals: workshop.journals, house: workshop.house).found(
                    name: name, administrator: account.id, language: .en, wanted: wanted)
                print("The organisation “\(name)” is there: \(address)/\(founded.id)")
                print("Its administrator comes in, once and within seven days, with:\n  \(address)/welcome/\(token.text)")
            } catch SignIn.Problem.emailUnreadable {
                throw ValidationError("“\(administrator)” is not an e-mail address.")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the organisations.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let workshop = try Workshop(database)
            defer { try? workshop.store.close() }
            let all = try await workshop.store.organisations()
            if all.isEmpty { print("None yet. Create one: portolan organisation create NAME --administrator EMAIL") }
            for id in all {
                let standing = try await workshop.journals.journal(id).standing, register = standing[Register.self]
                print("\(id)\t\(register.profile?.name.plain() ?? "")\t\(register.members.count) members\t\(standing.position) events")
            }
        }
    }
}
