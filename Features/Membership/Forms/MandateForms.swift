import HashTreeCollections
import Journal
import Organisation
import Pages

/// Giving a seat or an office, correcting it, and taking it back.
enum MandateForms {
    static let new = Route.form(
        "bodies/{body}/new-mandate", .planners,
        show: { visit in
            let id: ID<Body> = try visit.id("body")
            return try form(visit, "membership.form.new-mandate", body: id, present: nil)
        },
        decide: { submission in
            let body: ID<Body> = try submission.id("body")
            return try record(body, submission.newID(Mandate.self), submission)
        })

    static let edit = Route.form(
        "mandates/{mandate}/edit", .planners,
        show: { visit in
            let mandate = try present(visit)
            return try form(visit, "membership.form.edit-mandate", body: mandate.body, present: mandate)
        },
        decide: { submission in
            let id: ID<Mandate> = try submission.id("mandate")
            guard let mandate = submission.register.mandates[id] else { throw Refusal("pages.refusal.gone") }
            return try record(mandate.body, id, submission)
        })

    static let withdraw = Route.form(
        "mandates/{mandate}/withdraw", .planners,
        show: { visit in
            let mandate = try present(visit)
            let say = visit.say
            let body = visit.register.bodies[mandate.body].map { visit.plain($0.name) } ?? mandate.body.text
            return .withdrawing(
                say("membership.form.withdraw-mandate"),
                lede: say("membership.form.withdraw-mandate-lede", ["name": visit.memberName(mandate.member), "body": body]),
                place: "bodies",
                trail: trail(visit, mandate.body), cancel: "bodies/\(mandate.body)",
                asking: [Field("on", say("membership.form.withdrawn-on"), .day, help: say("membership.form.withdrawn-on-help"))], say)
        },
        decide: { submission in
            let id: ID<Mandate> = try submission.id("mandate")
            let register = submission.register
            let on = try submission.entered.day("on") ?? submission.today
            let reason = try submission.reason
            let proposals = try register.withdraw(id, on: on, because: reason, today: submission.today)
            let body = register.mandates[id]?.body.text ?? ""
            return .record(proposals, then: "bodies/\(body)", notice: Saying("membership.notice.mandate-withdrawn"))
        })

    private static func present(_ visit: Visit) throws(Missing) -> Mandate {
        let id: ID<Mandate> = try visit.id("mandate")
        guard let mandate = visit.register.mandates[id] else { throw Missing() }
        return mandate
    }

    private static func trail(_ visit: Visit, _ id: ID<Body>) -> [(title: String, path: String)] {
        let name = visit.register.bodies[id].map { visit.plain($0.name) } ?? id.text
        return [(visit.say("membership.nav.bodies"), "bodies"), (name, "bodies/\(id)")]
    }

    private static func form(_ visit: Visit, _ title: String, body id: ID<Body>, present: Mandate?) throws(Missing) -> Form {
        guard let body = visit.register.bodies[id] else { throw Missing() }
        let say = visit.say
        return Form(
            say(title, ["body": visit.plain(body.name)]), place: "bodies", trail: trail(visit, id), submit: say("pages.save"),
            cancel: "bodies/\(id)",
            fields: [
                Field(
                    "member", say("membership.member"), .choice([visit.nothing("membership.form.choose")] + visit.memberChoices),
                    value: present?.member.text ?? "", required: true),
                Field(
                    "office", say("membership.office"), .choice(choices(Mandate.Office.self, "membership.office", say)),
                    value: (present?.office ?? .seat).rawValue),
                Field("from", say("membership.form.from"), .day, value: present?.from.description, required: true),
                Field(
                    "until", say("membership.form.until"), .day, value: present?.until?.description,
                    help: body.mandateYears.map { say("membership.form.until-years", count: $0) } ?? say("membership.form.until-open")),
            ])
    }

    private static func record(_ body: ID<Body>, _ id: ID<Mandate>, _ submission: Submission) throws -> Outcome {
        let entered = submission.entered
        let register = submission.register
        guard let member = try entered.id("member", required: true, where: { register.described[$0] != nil }),
            let from = try entered.day("from", required: true)
        else { throw Refusal("pages.refusal.choose", field: "member") }
        let mandate = Mandate(body: body, member: member, office: try entered.choice("office"), from: from, until: try entered.day("until"))
        return .record(
            try register.give(mandate, as: id, today: submission.today), then: "bodies/\(body)",
            notice: Saying("membership.notice.mandate-given", ["name": .content(register.described[member]?.name ?? .empty)]))
    }
}
