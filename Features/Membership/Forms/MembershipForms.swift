import HashTreeCollections
import Journal
import Organisation
import Pages

/// Leaving, and joining again: each on a day of its own, which may lie in the past.
enum MembershipForms {
    static let leave = Route.form(
        "members/{member}/leave", .planners,
        show: { visit in
            var form = try question(
                visit, "membership.form.leave", lede: "membership.form.leave-lede", fields: [visit.reasonField("membership.form.leave-why")])
            form.isDangerous = true
            return form
        },
        decide: { submission in
            let id: ID<Member> = try submission.id("member")
            let on = try submission.entered.day("on", required: true) ?? submission.today
            let reason = try submission.reason
            return .record(
                try submission.register.leave(id, on: on, because: reason), then: "members/\(id)", notice: notice("left", id, submission))
        })

    static let join = Route.form(
        "members/{member}/join", .planners,
        show: { visit in try question(visit, "membership.form.rejoin", lede: "membership.form.rejoin-lede", fields: []) },
        decide: { submission in
            let id: ID<Member> = try submission.id("member")
            let on = try submission.entered.day("on", required: true) ?? submission.today
            return .record(
                try submission.register.rejoin(id, on: on, today: submission.today), then: "members/\(id)",
                notice: notice("joined", id, submission))
        })

    private static func question(_ visit: Visit, _ title: String, lede: String, fields: [Field]) throws -> Form {
        let id: ID<Member> = try visit.id("member")
        guard let member = visit.register.described[id] else { throw Missing() }
        let name = visit.plain(member.name)
        let say = visit.say
        return Form(
            say(title, ["name": name]), lede: say(lede), place: "members",
            trail: [(say("membership.nav.members"), "members"), (name, "members/\(id)")], submit: say(title, ["name": name]),
            cancel: "members/\(id)",
            fields: [Field("on", say("membership.form.on"), .day, required: true, help: say("membership.form.on-help"))] + fields)
    }

    private static func notice(_ what: String, _ id: ID<Member>, _ submission: Submission) -> Saying {
        Saying("membership.notice.member-\(what)", ["name": .content(submission.register.described[id]?.name ?? .empty)])
    }
}
