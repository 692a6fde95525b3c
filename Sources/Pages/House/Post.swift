import Journal
import Organisation

/// What a feature knows of how people are reached by mail: never an address.
package struct Post: Sendable, Equatable {
    /// Whether mails go out at all.
    package var isOpen: Bool
    /// Of whom mails came back, by account; told to those alone who may have people written to.
    package var returned: [ID<Actor>: Returned]

    package init(isOpen: Bool, returned: [ID<Actor>: Returned] = [:]) {
        self.isOpen = isOpen
        self.returned = returned
    }

    package static let closed = Post(isOpen: false)

    /// That a mail came back, why, and when.
    package struct Returned: Sendable, Equatable {
        package var on: Day
        /// As RFC 3463 has it: `5.1.1`.
        package var status: String
        /// What the other side said; empty where it said nothing.
        package var reason: String

        package init(on: Day, status: String, reason: String) {
            self.on = on
            self.status = status
            self.reason = reason
        }

        /// Whether it is of no use to write there again; otherwise it was only late.
        package var isPermanent: Bool { status.hasPrefix("5.") }

        /// In plain words, a key among the words.
        package var why: String {
            guard isPermanent else { return "pages.returned.late" }
            let subject = status.split(separator: ".").dropFirst().first
            switch subject {
            case "1": return "pages.returned.address"
            case "2": return "pages.returned.mailbox"
            case "4": return "pages.returned.host"
            case "7": return "pages.returned.refused"
            default: return "pages.returned.other"
            }
        }
    }

    /// Whether a mail to this account can be hoped to arrive.
    package func reaches(_ account: ID<Actor>) -> Bool { returned[account]?.isPermanent != true }
}
