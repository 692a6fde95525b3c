import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The forms of planners for a study.
enum StudyForms {
    static let new = Route.form(ScenarioPath.newStudy, .planners, show: start, decide: StudyDecisions.start)
    static let edit = Route.form("scenarios/studies/{study}/edit", .planners, show: describe, decide: StudyDecisions.describe)

    static let routes: [Route] = [
        new, edit,
        .form("scenarios/studies/{study}/open", .planners, show: open, decide: StudyDecisions.open),
        .form("scenarios/studies/{study}/publish", .planners, show: publish, decide: StudyDecisions.publish),
        .form("scenarios/studies/{study}/withdraw", .planners, show: withdraw, decide: StudyDecisions.withdraw),
        .form("scenarios/studies/{study}/axes", .planners, show: axes, decide: AxesDecisions.choose),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let say = visit.say
        var study = ForesightStudy(title: .empty)
        study.plan = visit.plan.plan(runningOn: visit.times.today)
        let earlier = visit.scenarios.studiesInOrder.filter { visit.sees($0.id) && !visit.scenarios.drivers(of: $0.id).isEmpty }.map { visit.choice($0.id, $0.study.title) }
        let from: Field? = earlier.isEmpty ? nil : Field("from", say("scenarios.field.from"), .choice([Choice("", "–")] + earlier), help: say("scenarios.field.from-help"))
        return Form(
            say("scenarios.new-study"), lede: say("scenarios.new-study-lede"), place: ScenarioPath.front, trail: visit.scenarioTrail(), submit: say("pages.save"), cancel: ScenarioPath.front,
            fields: fields(visit, study) + [from].compactMap { $0 })
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, study) = try visit.workedOn()
        return Form(
            visit.say("scenarios.edit-study"), place: ScenarioPath.front, trail: visit.studyTrail(id), submit: visit.say("pages.save"), cancel: ScenarioPath.study(id), fields: fields(visit, study))
    }

    private static func fields(_ visit: Visit, _ study: ForesightStudy) -> [Field] {
        let say = visit.say, readers = ForesightStudy.Readers.allCases.map { Choice($0.rawValue, say("scenarios.readers.\($0.rawValue)")) }
        let plans = visit.plan.plansInOrder.filter { visit.sees($0.id) }.map { visit.choice($0.id, $0.plan.title) }
        return [
            .localized("title", say("scenarios.field.title"), study.title, languages: visit.languages, required: true),
            .localized("question", say("scenarios.field.question"), study.question, rows: 2, languages: visit.languages, required: true, help: say("scenarios.field.question-help")),
            Field("horizon", say("scenarios.field.horizon"), .number, value: study.horizon.map(String.init), help: say("scenarios.field.horizon-help")),
            Field("plan", say("scenarios.field.plan"), .choice([Choice("", "–")] + plans), value: study.plan?.text ?? "", help: say("scenarios.field.plan-help")),
            .localized("introduction", say("scenarios.field.introduction"), study.introduction, rows: 4, languages: visit.languages, help: say("scenarios.field.introduction-help")),
            Field("readers", say("scenarios.field.readers"), .oneOf(readers, inRow: false), value: study.readers.rawValue, required: true, help: say("scenarios.field.readers-help")),
            .localized("source", say("scenarios.field.source"), study.source, languages: visit.languages, help: say("scenarios.field.source-help")),
        ]
    }

    private static func open(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.workedOn(), say = visit.say
        guard visit.scenarios.phase(of: id) == .draft else { throw Missing() }
        return Form(
            say("scenarios.open"), lede: say("scenarios.open-lede"), place: ScenarioPath.front, trail: visit.studyTrail(id), submit: say("scenarios.open"), cancel: ScenarioPath.study(id), fields: [])
    }

    private static func publish(_ visit: Visit) throws -> Form {
        let (id, study) = try visit.workedOn(), say = visit.say, figures = try visit.figures(id)
        let tested = figures.tested
        return Form(
            say("scenarios.publish"), lede: say("scenarios.publish-lede"), place: ScenarioPath.front, trail: visit.studyTrail(id), submit: say("scenarios.publish"), cancel: ScenarioPath.study(id),
            fields: []
        ) {
            facts([
                (say("scenarios.drivers"), Markup(say.number(visit.scenarios.drivers(of: id).count))),
                (say("scenarios.written"), Markup(say.number(visit.scenarios.scenarios(of: id).count { visit.scenarios.scenarios[$0] != nil }))),
                (say("scenarios.objectives-tested"), Markup(say("scenarios.of", ["n": say.number(tested.count { $0.test.verdict != nil }), "of": say.number(tested.count)]))),
                (say("scenarios.field.readers"), Markup(say("scenarios.readers.\(study.readers.rawValue)"))),
            ])
        }
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.workedOn(), say = visit.say
        return .withdrawing(say("scenarios.withdraw"), place: ScenarioPath.front, trail: visit.studyTrail(id), cancel: ScenarioPath.study(id), say)
    }

    /// The heaviest first, with the proposal in words.
    private static func axes(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.workedOn(), say = visit.say, figures = try visit.figures(id), weighed = figures.weighed, present = figures.axes
        let proposal = AxisProposal(weighed)
        let choices = weighed.map { visit.choice($0.id, $0.driver.title) }
        let again: Field? = visit.scenarios.hasWriting(id) ? Field("again", say("scenarios.field.again"), .flag, help: say("scenarios.field.again-help")) : nil
        return Form(
            say("scenarios.choose-axes"), lede: say("scenarios.choose-axes-lede"), place: ScenarioPath.front, trail: visit.studyTrail(id), submit: say("scenarios.choose-axes"),
            cancel: ScenarioPath.study(id),
            fields: [
                Field("first", say("scenarios.field.first"), .choice([Choice("", "–")] + choices), value: (present?.first ?? proposal?.first.id)?.text ?? "", required: true),
                Field("second", say("scenarios.field.second"), .choice([Choice("", "–")] + choices), value: (present?.second ?? proposal?.second.id)?.text ?? "", required: true),
                .localized(
                    "because", say("scenarios.field.axes-because"), present?.because ?? .empty, rows: 3, languages: visit.languages, required: true, help: say("scenarios.field.axes-because-help")),
            ] + [again].compactMap { $0 }
        ) {
            p(.class("note")) { visit.said(proposal) }
        }
    }
}

