import HashTreeCollections
import Journal
import Organisation
import Pages

/// One risk: what may happen, how large it is, what is done and what answers it, and how it came to be judged so.
struct RiskPage {
    let visit: Visit
    let standing: RiskStanding

    static let route = Route.page("risks/{risk}", .everyone) { visit in
        let (id, risk) = try visit.risk()
        return RiskPage(visit: visit, standing: visit.standing(of: id, risk)).page
    }

    private var say: Say { visit.say }
    private var id: ID<Risk> { standing.id }
    private var risk: Risk { standing.risk }

    private var page: Page {
        Page(visit.plain(risk.title), place: RiskPath.risks, trail: visit.riskTrail()) {
            p(.class("lede")) {
                visit.mark(standing.level, score: standing.score); " "; lede
            }
            notes
            controls
            sheet(say("risks.what")) {
                facts([
                    (say("risks.field.cause"), risk.cause.isEmpty ? gap("cause") : visit.text(risk.cause)), (say("risks.field.event"), visit.text(risk.event)),
                    (say("risks.field.effect"), risk.effect.isEmpty ? gap("effect") : visit.text(risk.effect)),
                    (say("risks.field.category"), risk.category.flatMap { visit.risks.categories[$0] }.map { visit.text($0.title) } ?? Markup()),
                    (say("risks.field.owner"), risk.owner.map(owner) ?? Markup()), (say("risks.field.review"), standing.isClosed ? Markup() : risk.reviewOn.map { Markup(say.day($0)) } ?? Markup()),
                    (say("risks.source"), source), (say("risks.field.readers"), Markup(visit.viewer.isStaff ? say("risks.readers.\(risk.readers.rawValue)") : "")),
                ])
            }
            RiskRatings(visit: visit, standing: standing).markup
            done
            RiskAnswers(visit: visit, standing: standing).markup
            closings
            visit.aspects(of: Reference(Risks.self, id))
        }
    }

    private func gap(_ name: String) -> Markup { span(.class("gap")) { say("risks.gap.\(name)") } }

    private func owner(_ id: ID<Unit>) -> Markup {
        let name = visit.text(visit.register.name(of: id))
        return visit.register.units[id] == nil ? name : link(visit.path("units/\(id)")) { name }
    }

    private var lede: String {
        guard let closed = visit.risks.closing(of: id) else { return say("risks.answer-is", ["answer": visit.answer(to: standing)]) }
        return say("risks.closed-on", ["how": say("risks.closing.\(closed.closing.how.rawValue)"), "day": say.day(closed.on)])
    }

    /// What must be known before anything else is read.
    @MarkupBuilder private var notes: Markup {
        if standing.blocks { p(.class("notice bad")) { say("risks.blocks") } }
        if !standing.isClosed {
            if standing.exceedsAppetite, visit.viewer.belongs(to: .participants), let score = standing.score, let appetite = standing.appetite {
                p(.class("notice warn")) { say("risks.above-appetite", ["score": say.number(score), "n": say.number(appetite)]) }
            }
            if standing.isDue, let day = risk.reviewOn { p(.class("notice warn")) { say("risks.due-since", ["day": say.day(day)]) } }
            if standing.level == nil { p(.class("note")) { gap("unrated") } }
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            if standing.isClosed {
                visit.control(.planners, RiskPath.risk(id, "reopen"), say("risks.reopen"))
            } else {
                if visit.isNow, visit.viewer.mayRate(risk) { link(visit.path(RiskPath.risk(id, "rate")), .class("button")) { say("risks.rate") } }
                visit.control(.planners, RiskPath.risk(id, "answer"), say("risks.answer"))
                visit.control(.planners, RiskPath.risk(id, "accept"), say("risks.accept"))
                visit.control(.planners, RiskPath.risk(id, "edit"), say("risks.edit"))
                visit.control(.planners, RiskPath.risk(id, "close"), say("risks.close"))
            }
            visit.control(.planners, RiskPath.risk(id, "withdraw"), say("pages.withdraw"))
        }
    }

    private var source: Markup {
        guard let source = risk.source else { return Markup() }
        return group {
            visit.source(source.text, source.link)
            if let day = source.on { " (\(say.day(day)))" }
        }
    }

    /// Controls and treatment.
    @MarkupBuilder private var done: Markup {
        if !risk.controls.isEmpty || risk.treatment != nil {
            sheet(say("risks.done")) {
                if let treatment = risk.treatment {
                    facts([
                        (say("risks.field.treatment"), Markup(say("risks.treatment.\(treatment.rawValue)"))), (say("risks.field.treatment-text"), visit.text(risk.treatmentText)),
                        (say("risks.field.treatment-due"), risk.treatmentDue.map { Markup(say.day($0)) } ?? Markup()),
                    ])
                }
                if !risk.controls.isEmpty {
                    scrollingTable(say("risks.controls"), id: "controls") {
                        headings([(say("risks.field.control-what"), false), (say("risks.field.control-who"), false), (say("risks.field.control-strength"), false)])
                        tbody {
                            for control in risk.controls {
                                tr {
                                    th(.scope("row")) { visit.text(control.what) }
                                    td { control.who.isEmpty ? Markup("–") : visit.text(control.who) }
                                    td { control.strength.map { say("risks.strength.\($0.rawValue)") } ?? "–" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Every time it was closed, and why it was opened again.
    @MarkupBuilder private var closings: Markup {
        let closings = visit.risks.closings[id] ?? []
        if !closings.isEmpty {
            sheet(say("risks.closings")) {
                ol {
                    for given in closings {
                        li {
                            "\(say("risks.closed-on", ["how": say("risks.closing.\(given.closing.how.rawValue)"), "day": say.day(given.on)])) "
                            visit.text(given.closing.because)
                            if let reopened = given.reopened { " \(say("risks.reopened-on", ["day": say.day(reopened.on), "because": reopened.because.text ?? say("pages.erased")]))" }
                        }
                    }
                }
            }
        }
    }
}
