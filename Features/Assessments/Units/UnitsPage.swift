import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Unit by unit who decides what, who answers to whom, and what passes from which to which; and what follows from it.
struct UnitsPage {
    let visit: Visit
    private let units: [(id: ID<Unit>, unit: Unit)]
    private let figures: UnitFigures

    static let route = Route.page(PracticePath.front, .participants) { UnitsPage(visit: $0).page }

    init(visit: Visit) {
        self.visit = visit
        units = visit.unitsByName
        figures = UnitFigures(units.map(\.id), in: visit.organisation)
    }

    private var say: Say { visit.say }
    private var isAnythingLaidDown: Bool { units.contains { visit.practices.records[$0.id] != nil } }

    private var page: Page {
        Page(say("assessments.units"), place: AssessmentPath.front, trail: visit.assessmentTrail()) {
            p(.class("lede")) { say("assessments.units.lede") }
            if visit.may(.planners), !units.isEmpty { div(.class("actions")) { visit.control(.planners, "imports/unit-flows", say("assessments.units.from-file")) } }
            if units.isEmpty {
                emptyState(say("assessments.units.no-units"), say("assessments.units.no-units-text")) { visit.control(.planners, "new/unit", say("assessments.units.new-unit"), quiet: false) }
            } else {
                findings
                if isAnythingLaidDown { UnitMatrix(visit: visit, figures: figures).sheet }
                table
            }
        }
    }

    private var findings: Markup {
        let all = UnitSentences(visit: visit, figures: figures).all
        return sheet(say("assessments.units.findings"), id: "findings") {
            if !isAnythingLaidDown { p { say("assessments.units.none") } }
            if isAnythingLaidDown, all.isEmpty { p { say("assessments.units.find.nothing") } }
            if !all.isEmpty { ul { for sentence in all { li { sentence } } } }
            p(.class("help")) { say("assessments.units.find.how") }
        }
    }

    private var table: Markup {
        sheet(say("assessments.units.table"), id: "units") {
            scrollingTable(say("assessments.units.caption"), id: "unit-table") {
                headings(["unit", "answers-to", "decides-on", "asks", "passes"].map { (say("assessments.units.column.\($0)"), false) })
                tbody { for item in units { row(item.id, item.unit) } }
            }
        }
    }

    private func row(_ id: ID<Unit>, _ unit: Unit) -> Markup {
        let record = visit.practices.records[id], cells = PracticeCells(visit: visit, practice: record?.practice)
        return tr {
            th(.scope("row"), .id(PracticePath.row(id))) {
                visit.unitLink(id)
                if let record { div { small { say("assessments.units.recorded", ["day": say.shortDay(record.on), "person": visit.name(of: record.by)]) } } }
                if visit.may(.planners) {
                    div {
                        small {
                            link(visit.path(PracticePath.unit(id, "edit"))) { say(record == nil ? "assessments.units.describe-it" : "assessments.units.change-it") }
                            if record != nil {
                                " "
                                link(visit.path(PracticePath.unit(id, "remove"))) { say("assessments.remove-it") }
                            }
                        }
                    }
                }
            }
            td { visit.superiorLink(unit.answersTo) }
            td { cells.decides }
            td { cells.asks }
            td { cells.passes }
        }
    }
}

/// What is laid down of a unit, cell by cell.
struct PracticeCells {
    let visit: Visit
    let practice: UnitPractice?

    private var unknown: Markup { Markup(practice == nil ? visit.say("assessments.units.unknown") : "–") }

    var decides: Markup { practice.map { $0.decidesOn.isEmpty ? unknown : visit.text($0.decidesOn) } ?? unknown }

    @MarkupBuilder var asks: Markup {
        if let practice, !practice.asks.isEmpty || !practice.asksOn.isEmpty {
            visit.text(practice.asksOn)
            if !practice.asks.isEmpty { ul { for one in practice.asks { li { visit.superiorLink(one) } } } }
        } else {
            unknown
        }
    }

    @MarkupBuilder var passes: Markup {
        if let practice, !practice.flows.isEmpty {
            ul {
                for flow in practice.flows {
                    li {
                        visit.unitLink(flow.to)
                        visit.language.colon + " "
                        visit.text(flow.what)
                        if !flow.often.isEmpty {
                            " "
                            small { visit.text(flow.often) }
                        }
                    }
                }
            }
        } else {
            unknown
        }
    }
}
