import Journal
import Organisation
import Pages

/// The invitations that wait for an answer: who, to what, until when. The link itself is nowhere but in the mail.
struct PendingInvitations {
    private let visit: Visit
    private let waiting: [(id: ID<Invitation>, pending: Pending)]

    init(_ visit: Visit) {
        self.visit = visit
        // What was once sent and never answered is of no use after a month.
        waiting = visit.organisation[Grants.self].pending(seenBy: visit.viewer).filter {
            $0.pending.invitation.until.adding(days: 30) >= visit.times.day
        }
    }

    private var say: Say { visit.say }

    @MarkupBuilder var sheet: Markup {
        if visit.isNow, !waiting.isEmpty {
            Pages.sheet(say("membership.people.invited")) { table }
        }
    }

    private var table: Markup {
        scrollingTable(say("membership.people.invited-caption"), id: "invitations", narrow: .cards) {
            headings(
                [
                    (say("membership.person"), false), (say("membership.role"), false), (say("membership.scope"), false),
                    (say("membership.people.until"), false), (say("membership.people.invitation"), false),
                ])
            tbody { for item in waiting { row(item.id, item.pending.invitation) } }
        }
    }

    private func row(_ id: ID<Invitation>, _ invitation: Invitation) -> Markup {
        let invitee = visit.invitees[id], name = invitee?.name ?? say("membership.told.somebody")
        let words = ["name": name, "role": visit.words(invitation.roles)]
        return tr {
            element("th", [.scope("row")]) {
                element("bdi", []) { name }
                if let invitee { " "; element("small", []) { element("bdi", []) { invitee.email } } }
            }
            td { visit.words(invitation.roles) }
            td { visit.words(invitation.scope) }
            td {
                if invitation.until < visit.times.day {
                    span(.class("state bad")) { say("membership.people.invitation-over") }
                } else {
                    say.shortDay(invitation.until)
                }
            }
            td {
                link(visit.path("people/invitations/\(id)/renew"), .label(say("membership.people.renew-label", words))) { say("membership.form.renew") }
                " "
                link(visit.path("people/invitations/\(id)/withdraw"), .label(say("membership.people.withdraw-label", words))) {
                    say("membership.form.withdraw-invitation")
                }
            }
        }
    }
}
