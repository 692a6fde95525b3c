import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How the status of an objective, a perspective or a plan was rolled up from its parts.
struct ProgressPage: Sendable {
    private let visit: Visit
    private let standings: Standings
    private let name: String
    private let whole: Whole?
    /// What kind of thing it is: the last part of a key among the words.
    private let kind: String

    init(_ visit: Visit) throws(Missing) {
        self.visit = visit
        guard let id = visit.parameters["id"] else { throw Missing() }
        let plan = visit.plan
        let standings = Standings(visit.organisation)
        self.standings = standings
        let planID: ID<StrategicPlan>?
        if let id = ID<Objective>(id), let objective = plan.objectives[id] {
            (name, whole, kind, planID) = (
                visit.title(objective.code, objective.title), standings.whole(of: id), "objective", plan.plan(of: id)
            )
        } else if let id = ID<Perspective>(id), let perspective = plan.perspectives[id] {
            (name, whole, kind, planID) = (visit.plain(perspective.name), standings.whole(of: id), "perspective", perspective.plan)
        } else if let id = ID<StrategicPlan>(id), let strategic = plan.plans[id] {
            (name, whole, kind, planID) = (visit.plain(strategic.title), standings.whole(of: id), "plan", id)
        } else {
            throw Missing()
        }
        guard visit.viewer.belongs(to: plan.audience(of: planID)) else { throw Missing() }
    }

    private var say: Say { visit.say }

    func answer() -> Page {
        Page(say("monitoring.how.title", ["indicator": name]), place: "indicators", trail: [(say("monitoring.indicators"), "indicators")]) {
            if let whole {
                p(.class("lede")) {
                    visit.mark(whole, standings)
                    " "
                    conclusion(whole)
                }
                sheet(say("monitoring.how.steps")) { ol { for sentence in sentences(whole) { li { sentence } } } }
                sheet(say("monitoring.parts")) { table(whole) }
                left(whole)
            } else {
                emptyState(say("monitoring.progress.empty"), say("monitoring.progress.empty-text")) {
                    visit.control(.planners, "plan", say("monitoring.list.empty-action"))
                }
            }
        }
    }

    private func conclusion(_ whole: Whole) -> String {
        let roll = whole.rollUp
        guard let score = roll.score else { return say("monitoring.progress.no-score") }
        let key = roll.rating == .noData ? "monitoring.progress.too-little" : "monitoring.progress.conclusion"
        return say(
            key,
            [
                "score": number(score), "coverage": say.percent(roll.coverage), "counted": say.number(roll.counted),
                "of": say.number(roll.of),
            ])
    }

    private func sentences(_ whole: Whole) -> [String] {
        let roll = whole.rollUp
        let counted = whole.parts.filter(\.isCounted)
        var all = [say("monitoring.progress.rule.\(kind)")]
        if let score = roll.score {
            let terms = counted.map { "\(number($0.child.weight)) × \(number(clamped($0.child.score)))" }.joined(separator: " + ")
            let weights = counted.map { number($0.child.weight) }.joined(separator: " + ")
            all.append(say("monitoring.progress.sum", ["terms": terms, "weights": weights, "score": number(score)]))
        }
        all.append(
            say(
                "monitoring.progress.coverage",
                [
                    "with": number(counted.map(\.child.weight).reduce(0, +)), "all": number(whole.parts.map(\.child.weight).reduce(0, +)),
                    "coverage": say.percent(roll.coverage), "least": say.percent(Measuring.leastCoverage),
                ]))
        if roll.rating != .noData, let expected = whole.expected, let score = roll.score {
            all.append(
                say(
                    "monitoring.progress.expected",
                    [
                        "expected": number(expected), "score": number(score), "pace": say.percent(expected > 0 ? score / expected : 0),
                        "status": say("pages.status.\(roll.rating.word)"),
                    ]))
        }
        let measured = whole.leaves.compactMap { standings.indicators[$0] }
        all.append(
            say(
                "monitoring.progress.leaves",
                ["counted": say.number(measured.count { $0.rating != .noData }), "of": say.number(whole.leaves.count)]))
        return all
    }

    private func table(_ whole: Whole) -> Markup {
        let weights = whole.parts.map(\.child.weight).reduce(0, +)
        return scrollingTable(say("monitoring.parts-caption"), id: "parts") {
            headings([
                (say("monitoring.part"), false), (say("monitoring.sheet.weight"), true), (say("monitoring.share"), true),
                (say("monitoring.score"), true), (say("monitoring.expected"), true), (say("pages.status"), false),
            ])
            tbody { for part in whole.parts where isShown(part) { row(part, of: weights) } }
        }
    }

    private func row(_ part: Whole.Part, of weights: Double) -> Markup {
        tr {
            th(.scope("row")) { link(visit.path(path(of: part.thing))) { visit.title(of: part.thing) } }
            td(.class("n")) { number(part.child.weight) }
            td(.class("n")) { weights > 0 ? say.percent(part.child.weight / weights) : "–" }
            td(.class("n")) { part.isCounted ? number(clamped(part.child.score)) : "–" }
            td(.class("n")) { part.isCounted ? number(clamped(part.child.expected)) : "–" }
            td { statusMark(StatusMark(part.child.rating.standing, label: say("pages.status.\(part.child.rating.word)"))) }
        }
    }

    /// Who does not count, by name and with the reason.
    @MarkupBuilder private func left(_ whole: Whole) -> Markup {
        let left = whole.parts.filter { !$0.isCounted && isShown($0) }
        let hidden = whole.parts.count { !isShown($0) }
        if !left.isEmpty || hidden > 0 {
            sheet(say("monitoring.left-out")) {
                ul {
                    for part in left {
                        li {
                            link(visit.path(path(of: part.thing))) { visit.title(of: part.thing) }
                            ": "
                            part.gap.map { say("monitoring.why.\($0.rawValue)") } ?? say("monitoring.why-below")
                        }
                    }
                    if hidden > 0 { li { say("monitoring.not-disclosed", count: hidden) } }
                }
            }
        }
    }

    private func isShown(_ part: Whole.Part) -> Bool {
        guard case .indicator(let id) = part.thing, let indicator = visit.plan.indicators[id] else { return true }
        return visit.viewer.sees(indicator, of: visit.plan)
    }

    private func path(of thing: Whole.Thing) -> String {
        switch thing {
        case .indicator(let id): "indicators/\(id)/how"
        case .objective(let id): "progress/\(id)"
        case .perspective(let id): "progress/\(id)"
        }
    }

    private func clamped(_ score: Double?) -> Double { min(max(score ?? 0, 0), 100) }
    private func number(_ value: Double) -> String { say.number(value, digits: 2) }
}
