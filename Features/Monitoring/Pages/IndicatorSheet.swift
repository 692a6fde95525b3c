import HashTreeCollections
import Journal
import Organisation
import Pages

/// The full sheet of an indicator: what it measures, how, and who answers for it.
struct IndicatorSheet: Sendable {
    private let page: IndicatorPage

    init(_ page: IndicatorPage) { self.page = page }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }

    @MarkupBuilder var markup: Markup {
        facts(what)
        facts(how)
        let missing = gaps
        if !missing.isEmpty {
            p(.class("gap")) { say("monitoring.sheet-lacks", ["fields": say.list(missing)]) }
        }
    }

    private var what: [(term: String, value: Markup)] {
        let indicator = page.indicator
        let plan = visit.plan
        let objective = plan.objectives[indicator.objective]
        return [
            (
                say("monitoring.objective"),
                objective.map { entry in
                    link(visit.path("progress/\(indicator.objective)")) { visit.title(entry.code, entry.title) }
                } ?? Markup()
            ),
            (say("monitoring.sheet.definition"), visit.text(indicator.sheet.definition)),
            (
                say("monitoring.sheet.level"),
                Markup("\(say("monitoring.level.\(indicator.level.rawValue)")) · \(say("monitoring.timing.\(indicator.timing.rawValue)"))")
            ),
            (say("monitoring.sheet.kind"), Markup(say("monitoring.kind-of.\(indicator.kind.rawValue)"))),
            (say("monitoring.sheet.unit"), visit.text(indicator.unit)),
            (say("monitoring.sheet.direction"), Markup(say("monitoring.direction.\(indicator.direction.rawValue)"))),
            (say("monitoring.baseline"), indicator.baseline.map { baseline($0) } ?? Markup()),
            (say("monitoring.sheet.targets"), targets),
            (say("monitoring.sheet.tolerance"), indicator.tolerance.map { Markup(visit.amount($0, indicator)) } ?? Markup()),
            (say("monitoring.sheet.weight"), Markup(say.number(indicator.weight, digits: 2))),
        ]
    }

    private var how: [(term: String, value: Markup)] {
        let indicator = page.indicator
        let sheet = indicator.sheet
        return [
            (say("monitoring.sheet.formula"), visit.text(sheet.formula)),
            (say("monitoring.sheet.numerator"), visit.text(sheet.numerator)),
            (say("monitoring.sheet.denominator"), visit.text(sheet.denominator)),
            (say("monitoring.sheet.reporting"), Markup(reporting)),
            (say("monitoring.sheet.disaggregation"), visit.text(sheet.disaggregation)),
            (say("monitoring.sheet.frequency"), Markup(say("monitoring.every-months", count: indicator.everyMonths))),
            (say("monitoring.sheet.source"), visit.text(sheet.dataSource)),
            (say("monitoring.sheet.method"), visit.text(sheet.method)),
            (say("monitoring.sheet.verification"), visit.text(sheet.verification)),
            (
                say("monitoring.sheet.responsible"),
                indicator.responsible.flatMap { id in
                    visit.register.units[id].map { unit in link(visit.path("units/\(id)")) { visit.text(unit.name) } }
                } ?? Markup()
            ),
            (say("monitoring.sheet.disclosure"), Markup(say("monitoring.disclosure.\(indicator.disclosure.rawValue)"))),
            (say("monitoring.sheet.quality"), visit.text(sheet.quality)),
            (say("monitoring.sheet.limitations"), visit.text(sheet.limitations)),
            (say("monitoring.sheet.sdg"), Markup(sheet.sdg)),
        ]
    }

    private var reporting: String {
        guard page.indicator.reporting == .byMember else { return say("monitoring.reporting.whole") }
        return "\(say("monitoring.reporting.byMember")) · \(say("monitoring.aggregation.\(page.indicator.aggregation.rawValue)"))"
    }

    private func baseline(_ baseline: Baseline) -> Markup {
        group {
            say("monitoring.value-on", ["value": visit.amount(baseline.value, page.indicator), "day": say.day(baseline.on)])
            if !baseline.source.isEmpty {
                small {
                    " "
                    visit.text(baseline.source)
                }
            }
        }
    }

    @MarkupBuilder private var targets: Markup {
        let targets = page.indicator.targetsInOrder
        if !targets.isEmpty {
            ul {
                for target in targets {
                    li { say("monitoring.value-by", ["value": visit.aim(target, page.indicator), "day": say.day(target.by)]) }
                }
            }
        }
    }

    /// What the sheet of an indicator should say and does not yet.
    private var gaps: [String] {
        let indicator = page.indicator
        let sheet = indicator.sheet
        let fields: [(String, Bool)] = [
            ("monitoring.sheet.definition", sheet.definition.isEmpty),
            ("monitoring.baseline", indicator.baseline == nil && indicator.kind != .text && indicator.kind != .milestone),
            ("monitoring.sheet.targets", indicator.targets.isEmpty), ("monitoring.sheet.source", sheet.dataSource.isEmpty),
            ("monitoring.sheet.verification", sheet.verification.isEmpty), ("monitoring.sheet.responsible", indicator.responsible == nil),
        ]
        return fields.filter(\.1).map { say($0.0) }
    }
}
