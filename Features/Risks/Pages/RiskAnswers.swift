import HashTreeCollections
import Journal
import Organisation
import Pages

/// What answers a risk: in the plans, by a body that carries it, and the signs in which it shows.
struct RiskAnswers {
    let visit: Visit
    let standing: RiskStanding

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        plans
        accepted
        signals
    }

    private var plans: Markup {
        let shown = standing.risk.answers.compactMap { thing in visit.nodeLink(thing).map { (link: $0, stands: standing.answers.contains(thing)) } }
        return sheet(say("risks.answers"), id: "answers") {
            if shown.isEmpty { p { say("risks.no-answers") } }
            ul {
                for item in shown {
                    li {
                        item.link
                        if !item.stands { " "; small { say("risks.stands-no-more") } }
                    }
                }
            }
        }
    }

    /// The last one first, each with what became of it.
    @MarkupBuilder private var accepted: Markup {
        let all = visit.risks.acceptances[standing.id] ?? [], ratings = visit.risks.ratings[standing.id] ?? []
        if !all.isEmpty {
            sheet(say("risks.acceptances"), id: "acceptances") {
                ol {
                    for given in all.reversed() {
                        li {
                            p { visit.said(given) }
                            p { visit.text(given.acceptance.because) }
                            let isReplaced = given.withdrawn == nil && given.position != visit.risks.acceptance(of: standing.id)?.position
                            p(.class("note")) { isReplaced ? say("risks.replaced") : state(given, given.state(on: visit.times.day, after: ratings)) }
                        }
                    }
                }
                if !standing.isClosed, all.contains(where: { $0.withdrawn == nil }) {
                    div(.class("actions")) { visit.control(.planners, RiskPath.risk(standing.id, "withdraw-acceptance"), say("risks.withdraw-acceptance")) }
                }
            }
        }
    }

    private func state(_ given: GivenAcceptance, _ state: AcceptanceState) -> String {
        switch state {
        case .holds: given.acceptance.until.map { say("risks.holds-until", ["day": say.day($0)]) } ?? say("risks.holds", ["score": say.number(given.acceptance.score)])
        case .over: given.acceptance.until.map { say("risks.was-until", ["day": say.day($0)]) } ?? ""
        case .risen(let day, let score): say("risks.has-risen", ["day": say.day(day), "score": say.number(score), "accepted": say.number(given.acceptance.score)])
        case .withdrawn: say("risks.taken-back", ["because": given.withdrawn?.text ?? say("pages.erased")])
        }
    }

    @MarkupBuilder private var signals: Markup {
        let shown = standing.risk.signals.compactMap { visit.nodeLink($0) }
        if !shown.isEmpty { sheet(say("risks.signals"), id: "signals") { ul { for signal in shown { li { signal } } } } }
    }
}
