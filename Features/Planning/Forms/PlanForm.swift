import HashTreeCollections
import Journal
import Organisation
import Pages

/// A plan's title, years, standing and statements.
enum PlanForm {
    static let routes = [
        Route.form("plan/plans/new", .planners, show: show, decide: decide),
        Route.form("plan/plans/{plan}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("plan") { visit.plan.plans[$0] }, plan = subject?.present
        return Form(
            say(plan == nil ? "planning.new-plan" : "planning.edit-plan"), lede: say("planning.form.plan"), place: PlanPath.plan,
            trail: visit.planTrail, submit: say("pages.save"), cancel: subject.map { PlanPath.plan($0.id) } ?? PlanPath.plan,
            fields: [
                visit.ask("title", plan?.title ?? .empty, required: true, help: "plan-title"),
                visit.ask("from", .day, plan?.from.description, required: true),
                visit.ask("until", .day, plan?.until.description, required: true),
                visit.ask("status", .choice(visit.choices("status", StrategicPlan.Status.self)), (plan?.status ?? .draft).rawValue, help: "plan-status"),
                visit.ask("vision", plan?.vision ?? .empty, rows: 3, help: "vision"),
                visit.ask("mission", plan?.mission ?? .empty, rows: 3, help: "mission"),
                visit.ask("values", ValueLines.joined(plan?.values ?? []), rows: 5, help: "values"),
                visit.ask("source", plan?.source ?? .empty, rows: 2, help: "source"),
                visit.ask("note", plan?.note ?? .empty, rows: 3, help: "note"),
            ])
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered
        let (id, present): (ID<StrategicPlan>, StrategicPlan?) = try submission.subject("plan") { submission.plan.plans[$0] }
        let (from, until) = try entered.span("from", "until", required: true)
        guard let from, let until else { throw Refusal("pages.refusal.required", field: "from") }
        let plan = StrategicPlan(
            title: try entered.localized("title", present: present?.title ?? .empty, max: 300, required: true), from: from, until: until,
            status: try entered.choice("status"), vision: try entered.localized("vision", present: present?.vision ?? .empty),
            mission: try entered.localized("mission", present: present?.mission ?? .empty),
            values: ValueLines.split(try entered.localized("values", present: ValueLines.joined(present?.values ?? []))),
            source: try entered.localized("source", present: present?.source ?? .empty),
            note: try entered.localized("note", present: present?.note ?? .empty))
        if present?.status == .draft, plan.status == .adopted { try refuseUnready(id, plan, submission) }
        return submission.record(plan, unless: present, .planDescribed(id: id, plan), then: PlanPath.plan(id), plan.title)
    }

    /// A draft is not adopted while something blocks it.
    private static func refuseUnready(_ id: ID<StrategicPlan>, _ plan: StrategicPlan, _ submission: Submission) throws(Refusal) {
        let blocking = PlanIndex(submission.plan).findings(on: id, plan, on: submission.today).filter { $0.gravity == .blocks }
        guard let first = blocking.first else { return }
        let about = first.about.compactMap { ID<Objective>($0.id) }.compactMap { submission.plan.objectives[$0] }
        guard !about.isEmpty else { throw Refusal("planning.refusal.nothing-to-adopt", field: "status") }
        let names = about.prefix(5).map { $0.title.coded($0.code).plain(in: submission.language) }.joined(separator: "; ")
        throw Refusal("planning.refusal.not-ready", ["n": "\(about.count)", "names": names], field: "status")
    }
}

/// An organisation's values as lines of one text in each language, and back.
enum ValueLines {
    static func joined(_ values: [Localized]) -> Localized {
        guard let original = values.first?.original else { return .empty }
        let languages = Set(values.flatMap(\.texts.keys))
        let texts = languages.map { language in
            (language, Prose(values.map { ($0.texts[language]?.text ?? "").replacing("\n", with: " ") }.joined(separator: "\n")))
        }
        return Localized(Dictionary(uniqueKeysWithValues: texts), original: original)
    }

    static func split(_ lines: Localized) -> [Localized] {
        let byLanguage = lines.texts.mapValues { ($0.text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let count = byLanguage.values.map(\.count).max() ?? 0
        return (0..<count).map { index in
            let texts = byLanguage.compactMapValues { all -> Prose? in
                guard all.indices.contains(index) else { return nil }
                let text = all[index].split(separator: " ").joined(separator: " ")
                return text.isEmpty ? nil : Prose(text)
            }
            let original = texts[lines.original] == nil ? texts.keys.min() ?? lines.original : lines.original
            return Localized(texts, original: original)
        }.filter { !$0.isEmpty }
    }
}
