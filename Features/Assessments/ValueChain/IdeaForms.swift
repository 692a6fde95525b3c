import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The forms of planners for records of ideas, and for what the chain is measured by.
enum IdeaForms {
    static let new = Route.form(IdeaPath.new, .planners, show: add, decide: IdeaDecisions.add)
    static let edit = Route.form("assessments/ideas/{idea}/edit", .planners, show: change, decide: IdeaDecisions.change)
    static let routes: [Route] = [
        new, .form(IdeaPath.measures, .planners, show: measures, decide: MeasureDecisions.describe), edit,
        .form("assessments/ideas/{idea}/remove", .planners, show: remove, decide: IdeaDecisions.remove),
    ]

    private static func trail(_ visit: Visit) -> [(title: String, path: String)] { visit.assessmentTrail((visit.say("assessments.ideas"), IdeaPath.front)) }

    private static func add(_ visit: Visit) throws -> Form {
        let say = visit.say, code = Field("idea", say("assessments.ideas.field.idea"), .line, required: true, help: say("assessments.ideas.field.idea-help"))
        return Form(
            say("assessments.ideas.new"), lede: say("assessments.ideas.new-lede"), place: AssessmentPath.front, trail: trail(visit), submit: say("pages.save"), cancel: IdeaPath.front,
            fields: [code] + fields(visit, nil)
        ) {
            p(.class("note")) { link(visit.path("imports/ideas")) { say("assessments.ideas.from-file") } }
        }
    }

    private static func change(_ visit: Visit) throws -> Form {
        let (id, idea) = try visit.idea(), say = visit.say
        return Form(
            say("assessments.ideas.edit", ["title": visit.plain(visit.ledger.title(of: id))]), place: AssessmentPath.front, trail: trail(visit), submit: say("pages.save"), cancel: IdeaPath.front,
            fields: fields(visit, idea))
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.idea(), say = visit.say
        return .withdrawing(
            say("assessments.ideas.remove", ["title": visit.plain(visit.ledger.title(of: id))]), place: AssessmentPath.front, trail: trail(visit), submit: say("assessments.remove-it"),
            cancel: IdeaPath.front, say)
    }

    private static func fields(_ visit: Visit, _ idea: EarlierIdea?) -> [Field] {
        let say = visit.say, register = visit.register, mark = visit.language.decimalMark
        func name(_ field: IdeaField) -> String { say("assessments.ideas.field.\(field.rawValue)") }
        func day(_ field: IdeaField, _ value: Day?, required: Bool = false, help: String = "") -> Field {
            Field(field.rawValue, name(field), .day, value: value.map { "\($0)" }, required: required, help: help)
        }
        let sources = IdeaRecord.Source.allCases.map { Choice($0.rawValue, say("assessments.ideas.source.\($0.rawValue)")) }
        let reasons = [Choice("", "–")] + IdeaRecord.Ending.Reason.allCases.map { Choice($0.rawValue, say("assessments.ideas.ended.\($0.rawValue)")) }
        let passed = [Choice("", say("assessments.ideas.passed.open")), Choice("yes", say("assessments.ideas.passed.yes")), Choice("no", say("assessments.ideas.passed.no"))]
        let units = say.sorted(register.units.map { visit.choice($0.key, $0.value.name) }, by: \.label)
        var members = Field("members", name(.members), .choices(say.sorted(register.members.map { visit.choice($0.id, $0.member.name) }, by: \.label)), values: (idea?.members ?? []).map(\.text))
        members.fold = name(.members)
        return [
            .localized("title", name(.title), idea?.title ?? .empty, languages: visit.languages), day(.putIn, idea?.putIn, required: true),
            Field("origin", name(.origin), .choice(sources), value: (idea?.source ?? .staff).rawValue, required: true),
            Field("units", name(.units), .choices(units), values: (idea?.units ?? []).map(\.text), help: say("assessments.ideas.field.units-help")),
            Field("regions", name(.regions), .choices(register.regionsInOrder.map { visit.choice($0.id, $0.region.name) }), values: (idea?.regions ?? []).map(\.text)), members,
            day(.screened, idea?.screened), Field("passed", name(.passed), .oneOf(passed, inRow: true), value: idea?.isPassed.map { $0 ? "yes" : "no" } ?? ""),
            day(.decided, idea?.decided), day(.funded, idea?.funded), Field("amount", name(.amount), .number, value: idea?.amount.map { plainDigits($0, mark) } ?? ""),
            day(.firstUse, idea?.firstUse),
            Field("users", name(.users), .text(rows: 5), value: IdeaUses.written(idea?.uses ?? [], apart: "\n"), help: say("assessments.ideas.field.users-help")),
            Field("objective", name(.objective), .choice([Choice("", "–")] + objectives(visit, idea?.objective)), value: idea?.objective?.text ?? ""), day(.ended, idea?.ended),
            Field("ended-because", name(.endedBecause), .choice(reasons), value: idea?.because?.rawValue ?? ""),
        ]
    }

