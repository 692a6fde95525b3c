import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The forms of an analysis: what it asks under which rule, what each view shows, which view the situation calls for.
enum AnalysisForms {
    static let new = form(LeadershipPath.new, show: start, decide: AnalysisDecisions.start)
    static let edit = form("leadership/analyses/{analysis}/edit", show: describe, decide: AnalysisDecisions.describe)

    static let routes: [Route] = [
        new, edit, form("leadership/analyses/{analysis}/withdraw", show: withdraw, decide: AnalysisDecisions.withdraw),
        form("leadership/analyses/{analysis}/views/{view}", show: answer, decide: AnalysisDecisions.answer),
        form("leadership/analyses/{analysis}/frame", show: frame, decide: AnalysisDecisions.frame),
    ]

    /// A form shows what stands: reading it is recorded as reading a page is.
    static func form(_ path: String, show: @escaping @Sendable (Visit) throws -> Form, decide: @escaping @Sendable (Submission) throws -> Outcome) -> Route {
        Route.form(path, LeadershipRights.access, show: show, decide: decide).recorded(as: .form)
    }

    private static func start(_ visit: Visit) throws -> Form {
        try visit.requireAnalyst()
        var analysis = LeadershipAnalysis(title: .empty)
        // The body in which all have a seat, where there is one.
        analysis.body = visit.register.bodies.filter { $0.value.isPlenary }.keys.min()
        return Form(
            visit.say("leadership.new"), lede: visit.say("leadership.new-lede"), place: LeadershipPath.front, trail: visit.leadershipTrail(), submit: visit.say("pages.save"),
            cancel: LeadershipPath.front, fields: fields(visit, analysis))
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, analysis) = try visit.analysis()
        return Form(
            visit.say("leadership.edit"), place: LeadershipPath.front, trail: visit.trail(id), submit: visit.say("pages.save"), cancel: LeadershipPath.analysis(id),
            fields: fields(visit, analysis))
    }

    private static func fields(_ visit: Visit, _ analysis: LeadershipAnalysis) -> [Field] {
        let say = visit.say, rule = analysis.rule
        let bodies = visit.register.bodies.map { item in
            visit.choice(item.key, item.value.name)
        }
        return [
            .localized("title", say("leadership.field.title"), analysis.title, languages: visit.languages, required: true),
            .localized("question", say("leadership.field.question"), analysis.question, rows: 2, languages: visit.languages, required: true, help: say("leadership.field.question-help")),
            Field("body", say("leadership.field.body"), .choice([Choice("", "–")] + say.sorted(bodies, by: \.label)), value: analysis.body?.text ?? "", help: say("leadership.field.body-help")),
            Field("quota", say("leadership.field.quota"), .line, value: rule.quota.text, required: true, help: say("leadership.field.quota-help")),
            Field("more-than", say("leadership.field.more-than"), .flag, value: rule.isMoreThan ? "yes" : ""),
            Field("quorum", say("leadership.field.quorum"), .line, value: rule.quorum?.text ?? "", help: say("leadership.field.quorum-help")),
            Field("abstentions", say("leadership.field.abstentions"), .flag, value: rule.abstentionsCount ? "yes" : "", help: say("leadership.field.abstentions-help")),
            Field("one-each", say("leadership.field.one-each"), .flag, value: rule.isOneEach ? "yes" : "", help: say("leadership.field.one-each-help")),
            Field("entitled", say("leadership.field.entitled"), .number, value: rule.entitled.map { "\($0)" } ?? "", help: say("leadership.field.entitled-help")),
            Field("people", say("leadership.field.people"), .flag, value: analysis.asksOfPeople ? "yes" : "", help: say("leadership.field.people-help")),
        ]
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.analysis()
        return .withdrawing(visit.say("leadership.withdraw"), place: LeadershipPath.front, trail: visit.trail(id), cancel: LeadershipPath.analysis(id), visit.say)
    }

    private static func answer(_ visit: Visit) throws -> Form {
        let (id, analysis) = try visit.analysis(), view = try visit.view(of: analysis), say = visit.say, given = visit.leadership.answers[id]?[view] ?? []
        let fields = (1...view.questions).flatMap { number -> [Field] in
            let present = given.first { $0.question == number }
            return [
                .localized("answer-\(number)", say("leadership.question.\(view.rawValue).\(number)"), present?.answer ?? .empty, rows: 3, languages: visit.languages),
                .localized("evidence-\(number)", say("leadership.field.evidence", ["n": say.number(number)]), present?.evidence ?? .empty, rows: 2, languages: visit.languages),
            ]
        }
        return Form(
            say("leadership.view.\(view.rawValue)"), lede: say("leadership.view.\(view.rawValue).lede"), place: LeadershipPath.front, trail: visit.trail(id), submit: say("pages.save"),
            cancel: LeadershipPath.analysis(id), fields: fields
        ) {
            p(.class("note")) { say("leadership.no-persons") }
        }
    }

    private static func frame(_ visit: Visit) throws -> Form {
        let (id, analysis) = try visit.analysis(), say = visit.say, framing = visit.leadership.framings[id]
        let steps = Framing.range.map { Choice("\($0)", say("leadership.frame.step.\($0)")) }
        let fields = OrganisationView.all(withPeople: analysis.asksOfPeople).flatMap { view in
            (1...Framing.each).map { number in
                Field(
                    "\(view.rawValue)-\(number)", say("leadership.frame.\(view.rawValue).\(number)"), .choice([Choice("", "–")] + steps),
                    value: framing?.score(view, number).map { "\($0)" } ?? "", required: true)
            }
        }
        return Form(
            say("leadership.frame"), lede: say("leadership.frame-lede"), place: LeadershipPath.front, trail: visit.trail(id), submit: say("pages.save"), cancel: LeadershipPath.analysis(id),
            fields: fields + [.localized("because", say("leadership.field.because"), framing?.because ?? .empty, rows: 3, languages: visit.languages, required: true)])
    }
}
