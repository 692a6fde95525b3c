import Accounts
import ArgumentParser
import Foundation
import Journal
import Logging

/// How mails go out, for the commands that send some.
struct MailOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            How mails go out: with this system's command, or as one file each in a folder from which something else fetches them. \
            Without it none do, and links are shown to be handed over.
            """,
            valueName: "sendmail:PATH|spool:FOLDER"))
    var mail: String?

    @Option(help: ArgumentHelp("The address from which mails come.", valueName: "EMAIL"))
    var mailFrom: String?

    /// - Parameters:
    ///   - host: where mails come from where no address is given.
    ///   - pauses: before each further attempt.
    ///   - givenUp: told of what could not be sent.
    func room(
        host: String, pauses: [Duration] = MailRoom.pauses, _ logger: Logger, givenUp: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> MailRoom {
        let address = mailFrom ?? "portolan@\(host)"
        let sender: Mailbox
        do { sender = try Mailbox(name: "Portolan", address: address) } catch { throw ValidationError("“\(address)” is not an e-mail address. Give one with --mail-from.") }
        return MailRoom(try delivery(), from: sender, now: { .now }, pauses: pauses) { report in
            switch report {
            case .sent(let kind, let id): logger.notice("mail sent", metadata: ["kind": "\(kind)", "id": "\(id)"])
            case .delayed(let kind, let id, let attempt, let why):
                logger.warning("mail not taken, to be tried again", metadata: ["kind": "\(kind)", "id": "\(id)", "attempt": "\(attempt)", "why": "\(why)"])
            case .givenUp(let kind, let id, let why):
                logger.error("mail given up", metadata: ["kind": "\(kind)", "id": "\(id)", "why": "\(why)"])
                givenUp(kind)
            }
        }
    }

    private func delivery() throws -> (any MailDelivery)? {
        guard let mail else { return nil }
        let parts = mail.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError("Write --mail as sendmail:/usr/sbin/sendmail or spool:FOLDER.") }
        switch parts[0] {
        case "sendmail":
            do { return try Sendmail(path: parts[1]) } catch { throw ValidationError("There is no command at “\(parts[1])” that could be run. Give its whole path.") }
        case "spool": return try MailSpool(path: parts[1])
        default: throw ValidationError("Write --mail as sendmail:/usr/sbin/sendmail or spool:FOLDER.")
        }
    }
}
