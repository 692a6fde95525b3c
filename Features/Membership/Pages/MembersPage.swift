import Journal
import Organisation
import Pages

/// All members by region, as they were on the day being read.
struct MembersPage {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    static let route = Route.page("members", .everyone) { MembersPage($0).page }

    private var say: Say { visit.say }

    var page: Page {
        let list = visit.common("membership/members") { visit in
            let listing = MembersListing(visit)
            return (lede: listing.lede, sheets: listing.sheets)
        }
        return Page(say("membership.nav.members"), place: "members") {
            if list.lede.isEmpty {
                nobody
            } else {
                list.lede
                actions
                list.sheets
            }
        }
    }

    private var nobody: Markup {
        emptyState(say("membership.members.none"), say(visit.isNow ? "membership.members.none-text" : "membership.members.none-then")) {
            visit.control(.planners, "new/region", say("membership.form.new-region"), quiet: false)
            visit.control(.planners, "new/member", say("membership.form.new-member"))
        }
    }

    private var actions: Markup {
        div(.class("actions")) {
            visit.control(.planners, "new/member", say("membership.form.new-member"), quiet: false)
            visit.control(.planners, "new/region", say("membership.form.new-region"))
            link(visit.path("exports"), .class("button quiet")) { say("pages.take-along") }
            link(visit.path("about"), .class("button quiet")) { say("membership.about") }
        }
    }

    static func row(_ id: ID<Member>, _ member: Member, _ visit: Visit) -> Markup {
        tr {
            th(.scope("row")) { link(visit.path("members/\(id)")) { visit.text(member.name) } }
            td { member.code }
            td { visit.say.sinceShort(member.joined) }
        }
    }
}
