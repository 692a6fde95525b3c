import HashTreeCollections
import Journal
import Organisation
import Pages

/// Admitting a member, and saying anew what it is.
enum MemberForms {
    static let new = Route.form(
        "new/member", .planners,
        show: { visit in
            form(
                visit, visit.say("membership.form.new-member"),
                member: Member(name: .empty, region: nil, code: "", joined: Joining(nil, .exact)),
                cancel: "members")
        },
        decide: { submission in
            let member = try entered(submission, present: nil)
            let id = submission.register.freeID(for: member.code, otherwise: submission.newID(Member.self))
            return .record(
                try submission.register.admit(member, as: id, today: submission.today), then: "members/\(id)",
                notice: Saying("membership.notice.member-admitted", ["name": .content(member.name)]))
        })

    static let edit = Route.form(
        "members/{member}/edit", .planners,
        show: { visit in
            let id: ID<Member> = try visit.id("member")
            guard let member = visit.register.described[id] else { throw Missing() }
            return form(
                visit, visit.say("membership.form.edit", ["name": visit.plain(member.name)]), member: member, cancel: "members/\(id)",
                trail: [(visit.plain(member.name), "members/\(id)")])
        },
        decide: { submission in
            let id: ID<Member> = try submission.id("member")
            let member = try entered(submission, present: submission.register.described[id])
            return .record(
                try submission.register.describe(member, as: id, today: submission.today), then: "members/\(id)",
                notice: Saying("membership.notice.saved", ["name": .content(member.name)]))
        })

    private static func form(
        _ visit: Visit, _ title: String, member: Member, cancel: String, trail: [(title: String, path: String)] = []
    ) -> Form {
        let say = visit.say
        return Form(
            title, place: "members", trail: [(say("membership.nav.members"), "members")] + trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                Field("code", say("pages.code"), .line, value: member.code, required: true, help: say("membership.form.code-help")),
                .localized("name", say("pages.name"), member.name, languages: visit.languages, required: true),
                Field("region", say("membership.region"), .choice(visit.regionChoices), value: member.region?.text ?? ""),
                Field(
                    "standing", say("membership.standing"), .choice(choices(Member.Standing.self, "membership.standing", say)),
                    value: member.standing.rawValue, help: say("membership.form.standing-help")),
                Field(
                    "precision", say("membership.form.precision"), .choice(choices(Joining.Precision.self, "membership.precision", say)),
                    value: member.joined.precision.rawValue, help: say("membership.form.precision-help")),
                Field(
                    "joined", say("membership.form.joined"), .day, value: member.joined.day?.description,
                    help: say("membership.form.joined-help")),
                Field(
                    "latest", say("membership.form.latest"), .day, value: member.joined.latest?.description,
                    help: say("membership.form.latest-help")),
                .localized(
                    "note", say("membership.note"), member.note, rows: 3, languages: visit.languages, help: say("membership.form.note-help")
                ),
            ])
    }

    private static func entered(_ submission: Submission, present: Member?) throws(Refusal) -> Member {
        let entered = submission.entered
        let register = submission.register
        return Member(
            name: try entered.localized("name", present: present?.name ?? .empty, max: 200, required: true),
            region: try entered.id("region") { register.regions[$0] != nil },
            standing: try entered.choice("standing"), code: try entered.code(instead: present?.code, required: true),
            joined: Joining(try entered.day("joined"), try entered.choice("precision"), latest: try entered.day("latest")),
            note: try entered.localized("note", present: present?.note ?? .empty, max: 4_000))
    }
}
