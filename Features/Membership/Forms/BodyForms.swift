import HashTreeCollections
import Journal
import Organisation
import Pages

/// A body, its place among the others, and its seats: one number for each region and one for all others.
enum BodyForms {
    static let new = Route.form(
        "new/body", .planners,
        show: { visit in form(visit, visit.say("membership.form.new-body"), Body(name: .empty), cancel: "bodies", more: [visit.sinceField])
        },
        decide: { submission in
            let body = try entered(submission, present: Body(name: .empty))
            return try record(body, submission.register.freeID(for: body.name.plain(), otherwise: submission.newID(Body.self)), submission)
        })

    static let edit = Route.form(
        "bodies/{body}/edit", .planners,
        show: { visit in
            let id: ID<Body> = try visit.id("body")
            guard let body = visit.register.bodies[id] else { throw Missing() }
            return form(
                visit, visit.say("membership.form.edit", ["name": visit.plain(body.name)]), body, besides: id, cancel: "bodies/\(id)",
                trail: [(visit.plain(body.name), "bodies/\(id)")])
        },
        decide: { submission in
            let id: ID<Body> = try submission.id("body")
            guard let present = submission.register.bodies[id] else { throw Refusal("pages.refusal.gone") }
            return try record(try entered(submission, present: present), id, submission)
        })

    private static func form(
        _ visit: Visit, _ title: String, _ body: Body, besides id: ID<Body>? = nil, cancel: String,
        trail: [(title: String, path: String)] = [], more: [Field] = []
    ) -> Form {
        let say = visit.say
        let superiors = [visit.nothing("membership.form.reports-to-nobody")] + visit.bodyChoices.filter { $0.value != id?.text }
        return Form(
            title, place: "bodies", trail: [(say("membership.nav.bodies"), "bodies")] + trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                .localized("name", say("pages.name"), body.name, languages: visit.languages, required: true),
                .localized("purpose", say("membership.purpose"), body.purpose, rows: 3, languages: visit.languages),
                Field("reports-to", say("membership.reports-to"), .choice(superiors), value: body.reportsTo?.text ?? ""),
                Field(
                    "plenary", say("membership.form.plenary"), .flag, value: body.isPlenary ? "yes" : nil,
                    help: say("membership.form.plenary-help")),
            ] + seatFields(visit, body) + [
                Field(
                    "mandate-years", say("membership.form.mandate-years"), .number, value: body.mandateYears.map { "\($0)" },
                    help: say("membership.form.mandate-years-help")),
                Field("renewable-once", say("membership.form.renewable-once"), .flag, value: body.isRenewableOnce ? "yes" : nil),
                .localized("source", say("pages.source"), body.source, languages: visit.languages),
            ] + more)
    }

    private static func seatFields(_ visit: Visit, _ body: Body) -> [Field] {
        let ofRegions = visit.register.regionsInOrder.map { id, region in
            Field(
                "seats-\(id)", visit.say("membership.form.seats-of", ["region": visit.plain(region.name)]), .number,
                value: seats(body.seats(of: id)))
        }
        return ofRegions + [
            Field(
                "seats-other", visit.say("membership.form.seats-other"), .number, value: seats(body.otherSeats),
                help: visit.say("membership.form.seats-other-help"))
        ]
    }

    private static func seats(_ count: Int) -> String? { count == 0 ? nil : String(count) }

    private static func entered(_ submission: Submission, present: Body) throws(Refusal) -> Body {
        let entered = submission.entered
        let register = submission.register
        var body = present
        body.name = try entered.localized("name", present: present.name, max: 200, required: true)
        body.purpose = try entered.localized("purpose", present: present.purpose, max: 4_000)
        body.source = try entered.localized("source", present: present.source, max: 1_000)
        body.reportsTo = try entered.id("reports-to") { register.bodies[$0] != nil }
        body.isPlenary = entered.flag("plenary")
        body.isRenewableOnce = entered.flag("renewable-once")
        body.mandateYears = try entered.integer("mandate-years", in: 1...50)
        body.seats = []
        for region in register.regionsInOrder.map(\.id) + [nil] {
            let note = present.seats.first { $0.region == region }?.note ?? .empty
            var rule = SeatRule(region: region, count: 0, note: note)
            rule.count = try entered.integer(rule.field, in: -10_000...10_000) ?? 0
            if rule.count != 0 { body.seats.append(rule) }
        }
        return body
    }

    private static func record(_ body: Body, _ id: ID<Body>, _ submission: Submission) throws -> Outcome {
        .record(
            try submission.register.describe(body, as: id, since: try submission.entered.day("since"), today: submission.today),
            then: "bodies/\(id)", notice: Saying("membership.notice.saved", ["name": .content(body.name)]))
    }
}
