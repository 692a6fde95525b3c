import HashTreeCollections
import Journal
import Organisation
import Pages

/// One member: what is recorded about it, its mandates, and what other features know.
struct MemberPage {
    let visit: Visit
    let id: ID<Member>
    let member: Member

    static let route = Route.page("members/{member}", .everyone) { visit in
        let id: ID<Member> = try visit.id("member")
        guard let member = visit.register.described[id] else {
            return try visit.notThere(visit.present[Register.self].described[id]?.name, "membership.nav.members", path: "members")
        }
        return MemberPage(visit: visit, id: id, member: member).page
    }

    private var say: Say { visit.say }
    private var isThere: Bool { visit.register[id] != nil }
    private var left: Day? { visit.register.left[id] }

    private var page: Page {
        Page(visit.plain(member.name), place: "members", trail: [(say("membership.nav.members"), "members")]) {
            p(.class("lede")) { say(standing, ["name": visit.plain(member.name), "day": say.day(visit.times.day)]) }
            actions
            sheet(say("membership.facts")) {
                facts([
                    (say("pages.code"), Markup(member.code)),
                    (say("membership.region"), visit.regionLink(member.region)),
                    (say("membership.standing"), Markup(say("membership.standing.\(member.standing.rawValue)"))),
                    (say("membership.since"), Markup(say.since(member.joined))),
                    (
                        say("membership.counts-from"),
                        member.joined.countsFrom == .beginning ? Markup() : Markup(say.day(member.joined.countsFrom))
                    ),
                    (say("membership.left-on"), left.map { Markup(say.day($0)) } ?? Markup()),
                ])
                if member.region == nil { visit.gap("membership.gap.member-without-region") }
                if member.joined.precision != .exact {
                    remark(Markup(say("membership.precision-text.\(member.joined.precision.rawValue)")))
                }
                remark(visit.text(member.note))
            }
            MandateTables(visit: visit, mandates: visit.register.mandates { $0.member == id }, shows: .body).sheets
            visit.aspects(id)
        }
    }

    private var standing: String {
        if !isThere { return left == nil ? "membership.member.not-yet" : "membership.member.left" }
        return member.standing == .member ? "membership.member.is" : "membership.member.observes"
    }

    private var actions: Markup {
        div(.class("actions")) {
            visit.control(.planners, "members/\(id)/edit", say("pages.edit"))
            if isThere { visit.control(.planners, "members/\(id)/leave", say("membership.form.record-leave")) }
            if left != nil { visit.control(.planners, "members/\(id)/join", say("membership.form.record-join")) }
            if visit.isNow, visit.viewer.mayGrant(.drafter, in: .member(id)) {
                link(visit.path("people"), .class("button quiet")) { say("membership.nav.people") }
            }
        }
    }
}
