import Accounts
import ArgumentParser
import Exchange
import Foundation
import HashTreeCollections
import Journal
import Logging
import Organisation
import Server
import Stores
import Synchronization

struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let somebody into an organisation.",
        discussion: """
            Sends an invitation by mail, or prints its link to be handed over. It is accepted once, within seven days, by whoever is \
            signed in with that address, knows the password of its account, or chooses the first. Without a role they become \
            administrator and planner: for an organisation that came in from a file, or whose administrator is gone. The journal says that \
            the program itself invited them.

              portolan organisation invite harbours --email you@example.org
              portolan organisation invite wco --email bruno@example.org --name Bruno --role drafter --scope member:fra

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

    @Option(help: ArgumentHelp("In which language they are written to: en, fr, es, ar, ru or pt.", valueName: "LANGUAGE"))
    var language = "en"

    @OptionGroup var mail: MailOption

    @OptionGroup var server: AddressOption

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let workshop = try Workshop(database)
        defer { try? workshop.store.close() }
        guard let journal = try await workshop.journals.existing(try identifier(organisation)) else {
            throw ValidationError("There is no organisation “\(organisation)”. See: portolan organisation list")
        }
        guard let language = Language(rawValue: language) else { throw ValidationError("The languages are: en, fr, es, ar, ru, pt.") }
        let address = SignIn.normalised(email)
        guard SignIn.looksLikeAddress(address), let name = try? SignIn.readable(name.asTyped) else {
            throw ValidationError("“\(email)” is not an e-mail address, or “\(name)” is no name.")
        }
        let invitation = try invitation(in: journal.standing)
        if let account = try await workshop.signIn.store.account(email: address) {
            let held = journal.standing[Grants.self].of(account.id)
            let isHeld = invitation.roles.allSatisfy { held.contains(Grant(account: account.id, role: $0, scope: invitation.scope)) }
            if isHeld { throw ValidationError("“\(email)” has these roles already. For a new password: portolan account link \(email)") }
        }
        var generator = SystemRandomNumberGenerator()
        let id = ID<Invitation>.random(using: &generator)
        let (letter, token) = try await workshop.signIn.letter(for: id.text, in: journal.id, name: name, email: address, language: language.rawValue)
        _ = try await journal.record(Command(by: .system, key: "invite-\(id)", content: Data(id.text.utf8))) { _ in
            [Proposal(Grants.self, .invited(id: id, invitation))]
        }
        try await tell(of: letter, token, invitation, journal.standing, workshop)
    }

    private func invitation(in organisation: Organisation) throws -> Invitation {
        let roles = try self.roles(in: organisation[Register.self])
        return Invitation(
            roles: roles.map(\.role), scope: roles.first?.scope ?? .organisation, until: Moment.now.day.adding(days: Invitation.days))
    }

    /// By mail where that is set and taken at once; otherwise the link is printed.
    private func tell(of letter: Letter, _ token: Token, _ invitation: Invitation, _ organisation: Organisation, _ workshop: Workshop) async throws {
        var logger = Logger(label: "portolan")
        logger.logLevel = .warning
        let failed = Failed(), host = URL(string: server.address)?.host() ?? "localhost"
        let room = try mail.room(host: host, pauses: [], logger) { _ in failed.set() }
        let settings = Settings(host: "127.0.0.1", port: 8080, version: version, publicAddress: server.address)
        let words = MailWords(house: workshop.house, settings: settings)
        if room.isOpen {
            await room.send("invitation") { try words.invitation(letter, token, to: invitation, of: organisation, by: nil) }
            await room.settle()
        }
        if room.isOpen, !failed.isSet { return print("The invitation has been handed over to the mail program.") }
        print("They accept, once and within seven days, at:\n  \(server.address)/invitations/\(token.text)")
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

/// Whether a mail was given up.
private final class Failed: Sendable {
    private let state = Mutex(false)
    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}

/// A link for an account, which is made where the address is new.
func signInLink(name: String, email: String, in workshop: Workshop) async throws -> (account: Account, token: Token) {
    do { return try await workshop.signIn.link(name: name.asTyped, email: email) } catch SignIn.Problem.emailUnreadable {
        throw ValidationError("“\(email)” is not an e-mail address.")
    }
}

func identifier(_ text: String) throws -> OrganisationID {
    guard let id = OrganisationID(text) else { throw ValidationError("“\(text)” is not an identifier: a-z, 0-9 and - only.") }
    return id
}
