import ArgumentParser
import Journal
import Organisation
import Stores

struct OrganisationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Create or list organisations, or let somebody in.",
        subcommands: [CreateOrganisation.self, Invite.self, List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the organisations.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let workshop = try Workshop(reading: database)
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
