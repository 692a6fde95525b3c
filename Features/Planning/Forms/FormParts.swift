import HashTreeCollections
import Journal
import Organisation
import Pages

/// Choices and words that several forms of the plan share.
extension Visit {
    /// A form's question for content in the organisation's languages.
    func ask(_ name: String, _ content: Localized, rows: Int = 1, required: Bool = false, help: String = "") -> Field {
        .localized(
            name, say("planning.field.\(name)"), content, rows: rows, languages: languages, required: required,
            help: help.isEmpty ? "" : say("planning.help.\(help)"))
    }

    func ask(_ name: String, _ kind: Field.Kind, _ value: String?, required: Bool = false, help: String = "") -> Field {
        Field(
            name, say("planning.field.\(name)"), kind, value: value, required: required, help: help.isEmpty ? "" : say("planning.help.\(help)"))
    }

    private var nothing: Choice { Choice("", "—") }

    var unitChoices: [Choice] {
        [nothing] + say.sorted(register.units.map { Choice($0.key.text, plain($0.value.name)) }) { $0.label }
    }

    /// For a project owner only the units whose work they may change.
    var workUnitChoices: [Choice] {
        if viewer.mayChangeWork(of: nil) { return unitChoices }
        return unitChoices.filter { choice in ID<Unit>(choice.value).map { viewer.mayChangeWork(of: $0) } ?? false }
    }

    var planChoices: [Choice] { plan.plansInOrder.map { Choice($0.id.text, planName($0.plan)) } }

    /// Perspectives by plan, those of the plan read first.
    var perspectiveChoices: [Choice] {
        orderedPlans.flatMap { item in
            plan.perspectives(of: item.id).map { Choice($0.id.text, "\(plain($0.perspective.name)) — \(plain(item.plan.title))") }
        }
    }

    var orderedPlans: [(id: ID<StrategicPlan>, plan: StrategicPlan)] {
        let here = chosenPlan
        return plan.plansInOrder.filter { $0.id == here } + plan.plansInOrder.filter { $0.id != here }
    }

    /// Objectives or functions of all plans, with a line for none where none is possible.
    func objectiveChoices(functions: Bool, optional: Bool, except: ID<Objective>? = nil) -> [Choice] {
        let index = PlanIndex(plan)
        let all = orderedPlans.flatMap { plan.objectives(of: $0.id) }.filter { $0.id != except && index.isFunction($0.objective) == functions }
        return (optional ? [nothing] : []) + all.map { Choice($0.id.text, plainCoded($0.objective.code, $0.objective.title)) }
    }

    var focusAreaChoices: [Choice] {
        orderedPlans.flatMap { plan.focusAreas(of: $0.id) }.map { Choice($0.id.text, plainCoded($0.area.code, $0.area.title)) }
    }

    /// A closed list, each said with a word of its own.
    func choices<Kind: RawRepresentable & CaseIterable>(_ words: String, _: Kind.Type) -> [Choice] where Kind.RawValue == String {
        Kind.allCases.map { Choice($0.rawValue, say("planning.\(words).\($0.rawValue)")) }
    }

    var planTrail: [(title: String, path: String)] { [(say("planning.nav.plan"), PlanPath.plan)] }
}

extension Field {
    /// For several choices at once.
    static func several(_ name: String, _ title: String, _ choices: [Choice], _ chosen: [String]) -> Field {
        Field(name, title, .choices(choices), values: chosen)
    }
}

extension Entered {
    /// Two days of which the second is not before the first.
    func span(_ from: String, _ until: String, required: Bool) throws(Refusal) -> (from: Day?, until: Day?) {
        let first = try day(from, required: required), last = try day(until, required: required)
        if let first, let last, last < first { throw Refusal("planning.refusal.ends-before-it-begins", field: until) }
        return (first, last)
    }
}

extension Visit {
    /// A number as it is put into a field again, so that it reads back as the same number.
    func fieldText(_ number: Double?) -> String? { number.map { plainDigits($0, language.decimalMark) } }
}

extension [Field] {
    /// Folded away under one heading, for what is rarely needed.
    func folded(_ heading: String) -> [Field] {
        map { field in
            var copy = field
            copy.fold = heading
            return copy
        }
    }
}

extension Submission {
    /// The code entered, where nothing else of its kind in the plan has it. Things that have shared a code since before may keep it.
    func code(
        _ kind: PlanCodes.Kind, in whole: ID<StrategicPlan>?, for id: String, present: (code: String, whole: ID<StrategicPlan>?)?
    ) throws(Refusal) -> String {
        let code = try entered.code(instead: present?.code, required: false)
        if let present, present.code == code, present.whole == whole { return code }
        guard let whole, let holder = PlanCodes(plan, kind, of: whole).holder(of: code, except: id) else { return code }
        throw holder.refusal(of: code, "planning.refusal.code-taken", ["code": code, "title": holder.title.plain(in: language)])
    }

    /// What is recorded for a thing: nothing where it already reads so.
    func record<Thing: Equatable>(
        _ thing: Thing, unless present: Thing?, _ event: Plan.Event, then path: String, _ title: Localized
    ) -> Outcome {
        guard thing != present else { return .record([], then: path, notice: Saying("planning.notice.unchanged")) }
        return .record([Proposal(Plan.self, event)], then: path, notice: Saying("planning.notice.saved", ["title": .content(title)]))
    }
}
