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
        let figures = visit.unitFigures, register = visit.register
        self.figures = figures
        units = figures.units.compactMap { id in register.units[id].map { (id, $0) } }
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(say("assessments.units"), place: AssessmentPath.front, trail: visit.assessmentTrail()) {
            p(.class("lede")) { say("assessments.units.lede") }
            if visit.may(.planners), !units.isEmpty {
                div(.class("actions")) {
                    visit.control(.planners, "imports/unit-practices", say("assessments.units.practices-from-file"))
                    visit.control(.planners, "imports/unit-flows", say("assessments.units.from-file"))
                }
            }
            if units.isEmpty {
                emptyState(say("assessments.units.no-units"), say("assessments.units.no-units-text")) { visit.control(.planners, "new/unit", say("assessments.units.new-unit"), quiet: false) }
            } else {
                findings
                if figures.isAnythingLaidDown { UnitMatrix(visit: visit, figures: figures).sheet }
                table
            }
        }
    }

    private var findings: Markup {
        let sentences = UnitSentences(visit: visit, figures: figures), all = sentences.all
        return sheet(say("assessments.units.findings"), id: "findings") {
            if !figures.isAnythingLaidDown { p { say("assessments.units.none") } }
            if figures.isAnythingLaidDown, all.isEmpty { p { sentences.nothing } }
            if !all.isEmpty { ul { for sentence in all { li { sentence } } } }
            p(.class("help")) { say("assessments.units.find.how") }
        }
    }

    private var table: Markup {
        sheet(say("assessments.units.table"), id: "units") {
            scrollingTable(say("assessments.units.caption"), id: "unit-table", narrow: .cards) {
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
