import HashTreeCollections
import Journal
import Organisation
import Pages

/// A unit of the organisation's own staff: what it answers for, and to whom.
enum UnitForms {
    static let new = Route.form(
        "new/unit", .planners,
        show: { visit in
            form(
                visit, visit.say("membership.form.new-unit"), Unit(name: .empty, kind: .directorate), cancel: "units",
                more: [visit.sinceField])
        },
        decide: { submission in
            let unit = try entered(submission, present: nil)
            return try record(unit, submission.register.freeID(for: unit.name.plain(), otherwise: submission.newID(Unit.self)), submission)
        })

    static let edit = Route.form(
        "units/{unit}/edit", .planners,
        show: { visit in
            let (id, unit) = try present(visit)
            return form(
                visit, visit.say("membership.form.edit", ["name": visit.plain(unit.name)]), unit, besides: id, cancel: "units/\(id)",
                trail: [(visit.plain(unit.name), "units/\(id)")])
        },
        decide: { submission in
            let id: ID<Unit> = try submission.id("unit")
            guard let present = submission.register.units[id] else { throw Refusal("pages.refusal.gone") }
            return try record(try entered(submission, present: present), id, submission)
        })

    static let close = Route.form(
        "units/{unit}/close", .planners,
        show: { visit in
            let (id, unit) = try present(visit)
            let say = visit.say
            let name = visit.plain(unit.name)
            return .withdrawing(
                say("membership.form.close-unit", ["name": name]), lede: say("membership.form.close-unit-lede"), place: "units",
                trail: [(say("membership.nav.units"), "units"), (name, "units/\(id)")],
                submit: say("membership.form.close-unit", ["name": name]),
                cancel: "units/\(id)", reason: visit.reasonField("pages.withdraw-why-help"), say)
        },
        decide: { submission in
            let id: ID<Unit> = try submission.id("unit")
            let reason = try submission.reason
            return .record(
                try submission.register.close(id, because: reason), then: "units",
                notice: Saying("membership.notice.unit-closed", ["name": .content(submission.register.units[id]?.name ?? .empty)]))
        })

    private static func present(_ visit: Visit) throws(Missing) -> (id: ID<Unit>, unit: Unit) {
        let id: ID<Unit> = try visit.id("unit")
        guard let unit = visit.register.units[id] else { throw Missing() }
        return (id, unit)
    }

    private static func form(
        _ visit: Visit, _ title: String, _ unit: Unit, besides id: ID<Unit>? = nil, cancel: String,
        trail: [(title: String, path: String)] = [], more: [Field] = []
    ) -> Form {
        let say = visit.say
        let bodies = visit.bodyChoices.map { Choice("body:\($0.value)", $0.label) }
        let units = visit.unitChoices.filter { $0.value != id?.text }.map { Choice("unit:\($0.value)", $0.label) }
        return Form(
            title, place: "units", trail: [(say("membership.nav.units"), "units")] + trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                .localized("name", say("pages.name"), unit.name, languages: visit.languages, required: true),
                Field(
                    "kind", say("membership.unit-kind"), .choice(choices(Unit.Kind.self, "membership.unit-kind", say)),
                    value: unit.kind.rawValue),
                Field("region", say("membership.region"), .choice(visit.regionChoices), value: unit.region?.text ?? ""),
                .localized(
                    "answers-for", say("membership.answers-for"), unit.answersFor, rows: 3, languages: visit.languages,
                    help: say("membership.form.answers-for-help")),
                Field(
                    "answers-to", say("membership.answers-to"),
                    .choice([visit.nothing("membership.form.answers-to-nobody")] + bodies + units),
                    value: value(of: unit.answersTo)),
            ] + more)
    }

    private static func value(of superior: Unit.Superior?) -> String {
        switch superior {
        case .unit(let id): "unit:\(id)"
        case .body(let id): "body:\(id)"
        case nil: ""
        }
    }

    private static func entered(_ submission: Submission, present: Unit?) throws(Refusal) -> Unit {
        let entered = submission.entered
        let register = submission.register
        return Unit(
            name: try entered.localized("name", present: present?.name ?? .empty, max: 200, required: true),
            kind: try entered.choice("kind"), region: try entered.id("region") { register.regions[$0] != nil },
            answersFor: try entered.localized("answers-for", present: present?.answersFor ?? .empty, max: 4_000),
            answersTo: try superior(entered.text("answers-to")))
    }

    private static func superior(_ text: String) throws(Refusal) -> Unit.Superior? {
        if text.isEmpty { return nil }
        let parts = text.split(separator: ":", maxSplits: 1)
        if parts.count == 2, parts[0] == "unit", let id = ID<Unit>(parts[1]) { return .unit(id) }
        if parts.count == 2, parts[0] == "body", let id = ID<Body>(parts[1]) { return .body(id) }
        throw Refusal("pages.refusal.choose", field: "answers-to")
    }

    private static func record(_ unit: Unit, _ id: ID<Unit>, _ submission: Submission) throws -> Outcome {
        .record(
            try submission.register.describe(unit, as: id, since: try submission.entered.day("since"), today: submission.today),
            then: "units/\(id)", notice: Saying("membership.notice.saved", ["name": .content(unit.name)]))
    }
}
