import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What shows that something holds, and the action that mends what does not.
enum GapForms {
    static let routes: [Route] = [
        .form("assessments/rounds/{round}/evidence/{category}", .participants, show: show, decide: GapDecisions.show),
        .form("assessments/evidence/{evidence}/remove", .planners, show: removeEvidence, decide: GapDecisions.removeEvidence),
        .form("assessments/rounds/{round}/act/{category}", .planners, show: act, decide: GapDecisions.act),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(in: .draft, .open, .closed), category = try visit.category(of: round), say = visit.say
        let statements = category.statements.map { visit.choice($0.id, $0.text) }
        return Form(
            say("assessments.give-evidence"), lede: visit.plain(category.title), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"), cancel: AssessmentPath.round(id),
            fields: [
                Field("statement", say("assessments.field.statement"), .choice([Choice("", say("assessments.the-category"))] + statements)),
                .localized("text", say("assessments.field.evidence"), .empty, rows: 3, languages: visit.languages, required: true, help: say("assessments.field.evidence-help")),
                Field("link", say("assessments.field.link"), .line), Field("thing", say("assessments.field.thing"), .choice(things(visit, category))),
            ])
    }

    /// What the system holds of the kinds that may show it.
    private static func things(_ visit: Visit, _ category: Category) -> [Choice] {
        let kinds = category.holds.isEmpty ? ["planning.kind.objective", "planning.kind.action"] : category.holds
        return [Choice("", "–")]
            + kinds.flatMap { kind in
                visit.thread.nodes.filter { $0.kind == kind }.prefix(GapForms.most).map { visit.choice($0.reference.description, $0.title.coded($0.code), group: visit.say(kind)) }
            }
    }

    /// More than these nobody looks through in a list.
    private static let most = 200

    private static func removeEvidence(_ visit: Visit) throws -> Form {
        let id: ID<Evidence> = try visit.id("evidence"), say = visit.say
        guard let evidence = visit.assessments.evidence[id], visit.sees(evidence.round), visit.assessments.phase(of: evidence.round) != .published else { throw Missing() }
        return .withdrawing(
            say("assessments.remove-evidence"), lede: visit.plain(evidence.text), place: AssessmentPath.front, trail: visit.trail(to: evidence.round), submit: say("assessments.remove-it"),
            cancel: AssessmentPath.round(evidence.round), say)
    }

    /// What is written down today has not begun yet.
    private static let daysToBegin = 14

    /// Filled in, so that one click is enough: under the lowest perspective of the running plan, where capacities stand.
    private static func act(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(in: .closed, .published), category = try visit.category(of: round), say = visit.say, plan = visit.plan
        let running = plan.plan(runningOn: visit.times.today), lowest = running.flatMap { plan.perspectives(of: $0).last { !plan.objectives(in: $0.id).isEmpty }?.id }
        let units = say.sorted(visit.register.units.map { visit.choice($0.key, $0.value.name) }, by: \.label)
        let score = try visit.figures(id).whole.scores[category.id]
        return Form(
            say("assessments.act"), lede: say("assessments.act-lede"), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("assessments.act-it"), cancel: AssessmentPath.round(id),
            fields: [
                .localized("title", say("assessments.field.action"), words("assessments.action-title", visit.house.catalogue, title: category.title), languages: visit.languages, required: true),
                Field("objective", say("assessments.field.objective"), .choice(visit.objectiveChoices()), value: lowest.flatMap { plan.objectives(in: $0).first?.id.text }, required: true),
                Field("owner", say("assessments.field.owner"), .choice([Choice("", "–")] + units)),
                Field("from", say("assessments.field.from-day"), .day, value: "\(visit.times.today.adding(days: GapForms.daysToBegin))"),
                Field("until", say("assessments.field.until-day"), .day, value: "\(visit.times.today.adding(days: 365))"),
                .localized("description", say("assessments.field.text"), .empty, rows: 3, languages: visit.languages),
            ]
        ) {
            p(.class("note")) {
                strong { visit.text(category.title) }
                if let score { " \(say("assessments.act-because", ["mean": say.tenths(score.mean), "n": say.number(score.count)]))" }
            }
            let present = visit.assessments.gaps(of: id, category.id).compactMap { visit.nodeLink(Reference(Plan.self, $0.gap.action)) }
            if !present.isEmpty {
                p(.class("notice warn")) { say("assessments.act-again") }
                ul { for link in present { li { link } } }
            }
            if visit.assessments.phase(of: id) != .published || round.readers != .everyone { p(.class("help")) { say("assessments.act-seen") } }
        }
    }
}
