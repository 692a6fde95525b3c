import HashTreeCollections
import Journal
import Organisation
import Pages

/// What each view shows: the questions with what was answered and what shows it.
struct DiagnosisPart {
    let visit: Visit
    let id: ID<LeadershipAnalysis>
    let analysis: LeadershipAnalysis

    private var say: Say { visit.say }

    var sheet: Markup {
        Pages.sheet(say("leadership.diagnosis"), id: "diagnosis") {
            for view in OrganisationView.all(withPeople: analysis.asksOfPeople) { part(view) }
        }
    }

    private func part(_ view: OrganisationView) -> Markup {
        let given = visit.leadership.answers[id]?[view] ?? []
        return group {
            h3 { say("leadership.view.\(view.rawValue)") }
            p(.class("help")) { say("leadership.view.\(view.rawValue).lede") }
            dl {
                for number in 1...view.questions {
                    dt { say("leadership.question.\(view.rawValue).\(number)") }
                    if let found = given.first(where: { $0.question == number }) {
                        dd {
                            visit.text(found.answer)
                            if !found.evidence.isEmpty {
                                p {
                                    small {
                                        "\(say("leadership.shown-by")) "; visit.text(found.evidence)
                                    }
                                }
                            }
                        }
                    } else {
                        dd { small { say("leadership.unanswered") } }
                    }
                }
            }
            div(.class("actions")) {
                visit.control(LeadershipRights.access, LeadershipPath.analysis(id, "views/\(view.rawValue)"), say("leadership.answer", ["view": say("leadership.view.\(view.rawValue)")]))
            }
        }
    }
}
