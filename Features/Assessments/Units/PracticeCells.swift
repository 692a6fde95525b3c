import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is laid down of a unit, cell by cell.
struct PracticeCells {
    let visit: Visit
    let practice: UnitPractice?

    private var say: Say { visit.say }
    private var nothing: Markup { Markup(say("assessments.units.unknown")) }
    private var unknown: Markup { practice == nil ? nothing : Markup("–") }

    var decides: Markup { practice.map { $0.decidesOn.isEmpty ? unknown : visit.text($0.decidesOn) } ?? unknown }

    @MarkupBuilder var asks: Markup {
        if let practice, !practice.asks.isEmpty || !practice.asksOn.isEmpty {
            if !practice.asks.isEmpty { ul { for one in practice.asks { li { visit.superiorLink(one) } } } }
            if !practice.asksOn.isEmpty {
                p {
                    say("assessments.units.consent-on") + visit.language.colon + " "
                    visit.text(practice.asksOn)
                }
            }
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
                        if flow.cadence != nil || !flow.often.isEmpty {
                            " "
                            small { visit.often(flow) }
                        }
                    }
                }
            }
        } else if practice?.passesNothing == true {
            say("assessments.units.passes-nothing")
        } else {
            nothing
        }
    }

    /// - Parameter informants: whoever says that it informs this unit.
    @MarkupBuilder func hears(_ informants: [ID<Unit>]) -> Markup {
        if !informants.isEmpty { p { say("assessments.units.beside.hears", ["units": say.list(informants.map { visit.plain(visit.register.name(of: $0)) })]) } }
    }
}

/// On the page of a unit, for those who take part: what is laid down of it, and by whom it hears.
func unitAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    guard reference.chapter == Register.name, let id = ID<Unit>(reference.id), visit.register.units[id] != nil, visit.viewer.belongs(to: .participants) else { return [] }
    let say = visit.say, record = visit.practices.records[id], informants = (visit.unitFigures.informants[id] ?? []).map(\.unit)
    guard record != nil || !informants.isEmpty || visit.may(.planners) else { return [] }
    let cells = PracticeCells(visit: visit, practice: record?.practice)
    func shown(_ key: String, _ value: Markup) -> (term: String, value: Markup) { (say("assessments.units.column.\(key)"), value) }
    return [
        OverviewPart(
            order: 44, width: 6, audience: .participants,
            content: sheet(say("assessments.units.of-unit"), width: 6, id: "laid-down") {
                if record == nil {
                    p { say("assessments.units.none-of-unit") }
                } else {
                    facts([shown("decides-on", cells.decides), shown("asks", cells.asks), shown("passes", cells.passes)])
                }
                cells.hears(informants)
                div(.class("actions")) {
                    visit.control(.planners, PracticePath.unit(id, "edit"), say(record == nil ? "assessments.units.describe-it" : "assessments.units.change-it"))
                    visit.practicesLink
                }
            })
    ]
}
