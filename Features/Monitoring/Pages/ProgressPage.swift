import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How the status of an objective, a perspective or a plan was rolled up from its parts.
struct ProgressPage: Sendable {
    let visit: Visit
    private let standings: Standings
    private let name: String
    private let whole: Whole?
    /// What kind of thing it is: the last part of a key among the words.
    private let kind: String

    init(_ visit: Visit) throws(Missing) {
        self.visit = visit
        guard let id = visit.parameters["id"] else { throw Missing() }
        let plan = visit.plan
        let standings = Standings.of(visit.organisation)
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
        guard visit.sees(planID) else { throw Missing() }
    }

    private var say: Say { visit.say }

    func answer() -> Page {
        Page(say("monitoring.how.title", ["indicator": name]), place: "indicators", trail: [(say("monitoring.indicators"), "indicators")]) {
            if let whole {
                let precision = standings.precision(of: whole, toldTo: visit)
                let parts = ProgressParts(visit, whole, standings)
                p(.class("lede")) {
                    visit.mark(whole, standings)
                    " "
                    conclusion(whole, precision)
                }
                sheet(say("monitoring.how.steps")) { ol { for sentence in sentences(whole, precision, parts) { li { sentence } } } }
                sheet(say("monitoring.parts")) { parts.table }
                parts.leftOut
            } else {
                emptyState(say("monitoring.progress.empty"), say("monitoring.progress.empty-text")) {
                    visit.control(.planners, "plan", say("monitoring.list.empty-action"))
                }
            }
        }
    }

    private func conclusion(_ whole: Whole, _ precision: Precision) -> String {
        let roll = whole.rollUp
        guard roll.score != nil else { return say("monitoring.progress.no-score") }
        guard let score = precision.told(roll.score) else { return say("monitoring.progress.status-only") }
        return say(
            roll.rating == .noData ? "monitoring.progress.too-little" : "monitoring.progress.conclusion",
            [
                "score": visit.score(score), "coverage": say.percent(roll.coverage), "counted": say.number(roll.counted),
                "of": say.number(roll.of),
            ])
    }

    private func sentences(_ whole: Whole, _ precision: Precision, _ parts: ProgressParts) -> [String] {
        [say("monitoring.progress.rule.\(kind)")] + parts.sum(precision) + expected(whole, precision) + [below(whole)]
    }

    private func expected(_ whole: Whole, _ precision: Precision) -> [String] {
        let roll = whole.rollUp
        guard roll.rating != .noData, let expected = precision.told(whole.expected), let score = precision.told(roll.score) else {
            return []
        }
        return [
            say(
                "monitoring.progress.expected",
                [
                    "expected": visit.score(expected), "score": visit.score(score),
                    "pace": say.percent(expected > 0 ? score / expected : 0),
                    "status": say("pages.status.\(roll.rating.word)"),
                ])
        ]
    }

    private func below(_ whole: Whole) -> String {
        let measured = whole.leaves.compactMap { standings.indicators[$0] }
        return say(
            "monitoring.progress.leaves",
            ["counted": say.number(measured.count { $0.hasValue }), "of": say.number(whole.leaves.count)])
    }
}
