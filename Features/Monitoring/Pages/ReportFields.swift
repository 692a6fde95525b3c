import HashTreeCollections
import Journal
import Organisation
import Pages

/// The inputs of one indicator: its value, a tick where that is doubted, and folded away its note and evidence.
struct ReportFields {
    private let visit: Visit
    private let id: ID<Indicator>
    private let indicator: Indicator
    private let period: ReportingPeriod
    private let member: Member?
    private let state: Due.State
    private let present: ReportedValue?
    private let last: (period: ID<ReportingPeriod>, value: ReportedValue)?

    init(
        _ visit: Visit, _ id: ID<Indicator>, _ indicator: Indicator, _ place: (id: ID<ReportingPeriod>, period: ReportingPeriod),
        _ reporter: Reporter, _ member: Member?, _ state: Due.State
    ) {
        self.visit = visit
        self.id = id
        self.indicator = indicator
        self.period = place.period
        self.member = member
        self.state = state
        let values = visit.organisation[Values.self]
        present = values.value(of: id, in: place.id, member: reporter.member)
        let earlier = Standings.of(visit.organisation).measuring.periods.filter { $0.period.until < place.period.until }.map(\.id)
        last = values.latest(of: id, member: reporter.member, over: earlier)
    }

    private var say: Say { visit.say }

    var fields: [Field] {
        let names = ReportField(id)
        let digits = present?.amount.map { plainDigits($0, visit.language.decimalMark) }
        let fold = say("monitoring.report.note-for", ["code": indicator.code.isEmpty ? visit.plain(indicator.title) : indicator.code])
        var note = Field(names.note, say("monitoring.report.note"), .text(rows: 2), value: present?.note?.text, help: readers)
        var evidence = Field(
            names.evidence, say("monitoring.evidence"), .line, value: present.map(\.evidence), help: say("monitoring.report.evidence-help"))
        note.fold = fold
        evidence.fold = fold
        var value = Field(names.value, title, indicator.kind == .text ? .text(rows: 2) : .number, value: present?.text?.text ?? digits, help: help)
        let definition = visit.plain(indicator.sheet.definition)
        if !definition.isEmpty { value.explanation = Explanation(say("monitoring.report.definition"), definition) }
        return [value, isRight, note, evidence]
    }

    private var isRight: Field {
        let names = ReportField(id), name = visit.title(indicator.code, indicator.title)
        var tick = Field(names.isRight, say("monitoring.report.is-right", ["indicator": name]), .flag)
        tick.confirms = names.value
        return tick
    }

    /// With the unit, so that nobody has to guess in what to answer.
    private var title: String {
        let unit = indicator.kind == .milestone && indicator.unit.isEmpty ? say("monitoring.report.milestones") : visit.unit(of: indicator)
        let name = visit.title(indicator.code, indicator.title)
        return indicator.kind == .text || unit.isEmpty ? name : "\(name) (\(unit))"
    }

    /// Who will read a note, said where it is written.
    private var readers: String {
        let isPublic = visit.viewer.isPublicAdmitted
        let readers =
            switch visit.disclosure.audience(of: id) {
            case .everyone where isPublic: "everyone"
            case .everyone, .participants: "members"
            default: "staff"
            }
        return say("monitoring.report.read-by.\(readers)")
    }

    private var help: String { [standing, before, aim].filter { !$0.isEmpty }.joined(separator: " · ") }

    private var standing: String {
        switch state {
        case .due:
            say(
                period.expectedBy < visit.times.today ? "monitoring.report.overdue" : "monitoring.report.due-since",
                ["since": say.shortDay(period.until), "day": say.shortDay(period.expectedBy)])
        case .there: say("monitoring.report.there")
        case .open: say("monitoring.report.not-due")
        }
    }

    /// The last value of the same reporter; the baseline, where there is none, is that of the whole.
    private var before: String {
        if let last {
            let shown = last.value.amount.map { number($0) } ?? last.value.text?.text ?? "–"
            let name = visit.plan.periods[last.period].map { visit.plain($0.name) } ?? ""
            guard let member else { return say("monitoring.report.last", ["value": shown, "period": name]) }
            return say("monitoring.report.last-of", ["value": shown, "period": name, "member": visit.plain(member.name)])
        }
        guard let baseline = indicator.baseline else { return say("monitoring.report.first") }
        return say(
            member == nil ? "monitoring.report.begun" : "monitoring.report.begun-whole",
            ["value": number(baseline.value), "day": say.shortDay(baseline.on)])
    }

    private var aim: String {
        indicator.target(on: period.until).map { target in
            say(
                member == nil ? "monitoring.report.aim" : "monitoring.report.aim-whole",
                ["value": aimed(target), "day": say.shortDay(target.by)])
        } ?? ""
    }

    private func aimed(_ target: Target) -> String {
        switch target.aim {
        case .value(let value): number(value)
        case .range(let low, let high): say("monitoring.range", ["low": number(low), "high": number(high)])
        case .text, .toBeDetermined: visit.aim(target, indicator)
        }
    }

    /// The unit stands in the title.
    private func number(_ value: Double) -> String {
        indicator.kind == .percentage ? visit.amount(value, indicator) : visit.bare(value)
    }
}
