import Journal
import Organisation
import Pages
import TestKit

@testable import Papers

/// A plan with three objectives, and figures that the test decides.
struct SamplePlan {
    /// Scores by indicator; an indicator that is not named has no data.
    var scores: [String: Double] = ["k1": 92, "k2": 40, "k3": 71]
    var lateActions = 1
    var planStatus = StrategicPlan.Status.adopted
    /// A region whose reporting is measured.
    var region: String?
    var hasOtherActions = true
    /// Whether the plan has a score beside its status.
    var isScoreTold = true

    var events: [Plan.Event] { plannedEvents + otherActions + lateEvents }

    private var plannedEvents: [Plan.Event] {
        [
            .planDescribed(
                id: ID("plan"),
                StrategicPlan(
                    title: Localized("Strategic Plan 2025–2028").with("Plan stratégique 2025-2028", in: .fr), from: day(2025, 7, 1),
                    until: day(2028, 6, 30), status: planStatus)),
            .perspectiveDescribed(id: ID("results"), Perspective(plan: ID("plan"), name: Localized("Results"), level: 1)),
            .objectiveDescribed(id: ID("so1"), objective("SO1", "Trade facilitation", 1)),
            .objectiveDescribed(id: ID("so2"), objective("SO2", "Fair and efficient revenue", 2)),
            .objectiveDescribed(id: ID("so3"), objective("SO3", "Protection of society", 3)),
            .indicatorDescribed(id: ID("k1"), indicator("so1", "K1", "Release time", baseline: 48, target: 24)),
            .indicatorDescribed(
                id: ID("k2"), indicator("so1", "K2", "Single window coverage", baseline: 10, target: 90, reporting: .byMember)),
            .indicatorDescribed(id: ID("k3"), indicator("so2", "K3", "Revenue gap", baseline: 12, target: 8)),
            .indicatorDescribed(id: ID("k4"), indicator("so2", "K4", "Confidential audits", baseline: 0, target: 5, disclosure: .staff)),
            .indicatorDescribed(id: ID("k5"), indicator("so2", "K5", "Cost of collection", baseline: nil, target: nil)),
            .actionDescribed(id: ID("a0"), action("A0", "Launch", .completed, until: day(2026, 1, 31))),
            .deliverableDescribed(
                id: ID("d1"),
                Deliverable(action: ID("a0"), title: Localized("Report"), due: day(2026, 1, 31), deliveredOn: day(2026, 1, 30))),
            .deliverableDescribed(
                id: ID("d2"), Deliverable(action: hasOtherActions ? ID("next") : ID("a0"), title: Localized("Guide"), due: day(2026, 6, 30))),
        ]
    }

    private var otherActions: [Plan.Event] {
        hasOtherActions ? [.actionDescribed(id: ID("next"), action("A9", "Pilot in six regions", .inProgress, until: day(2026, 12, 31)))] : []
    }

    private var lateEvents: [Plan.Event] {
        (0..<lateActions).map { number in
            .actionDescribed(
                id: ID("late\(number)") ?? ID("late"), action("L\(number)", "Late \(number)", .inProgress, until: day(2026, 5, 1 + number)))
        }
    }

    func house() throws -> House {
        var sample = Feature(name: "Sample", words: [:])
        let (scores, region, isScoreTold) = (scores, region, isScoreTold)
        sample.progress = { _ in
            var all: [Reference: Progress] = [:]
            func add(_ id: String, _ score: Double?, trend: [Double?] = [], counted: Int, of: Int, audience: Audience = .everyone) {
                guard let reference = Reference("plan:\(id)") else { return }
                let status = score.map { $0 >= 90 ? Progress.Status.onTrack : $0 >= 70 ? .atRisk : .offTrack } ?? .noData
                all[reference] = Progress(
                    status: status, isStale: id == "k3", score: score, coverage: Double(counted) / Double(max(1, of)), counted: counted,
                    of: of,
                    explanation: "indicators/\(id)/how", trend: trend, audience: audience)
            }
            for id in ["k1", "k2", "k3", "k5"] {
                add(id, scores[id], counted: id == "k2" ? 120 : scores[id] == nil ? 0 : 1, of: id == "k2" ? 183 : 1)
            }
            add("k4", 100, counted: 1, of: 1, audience: .staff)
            add("so1", 66, trend: [nil, 50, 66], counted: 2, of: 2)
            add("so2", scores["k3"], trend: [71, 71], counted: 1, of: 2)
            if let region, let reference = Reference("register:\(region)") {
                all[reference] = Progress(
                    status: .onTrack, isStale: false, score: nil, coverage: 0.77, counted: 40, of: 52, explanation: "indicators")
            }
            add("plan", 68, trend: [70, 68], counted: 3, of: 4)
            if !isScoreTold, let plan = Reference("plan:plan") { all[plan]?.score = nil }
            return all
        }
        return try House([papers, sample])
    }

    func organisation(_ more: [Proposal] = []) throws -> Organisation {
        try TestKit.organisation(
            [Proposal(Register.self, .profileDescribed(Profile(name: Localized("League of Harbours"), acronym: "LH", isInvented: true)))]
                + events.map { Proposal(Plan.self, $0) } + more, chapters: try house().chapters)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? .beginning }

    private func objective(_ code: String, _ title: String, _ order: Int) -> Objective {
        Objective(perspective: ID("results"), code: code, title: Localized(title), order: order)
    }

    private func indicator(
        _ objective: String, _ code: String, _ title: String, baseline: Double?, target: Double?, reporting: Indicator.Reporting = .whole,
        disclosure: Indicator.Disclosure = .everyone
    ) -> Indicator {
        Indicator(
            objective: ID(objective) ?? ID("none"), code: code, title: Localized(title), unit: Localized("hours"), reporting: reporting,
            baseline: baseline.map { Baseline(value: $0, on: day(2025, 6, 30)) },
            targets: [Target(target.map { .value($0) } ?? .toBeDetermined, by: day(2028, 6, 30))], disclosure: disclosure)
    }

    private func action(_ code: String, _ title: String, _ status: Action.Status, until: Day) -> Action {
        Action(objective: ID("so1"), code: code, title: Localized(title), from: day(2025, 7, 1), until: until, status: status)
    }
}
