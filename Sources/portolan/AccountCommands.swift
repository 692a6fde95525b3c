import Accounts
import ArgumentParser
import Server
import Stores

/// What the operator does with people's accounts while the server stands still.
struct AccountCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Give somebody a link for a new password, or erase an account.", subcommands: [Link.self, Forget.self])

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a link with which somebody chooses a new password.",
            discussion: """
                For whoever has forgotten theirs where no mail goes out, or whose first link has expired. It works once, within seven \
                days, and ends their sessions and earlier links. Make sure that you hand it to the right person.
                """)

        @Argument(help: "The e-mail address of the account.")
        var email: String

        @OptionGroup var server: AddressOption

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let workshop = try Workshop(database)
            defer { try? workshop.store.close() }
            let account = try await workshop.account(email)
            let token = try await workshop.signIn.link(name: account.name, email: account.email).token
            print("They choose a new password, once and within seven days, with:\n  \(server.address)/reset/\(token.text)")
        }
    }

    struct Forget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase an account.",
            discussion: """
                Name, address, password, sessions and links are removed for good, every role is taken back, and invitations to the address \
                are withdrawn. What the person did stays in the journals, as done by “a person since forgotten”.
                """)

        @Argument(help: "The e-mail address of the account.")
        var email: String

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let workshop = try Workshop(database)
            defer { try? workshop.store.close() }
            let account = try await workshop.account(email)
            let orphaned = try await Forgetting(journals: workshop.journals, signIn: workshop.signIn).forget(account)
            print("The account is erased.")
            for id in orphaned {
                print("“\(id)” has no administrator now. Let one in: portolan organisation invite \(id) --email EMAIL")
            }
        }
    }
}

extension Workshop {
    fileprivate func account(_ email: String) async throws -> Account {
        guard let account = try await signIn.store.account(email: SignIn.normalised(email)) else {
            throw ValidationError("There is no account with the address “\(email)”.")
        }
        return account
    }
}