extension Visit {
    /// The study in the address where what it says may still be changed.
    func workedOn() throws(Missing) -> (id: ID<ForesightStudy>, study: ForesightStudy) {
        let found = try study()
        guard scenarios.phase(of: found.id) != .published else { throw Missing() }
        return found
    }
}

/// The two that are highest on importance times uncertainty, and what comes next.
struct AxisProposal {
    typealias Weighed = (id: ID<Driver>, driver: Driver, spread: DriverSpread)

    let first: Weighed
    let second: Weighed
    let next: Weighed?

    /// `nil` where fewer than two have been rated by enough.
    init?(_ weighed: [Weighed]) {
        let known = weighed.filter { $0.spread.weight != nil }
        guard known.count > 1 else { return nil }
        (first, second, next) = (known[0], known[1], known.count > 2 ? known[2] : nil)
    }
}

extension Visit {
    /// Which two are proposed, and why, in words.
    func said(_ proposal: AxisProposal?) -> String {
        guard let proposal else { return say("scenarios.no-proposal", count: DriverSpread.least) }
        func one(_ item: AxisProposal.Weighed) -> String {
            say(
                "scenarios.weighs",
                [
                    "title": plain(item.driver.title), "importance": say.number(item.spread.place?.importance ?? 0), "uncertainty": say.number(item.spread.place?.uncertainty ?? 0),
                    "weight": say.number(item.spread.weight ?? 0),
                ])
        }
        let both = say("scenarios.proposal", ["first": one(proposal.first), "second": one(proposal.second)])
        return proposal.next.map { "\(both) \(say("scenarios.proposal-next", ["next": one($0)]))" } ?? both
    }
}
