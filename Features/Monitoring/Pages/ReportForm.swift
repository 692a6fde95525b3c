import HashTreeCollections
import Journal
import Organisation
import Pages

/// All values of one reporter for one period on one form, what was reported before beside each.
func reportForm(_ visit: Visit) throws -> Form {
    let period: ID<ReportingPeriod> = try visit.id("period")
    let reporter: Reporter = visit.parameters["member"] == nil ? .whole : .member(try visit.id("member"))
    let organisation = visit.organisation
    let say = visit.say
    guard let sheet = try? ReportSheet(organisation, period, for: reporter, by: visit.viewer) else { throw Missing() }
    let isOpen = !sheet.period.isLocked && sheet.period.from <= visit.times.today
    let member = reporter.member.flatMap { visit.register[$0] }
    let asked = isOpen ? sheet.indicators : []
    let fields = asked.flatMap { ReportFields(visit, $0.id, $0.indicator, period, sheet.period, reporter).fields }
    let confirmed = Field(
        ReportField.confirmed, say("monitoring.report.confirmed"), .flag, help: say("monitoring.report.confirmed-help"))
    let title =
        member.map {
            say("monitoring.report.title-member", ["period": visit.plain(sheet.period.name), "member": visit.plain($0.name)])
        } ?? say("monitoring.report.title", ["period": visit.plain(sheet.period.name)])
    return Form(
        title, lede: say("monitoring.report.form-lede"), place: "report", trail: [(say("monitoring.report"), "report")],
        submit: say("monitoring.report.submit"), cancel: "report", fields: fields.isEmpty ? [] : fields + [confirmed]
    ) {
        if sheet.period.isLocked {
            p(.class("notice warn")) { say("monitoring.refusal.locked", ["period": visit.plain(sheet.period.name)]) }
        } else if !isOpen {
            p(.class("notice warn")) { say("monitoring.refusal.not-begun", ["period": visit.plain(sheet.period.name)]) }
        } else if fields.isEmpty {
            p(.class("notice")) { say("monitoring.refusal.nothing-to-report") }
        } else {
            p {
                say("monitoring.report.span", ["from": say.day(sheet.period.from), "until": say.day(sheet.period.until)])
                if let due = sheet.period.due {
                    " "
                    say("monitoring.report.due-by", ["day": say.day(due)])
                }
            }
        }
    }
}

/// The inputs of one indicator: its value, and folded away its note and evidence.
private struct ReportFields {
    let visit: Visit
    let id: ID<Indicator>
    let indicator: Indicator
    let present: ReportedValue?
    let last: (period: ID<ReportingPeriod>, value: ReportedValue)?
    let target: Target?

    init(
        _ visit: Visit, _ id: ID<Indicator>, _ indicator: Indicator, _ period: ID<ReportingPeriod>, _ described: ReportingPeriod,
        _ reporter: Reporter
    ) {
        self.visit = visit
        self.id = id
        self.indicator = indicator
        let values = visit.organisation[Values.self]
        let member = reporter.member
        present = values.value(of: id, in: period, member: member)
        let earlier = Measuring(visit.organisation).periods.filter { $0.period.until < described.until }.map(\.id)
        last = values.latest(of: id, member: member, over: earlier)
        target = indicator.target(on: described.until)
    }

    private var say: Say { visit.say }

    var fields: [Field] {
        let names = ReportField(id)
        let digits = present?.amount.map { plainDigits($0, visit.language.decimalMark) }
        let fold = say("monitoring.report.note-for", ["code": indicator.code.isEmpty ? visit.plain(indicator.title) : indicator.code])
        var note = Field(names.note, say("monitoring.report.note"), .text(rows: 2), value: present?.note?.text)
        var evidence = Field(
            names.evidence, say("monitoring.evidence"), .line, value: present.map(\.evidence), help: say("monitoring.report.evidence-help"))
        note.fold = fold
        evidence.fold = fold
        return [
            Field(
                names.value, title, indicator.kind == .text ? .text(rows: 2) : .number, value: present?.text?.text ?? digits, help: help),
            note, evidence,
        ]
    }

    /// With the unit, so that nobody has to guess in what to answer.
    private var title: String {
        let unit: String =
            switch indicator.kind {
            case .percentage: "%"
            case .milestone: indicator.unit.isEmpty ? say("monitoring.report.milestones") : visit.plain(indicator.unit)
            case .number: visit.plain(indicator.unit)
            case .text: ""
            }
        let name = visit.title(indicator.code, indicator.title)
        return unit.isEmpty ? name : "\(name) (\(unit))"
    }

    private var help: String {
        var parts: [String] = []
        if let last {
            let shown = last.value.amount.map { visit.amount($0, indicator) } ?? last.value.text?.text ?? "–"
            parts.append(
                say(
                    "monitoring.report.last",
                    ["value": shown, "period": visit.plan.periods[last.period].map { visit.plain($0.name) } ?? ""]))
        } else if let baseline = indicator.baseline {
            parts.append(
                say("monitoring.report.begun", ["value": visit.amount(baseline.value, indicator), "day": say.shortDay(baseline.on)]))
        } else {
            parts.append(say("monitoring.report.first"))
        }
        if let target {
            parts.append(say("monitoring.report.aim", ["value": visit.aim(target, indicator), "day": say.shortDay(target.by)]))
        }
        return parts.joined(separator: " · ")
    }
}
