import HashTreeCollections
import Journal
import Organisation
import Pages

/// One signal: what was seen, where it was read, what it may do, what Members make of it, and what is done about it.
struct SignalPage {
    let visit: Visit
    let id: ID<Signal>
    let signal: Signal

    static let route = Route.page("scan/signals/{signal}", .everyone) { visit in
        let (id, signal) = try visit.signal()
        return SignalPage(visit: visit, id: id, signal: signal).page
    }

    private var say: Say { visit.say }
    private var scan: Scan { visit.scan }

    private var page: Page {
        Page(visit.plain(signal.title), place: ScanPath.scan, trail: visit.signalTrail()) {
            p(.class("lede")) { standing }
            mergedNote
            controls
            if !signal.text.isEmpty { p(.class("prose")) { visit.text(signal.text) } }
            judged
            evidence
            effects
            if visit.viewer.belongs(to: .participants) { SignalRatings(visit: visit, id: id).markup }
            history
            visit.aspects(of: Reference(Scan.self, id))
        }
    }

    /// *Trend. Watched; looked at again on 3 May 2027.*
    private var standing: String {
        var parts = [say("scan.kind.\(signal.kind.rawValue)"), say("scan.status.\(scan.status(of: id).rawValue)")]
        if let review = scan.reviewOn(id) { parts.append(say("scan.review-on", ["day": say.day(review)])) }
        return parts.joined(separator: " · ")
    }

    @MarkupBuilder private var mergedNote: Markup {
        if let merged = scan.merged[id], visit.sees(scan.successor(of: id)) {
            let into = scan.successor(of: id)
            p(.class("note")) {
                say("scan.merged-into", ["because": merged.because.text ?? say("pages.erased")])
                " "
                link(visit.path(ScanPath.signal(into))) { visit.text(scan.signals[into]?.title ?? Localized(into.text)) }
            }
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            if scan.merged[id] == nil {
                if visit.isNow, visit.viewer.mayRate { link(visit.path(ScanPath.signal(id, "rate")), .class("button")) { say("scan.rate") } }
                visit.control(.planners, ScanPath.signal(id, "place"), say("scan.place"))
                if visit.isNow, visit.viewer.mayDescribe(id, scan) { link(visit.path(ScanPath.signal(id, "edit")), .class("button quiet")) { say("scan.edit-signal") } }
                visit.control(.planners, ScanPath.signal(id, "merge"), say("scan.merge"))
            } else {
                visit.control(.planners, ScanPath.signal(id, "separate"), say("scan.separate"))
            }
        }
    }

    private var judged: Markup {
        let score = SignalScore(signal)
        func step(_ estimate: Estimate?) -> Markup { estimate.map { Markup(visit.said($0)) } ?? Markup() }
        return sheet(say("scan.judged")) {
            facts([
                (say("scan.field.aspect"), signal.aspect.flatMap { scan.aspects[$0] }.map { visit.text($0.title) } ?? Markup()),
                (say("scan.field.theme"), signal.theme.flatMap { scan.themes[$0] }.map { visit.text($0.title) } ?? Markup()),
                (say("scan.field.seen"), signal.firstSeen.map { Markup(say.day($0)) } ?? Markup()),
                (say("scan.field.regions"), Markup(signal.regions.isEmpty ? say("scan.everywhere") : say.list(signal.regions.map { visit.plain(visit.register.name(of: $0)) }))),
                (say("scan.field.horizon"), signal.horizon.map { Markup(say("scan.horizon.\($0.rawValue)")) } ?? Markup()),
                (say("scan.field.direction"), signal.direction.map { Markup(say("scan.direction.\($0.rawValue)")) } ?? Markup()),
                (say("scan.field.opportunity"), signal.opportunity.isEmpty ? Markup() : visit.text(signal.opportunity)),
                (say("scan.field.impact"), step(signal.impact)), (say("scan.field.likelihood"), step(signal.likelihood)), (say("scan.field.uncertainty"), step(signal.uncertainty)),
                (say("scan.field.novelty"), signal.novelty.map { Markup(say("scan.of-five", ["n": say.number($0)])) } ?? Markup()),
                (say("scan.field.velocity"), velocity),
                (say("scan.field.confidence"), confidence),
                (say("scan.score"), score.map { Markup(visit.said($0)) } ?? Markup(say("scan.no-score"))),
            ])
            if score != nil { p(.class("help")) { say("scan.score-how", ["highest": say.number(Int(SignalScore.highest)), "from": say.number(Int(SignalScore.priority))]) } }
            if signal.isWatched { p(.class("note")) { say("scan.is-watched") } }
        }
    }