    private static func objectives(_ visit: Visit, _ present: ID<Objective>?) -> [Choice] {
        let plan = visit.plan, running = plan.plan(runningOn: visit.times.today), open = running.map { plan.objectives(of: $0) } ?? []
        let all = open.filter { visit.sees($0.id) }.map { visit.choice($0.id, $0.objective.title.coded($0.objective.code)) }
        guard let present, !open.contains(where: { $0.id == present }) else { return all }
        return all + [visit.choice(present, plan.objectives[present].map { $0.title.coded($0.code) } ?? Localized(present.text))]
    }

    static func measures(_ visit: Visit) throws -> Form {
        let say = visit.say, measures = visit.ledger.measures, mark = visit.language.decimalMark, rule = measures.rule
        func number(_ name: String, _ title: String, _ value: Double?, required: Bool = true, help: String = "") -> Field {
            Field(name, title, .number, value: value.map { plainDigits($0, mark) } ?? "", required: required, help: help)
        }
        func field(_ name: String) -> String { say("assessments.ideas.field.\(name)") }
        let readers = ChainMeasures.Readers.allCases.map { Choice($0.rawValue, say("assessments.ideas.readers.\($0.rawValue)")) }
        let register = visit.register
        let staff = say.sorted(register.units.map { ($0.key, visit.plain($0.value.name)) }, by: { $0.1 }).map { unit, name in
            let directorate = register.directorate(of: unit), people = measures.staff.first { $0.unit == unit }?.people
            let help = directorate == unit ? "" : say("assessments.ideas.field.staff-help", ["unit": visit.plain(register.name(of: directorate))])
            return number(MeasureField.staff(unit), say("assessments.ideas.field.staff", ["unit": name]), people, required: false, help: help)
        }
        let limits = PipelineMeasure.allCases.flatMap { measure -> [Field] in
            let own = rule.limits(of: measure), scale = measure.entered, name = say("assessments.ideas.measure.\(measure.rawValue)")
            func rounded(_ value: Double) -> Double { (value * scale * 1e6).rounded() / 1e6 }
            return [
                number(MeasureField.strong(measure), say("assessments.ideas.field.strong", ["measure": name]), rounded(own.strong), required: false),
                number(MeasureField.weak(measure), say("assessments.ideas.field.weak", ["measure": name]), rounded(own.weak), required: false),
            ]
        }
        return Form(
            say("assessments.ideas.measures"), lede: say("assessments.ideas.measures-lede"), place: AssessmentPath.front, trail: trail(visit), submit: say("pages.save"), cancel: IdeaPath.front,
            fields: [
                Field("readers", field("readers"), .oneOf(readers, inRow: false), value: measures.readers.rawValue, required: true),
                number("months", field("months"), Double(measures.months), help: field("months-help")), number("ripe", field("ripe"), Double(measures.ripe), help: field("ripe-help")),
                number("least", field("least"), Double(measures.least)), number("apart", field("apart"), measures.apart, help: field("apart-help")),
            ] + staff + limits)
    }
}
