import HashTreeCollections
import Journal
import Organisation
import Pages

/// One version: where it leads in a sentence, the answers, the reasons, the map, what explores, the landscape, the levels, the crisis, and its initiatives.
struct StrategyPage {
    let visit: Visit
    let id: ID<Strategy>
    let strategy: Strategy
    let figures: StrategyFigures

    static let route = Route.page("innovation/strategies/{strategy}", .everyone) { visit in
        let (id, strategy) = try visit.strategy()
        return StrategyPage(visit: visit, id: id, strategy: strategy, figures: visit.figures(of: id, strategy)).page
    }

    private var say: Say { visit.say }
    private var mayChange: Bool { visit.mayChange(id) }

    private var page: Page {
        Page(visit.plain(strategy.title), place: InnovationPath.front, trail: visit.innovationTrail()) {
            p(.class("lede")) { StrategyWords(visit: visit, figures: figures).headline }
            standing
            controls
            if !strategy.text.isEmpty { p(.class("prose")) { visit.text(strategy.text) } }
            answers
            reasons
            MapPart(visit: visit, id: id, figures: figures).markup
            ExplorePart(visit: visit, figures: figures).markup
            LevelsPart(visit: visit, figures: figures).markup
            LandscapePart(visit: visit, figures: figures).markup
            crisis
            InitiativesPart(visit: visit, id: id, figures: figures).markup
            versions
            visit.aspects(of: Reference(Innovation.self, id))
        }
    }

    /// Who adopted it, or what is missing; what is warned of.
    @MarkupBuilder private var standing: Markup {
        p {
            visit.mark(of: id); " "; say("innovationstrategy.version", ["number": say.number(strategy.number)])
            if let given = visit.innovation.adoption(of: id) { " · \(visit.said(given))" }
            if let plan = strategy.plan, visit.sees(plan), let whole = visit.plan.plans[plan] {
                " · "; link(visit.path("plan/\(plan)")) { visit.text(whole.title) }
            }
        }
        if let given = visit.innovation.adoption(of: id), !given.adoption.despite.isEmpty {
            p(.class("note")) {
                "\(say("innovationstrategy.adopted-despite"))\(visit.language.colon) "; visit.text(given.adoption.despite)
            }
        }
        if mayChange, !figures.gaps.isEmpty {
            div(.class("notice warn")) {
                p { say("innovationstrategy.not-yet", count: figures.gaps.count) }
                visit.gapList(id, figures)
            }
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            if mayChange {
                visit.control(.planners, InnovationPath.strategy(id, "initiatives/new"), say("innovationstrategy.new-initiative"), quiet: false)
                visit.control(.planners, InnovationPath.strategy(id, "adopt"), say("innovationstrategy.adopt"))
                visit.control(.planners, InnovationPath.strategy(id, "edit"), say("innovationstrategy.part.frame"))
                visit.control(.planners, InnovationPath.strategy(id, "withdraw"), say("pages.withdraw"))
            } else {
                visit.control(.planners, InnovationPath.strategy(id, "renew"), say("innovationstrategy.renew"))
                visit.control(.planners, InnovationPath.strategy(id, "withdraw-adoption"), say("innovationstrategy.withdraw-adoption"))
            }
        }
    }

    /// The way to the form of a part.
    private func change(_ part: StrategyPart) -> Markup {
        mayChange ? p { link(visit.path(InnovationPath.strategy(id, part.address))) { say("innovationstrategy.part.\(part.rawValue)") } } : Markup()
    }

    private var answers: Markup {
        let answers = strategy.answers
        return sheet(say("innovationstrategy.answers"), id: "answers") {
            ol {
                for question in LeadershipAnswers.Question.allCases {
                    li {
                        strong { say("innovationstrategy.question.\(question.rawValue)") }
                        if answers[question].isEmpty { p(.class("gap")) { say("innovationstrategy.not-answered") } } else { p(.class("prose")) { visit.text(answers[question]) } }
                        if question == .kind, !answers.types.isEmpty { p { say.list(answers.types.map { say("innovationstrategy.type.\($0.rawValue)") }) } }
                        if question == .resources, let explore = answers.explore {
                            p { say("innovationstrategy.agreed", ["ratio": visit.ratio(explore), "tolerance": visit.points(answers.tolerance)]) }
                        }
                    }
                }
            }
            change(.answers)
        }
    }

    private var reasons: Markup {
        sheet(say("innovationstrategy.reasons"), id: "reasons") {
            if strategy.reasons.isEmpty { p(.class("gap")) { say("innovationstrategy.gap.reasons") } }
            ul {
                for reason in strategy.reasons {
                    li {
                        strong { say("innovationstrategy.reason.\(reason.kind.rawValue)") }
                        p(.class("prose")) { visit.text(reason.text) }
                        let signals = reason.signals.compactMap { visit.nodeLink($0) }
                        if !signals.isEmpty {
                            p {
                                "\(say("innovationstrategy.field.signals"))\(visit.language.colon) "
                                for (place, signal) in signals.enumerated() {
                                    if place > 0 { " · " }
                                    signal
                                }
                            }
                        }
                    }
                }
            }
            change(.reasons)
        }
    }

    @MarkupBuilder private var crisis: Markup {
        if !strategy.crisis.isEmpty || mayChange {
            sheet(say("innovationstrategy.crisis"), id: "crisis") {
                p(.class("help")) { say("innovationstrategy.crisis-source") }
                ol {
                    for kind in CrisisAction.Kind.allCases {
                        let action = strategy.crisis.first { $0.kind == kind }, things = (action?.things ?? []).compactMap { visit.nodeLink($0) }
                        li {
                            strong { say("innovationstrategy.crisis.\(kind.rawValue)") }
                            if let action { p(.class("prose")) { visit.text(action.text) } } else { p(.class("help")) { say("innovationstrategy.nothing-said") } }
                            if !things.isEmpty { ul { for thing in things { li { thing } } } }
                        }
                    }
                }
                change(.crisis)
            }
        }
    }

    /// The line with what can be held against this one.
    @MarkupBuilder private var versions: Markup {
        let all = visit.innovation.versions(of: visit.innovation.line(of: id)).filter { visit.sees($0.id) }
        if all.count > 1 {
            sheet(say("innovationstrategy.versions"), id: "versions") {
                ul {
                    for other in all.reversed() {
                        li {
                            if other.id == id { strong { visit.name(of: other.id) } } else { link(visit.path(InnovationPath.strategy(other.id))) { visit.name(of: other.id) } }
                            " "; visit.mark(of: other.id)
                            if let given = visit.innovation.adoption(of: other.id) { " · \(visit.said(given))" }
                            if other.id != id {
                                " · "; link(visit.path(InnovationPath.strategy(id, "compare"), ["with": other.id.text])) { say("innovationstrategy.compare") }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// *3 points*
    func points(_ share: Double) -> String { say("innovationstrategy.points", amount: share.inPercent) }
}