    private var velocity: Markup {
        guard let velocity = signal.velocity else { return Markup() }
        return group {
            say("scan.velocity.\(velocity.rawValue)")
            if !signal.drivenBy.isEmpty { ": "; visit.text(signal.drivenBy) }
        }
    }

    private var confidence: Markup {
        guard let confidence = signal.confidence else { return Markup() }
        return group {
            say("scan.confidence.\(confidence.rawValue)")
            if !signal.confidenceBecause.isEmpty { ": "; visit.text(signal.confidenceBecause) }
        }
    }

    @MarkupBuilder private var evidence: Markup {
        sheet(say("scan.evidence")) {
            if signal.evidence.isEmpty { p { say("scan.no-evidence") } }
            ul { for item in signal.evidence { li { one(item) } } }
            let merged = scan.predecessors(of: id).filter(visit.sees).compactMap { scan.signals[$0] }.filter { !$0.evidence.isEmpty }
            for other in merged {
                p {
                    say("scan.evidence-of-merged"); " "; visit.text(other.title)
                }
                ul { for item in other.evidence { li { one(item) } } }
            }
        }
    }

    private func one(_ item: Evidence) -> Markup {
        let address = item.link.text ?? ""
        return group {
            if address.isEmpty { visit.text(item.source) } else { link(address, Attribute("rel", "noreferrer nofollow")) { visit.text(item.source) } }
            " "
            small { ([item.on.map { say.day($0) } ?? "", say("scan.reliability.\(item.reliability.rawValue)")]).filter { !$0.isEmpty }.joined(separator: " · ") }
            if let figure = item.figure {
                p {
                    visit.text(figure.of); visit.language.colon; " "
                    element("bdi", []) { figure.low == figure.high ? say.number(figure.low) : say("scan.from-to", ["low": say.number(figure.low), "high": say.number(figure.high)]) }
                }
            }
        }
    }

    private var effects: Markup {
        let shown = signal.effects.filter { visit.sees($0.objective) && visit.plan.objectives[$0.objective] != nil }
        let through = visit.objectives(of: id).subtracting(signal.effects.map(\.objective)).filter { visit.plan.objectives[$0] != nil }.sorted()
        return sheet(say("scan.effects")) {
            if shown.isEmpty, through.isEmpty { p { say("scan.no-effects") } }
            ul {
                for effect in shown {
                    li {
                        visit.link(to: effect.objective); " "; small { say("scan.effect.\(effect.size)") }
                    }
                }
                for objective in through {
                    li {
                        visit.link(to: objective); " "; small { say("scan.through-theme") }
                    }
                }
            }
        }
    }

    /// Every place that it has had, and what went into it.
    @MarkupBuilder private var history: Markup {
        let placed = scan.standings[id] ?? [], predecessors = scan.predecessors(of: id).filter(visit.sees)
        if !placed.isEmpty || !predecessors.isEmpty {
            sheet(say("scan.what-was-done")) {
                ol {
                    for item in placed {
                        li {
                            "\(say.day(item.on))\(visit.language.colon) \(say("scan.status.\(item.standing.status.rawValue)"))"
                            if !item.standing.because.isEmpty, visit.viewer.belongs(to: .participants) { ". "; visit.text(item.standing.because) }
                        }
                    }
                }
                if !predecessors.isEmpty {
                    p { say("scan.went-into-this") }
                    ul { for other in predecessors { li { link(visit.path(ScanPath.signal(other))) { visit.text(scan.signals[other]?.title ?? Localized(other.text)) } } } }
                }
            }
        }
    }
}

extension Visit {
    /// *3 of 5*, *2 to 4 of 5, most likely 3*.
    func said(_ estimate: Estimate) -> String {
        guard estimate.isRange else { return say("scan.of-five", ["n": say.number(estimate.likely)]) }
        return say("scan.of-five-range", ["low": say.number(estimate.low), "high": say.number(estimate.high), "n": say.number(estimate.likely)])
    }

    func said(_ score: SignalScore) -> String {
        score.low == score.high ? say.number(score.likely) : say("scan.score-range", ["likely": say.number(score.likely), "low": say.number(score.low), "high": say.number(score.high)])
    }

    /// Where it leads is known to the feature that plans, and told through the thread.
    /// - Parameter then: the plan as it was called when it was named; `nil` for now.
    func link(to objective: ID<Objective>, as then: Plan? = nil) -> Markup {
        guard let described = (then ?? plan).objectives[objective] else { return Markup(objective.text) }
        let title = text(described.title.coded(described.code))
        return node(Reference(Plan.self, objective)).map { node in Pages.link(path(node.path)) { title } } ?? title
    }
}
