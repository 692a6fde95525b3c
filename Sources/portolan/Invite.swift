import Accounts
import ArgumentParser
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Stores

struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let somebody into an organisation.",
        discussion: """
            Prints a link that signs them in once, within seven days, and lets them choose a password. Without a role they become \
            administrator and planner: for an organisation that came in from a file, or whose administrator is gone. The journal says that \
            the program itself gave the roles.

              portolan organisation invite harbour-guild --email you@example.org
              portolan organisation invite harbour-guild --email bruno@example.org --name Bruno --role drafter --scope member:fra

            Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).
            """)

    @Argument(help: "The organisation's identifier, as in its address.")
    var organisation: String

    @Option(help: ArgumentHelp("Their e-mail address.", valueName: "EMAIL"))
    var email: String

    @Option(help: ArgumentHelp("What they are called.", valueName: "NAME"))
    var name = "Administrator"

    @Option(help: ArgumentHelp("What they are to be. May be repeated.", valueName: "ROLE"))
    var role: [String] = []

    @Option(help: ArgumentHelp("How far the role reaches: member:CODE, region:ID, body:ID or unit:ID; the whole organisation where not given.", valueName: "KIND:ID"))
    var scope: String?

    @Option(help: ArgumentHelp("Where the server will be reached, for the link.", valueName: "URL"))
    var address = "http://127.0.0.1:8080"

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let workshop = try Workshop(database)
        defer { try? workshop.store.close() }
        guard let journal = try await workshop.journals.existing(try identifier(organisation)) else {
            throw ValidationError("There is no organisation “\(organisation)”. See: portolan organisation list")
        }
        let roles = try self.roles(in: journal.standing[Register.self])
        let (account, token) = try await signInLink(name: name, email: email, in: workshop)
        _ = try await journal.record(Command(by: .system, key: UUID().uuidString.lowercased(), content: Data(account.id.text.utf8))) { standing in
            var generator = SystemRandomNumberGenerator()
            let held = standing[Grants.self].of(account.id)
            return roles.map { Grant(account: account.id, role: $0.role, scope: $0.scope) }.filter { !held.contains($0) }.map {
                Proposal(Grants.self, .granted(id: .random(using: &generator), $0))
            }
        }
        print("They come in, once and within seven days, with:\n  \(address)/welcome/\(token.text)")
    }

    private func roles(in register: Register) throws -> [(role: Role, scope: Scope)] {
        let reach = try self.scope.map { try self.reach($0, register) } ?? Scope.organisation
        let wanted = role.isEmpty ? ["administrator", "planner"] : role
        return try wanted.map { text in
            guard let role = Role(rawValue: text) else { throw ValidationError("“\(text)” is no role. See: portolan organisation invite --help") }
            guard role.scopes.contains(reach.kind) else {
                throw ValidationError("The role \(text) reaches over: \(role.scopes.map(\.rawValue).joined(separator: ", ")). Say which with --scope KIND:ID.")
            }
            return (role, reach)
        }
    }

    private func reach(_ text: String, _ register: Register) throws -> Scope {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError("Write the scope as KIND:ID, for example member:fra.") }
        let found: Scope? =
            switch parts[0] {
            case "member": (register.member(code: parts[1]) ?? ID(parts[1])).flatMap { register[$0] == nil ? nil : .member($0) }
            case "region": ID(parts[1]).flatMap { register.regions[$0] == nil ? nil : .region($0) }
            case "body": ID(parts[1]).flatMap { register.bodies[$0] == nil ? nil : .body($0) }
            case "unit": ID(parts[1]).flatMap { register.units[$0] == nil ? nil : .unit($0) }
            default: nil
            }
        guard let found else { throw ValidationError("The organisation has no \(text).") }
        return found
    }
}

/// A link for an account, which is made where the address is new.
func signInLink(name: String, email: String, in workshop: Workshop) async throws -> (account: Account, token: Token) {
    do { return try await workshop.signIn.link(name: name, email: email) } catch SignIn.Problem.emailUnreadable {
        throw ValidationError("“\(email)” is not an e-mail address.")
    }
}

func identifier(_ text: String) throws -> OrganisationID {
    guard let id = OrganisationID(text) else { throw ValidationError("“\(text)” is not an identifier: a-z, 0-9 and - only.") }
    return id
}
