import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// One document on its way into an organisation. Same document, same events: names of things come from the document alone.
struct StratMLMapping {
    let document: StratMLDocument
    let register: Register
    let present: Plan
    let values: Values
    let today: Day
    let language: Language
    let plan: ID<StrategicPlan>
    /// From when what is new holds: the plan's own beginning, where that is past. What changes in a plan that is already there changes today.
    private(set) var since: Day?
    /// When the plan ends: for targets without a day.
    private(set) var until: Day
    var report = ImportReport()
    var claims: Claims
    /// Codes that elements of this document have, each with its kind.
    var codes: Set<String> = []
    /// Identifiers that elements of this document have.
    var given: Set<String> = []
    /// What was found about indicators, reported once for all.
    var findings = IndicatorFindings()
    /// The perspectives of goals and objectives, once something needs them.
    var layers: [String: ID<Perspective>] = [:]
    /// Spans for which results are reported: those that are there, and those this document brings.
    var spans: [PeriodSpan: ID<ReportingPeriod>] = [:]
    var newPeriods: [ID<ReportingPeriod>: ReportingPeriod] = [:]
    /// What was reported, by indicator and period: the first holds.
    var reported: Set<ReportedPlace> = []

    init(_ document: StratMLDocument, into organisation: Organisation, today: Day) {
        self.document = document
        self.today = today
        register = organisation[Register.self]
        present = organisation[Plan.self]
        values = organisation[Values.self]
        // One file for each language: only a file of ours can say which.
        language = document.origin.flatMap { Language(rawValue: $0.language) } ?? register.firstLanguage
        until = today
        claims = Claims(present)
        plan = StratMLMapping.name(of: document, &claims)
        for (id, period) in present.periodsInOrder { spans[PeriodSpan(from: period.from, until: period.until)] = id }
    }

    /// After its identifier, or else its name; `plan` where it has neither, or where the name is already something else's.
    private static func name(of document: StratMLDocument, _ claims: inout Claims) -> ID<StrategicPlan> {
        let short = document.name.isEmpty ? document.organisations.first?.name ?? "" : document.name
        let wanted = [document.origin.flatMap { ID<StrategicPlan>($0.plan) }, document.identifier.flatMap { ID<StrategicPlan>(slug: $0) }, ID(slug: String(short.prefix(40))), ID("plan")]
        for id in wanted.compactMap({ $0 }) where claims.claim(id.text, for: "plan") { return id }
        return ID("stratml-plan")
    }

    mutating func map() {
        mapProfile()
        mapPlan()
        mapGoals()
    }

    /// What the document says, in place of what stands; where it says nothing, what stands.
    /// White space apart: StratML keeps paragraphs, and no other line breaks.
    func content(_ text: String, instead present: Localized = .empty) -> Localized {
        if text.isEmpty || present.plain(in: language).says(text) { return present }
        return present.isEmpty ? Localized(text, language) : present.with(text, in: language)
    }

    // MARK: - Another language of a plan that is here

    /// Whether this is a file of ours in another language than that in which its plan was first written here: what it says is said beside what
    /// stands.
    var fillsIn: Bool { document.origin != nil && present.plans[plan].map { $0.title.original != language } ?? false }

    mutating func sayWhichLanguage() {
        guard fillsIn, !report.result.proposals.isEmpty, let first = present.plans[plan]?.title.original else { return }
        report.note(nil, "planning.import.another-language", ["language": language.rawValue, "first": first.rawValue])
    }

    // MARK: - The organisation and its plan

    private mutating func mapProfile() {
        guard register.profile == nil else { return }
        let organisation = document.organisations.first, name = organisation?.name ?? ""
        let profile = Profile(
            name: content(name.isEmpty ? document.name : name), acronym: organisation?.acronym ?? "",
            summary: content(organisation?.description ?? ""), financialYearStarts: monthOfDocument,
            source: content(document.source))
        guard !profile.name.isEmpty else { return }
        let from = dates(present.plans[plan]).from
        report.propose(Proposal(Register.self, .profileDescribed(profile), on: from < today ? from : nil))
    }

    /// The month in which the plan begins, where it begins with it: its years are likely the organisation's.
    var monthOfDocument: Int {
        let start = document.start.flatMap { Day($0) }?.parts
        return start?.day == 1 ? start?.month ?? 1 : 1
    }

    private mutating func mapPlan() {
        let old = present.plans[plan], (from, end) = dates(old)
        until = end
        since = old == nil && from < today ? from : nil
        if old == nil, document.start == nil { report.repaired(nil, "planning.import.start-assumed", ["day": from.description]) }
        if let end = document.end.flatMap({ Day($0) }), end <= from {
            report.repaired(nil, "planning.import.end-too-early", ["written": end.description, "from": from.description, "day": until.description])
        }
        if old == nil, document.end == nil { report.repaired(nil, "planning.import.end-assumed", ["day": end.description]) }
        let title = [document.name, document.organisations.first?.name ?? ""].first { !$0.isEmpty } ?? plan.text
        let values = document.values.filter { !$0.isEmpty }.map { value in
            [value.name, value.description].filter { !$0.isEmpty }.joined(separator: ": ")
        }
        let described = StrategicPlan(
            title: content(title, instead: old?.title ?? .empty), from: from, until: end, status: old?.status ?? .adopted,
            vision: content(document.vision?.text ?? "", instead: old?.vision ?? .empty),
            mission: content(document.mission?.text ?? "", instead: old?.mission ?? .empty),
            values: values.enumerated().map { index, text in
                content(text, instead: old?.values.indices.contains(index) == true ? old?.values[index] ?? .empty : .empty)
            },
            source: content(document.source, instead: old?.source ?? .empty), note: content(note, instead: old?.note ?? .empty))
        report.describe(described, instead: old, on: since, .planDescribed(id: plan, described))
    }

    private var note: String {
        let stakeholders = document.organisations.flatMap(\.stakeholders)
        return ([document.description, document.otherInformation] + StratMLWords.lines(stakeholders)).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
