import Journal
import Organisation
import Pages

extension Composer {
    /// The plan as a whole.
    var standing: [ComposedParagraph] {
        let plan = figures.plan
        let runs = say("papers.standing.plan", ["title": plain(plan.title), "from": say.day(plan.from), "until": say.day(plan.until)])
        let opening = ComposedParagraph([runs, plan.status == .draft ? say("papers.standing.draft") : ""])
        guard !figures.objectives.isEmpty else { return [opening, ComposedParagraph([say("papers.standing.no-objectives")])] }
        // A score from too little data is neither ahead nor behind.
        let measured = figures.objectives.filter { $0.progress?.status != .noData }
        let scores = measured.compactMap { figure in figure.progress?.score.map { (title: title(of: figure), score: $0) } }
        return [opening, ComposedParagraph([statuses]), whole, ComposedParagraph([extremes(scores)])].filter { !$0.text.isEmpty }
    }

    private var statuses: String {
        let counts = Dictionary(grouping: figures.objectives) { $0.progress?.status ?? .noData }.mapValues { say.number($0.count) }
        let zero = say.number(0)
        return say(
            "papers.standing.statuses", count: figures.objectives.count,
            [
                "good": counts[.onTrack] ?? zero, "warn": counts[.atRisk] ?? zero, "bad": counts[.offTrack] ?? zero,
                "none": counts[.noData] ?? zero,
            ])
    }

    /// Either there is too little data, or a score would give away what is not disclosed.
    private func withoutScore(_ whole: Progress, _ from: [String: String]) -> String {
        guard whole.status != .noData else { return say("papers.standing.no-score", from) }
        return say("papers.standing.status-only", from.merging(["status": statusWords(whole, say).word]) { own, _ in own })
    }

    private var whole: ComposedParagraph {
        guard let whole = figures.whole else { return ComposedParagraph([say("papers.standing.not-measured")]) }
        let from = ["counted": say.number(whole.counted), "of": say.number(whole.of), "coverage": say.percent(whole.coverage)]
        let stands =
            whole.score.map { score in
                say(
                    "papers.standing.score",
                    from.merging(["score": self.score(score), "status": statusWords(whole, say).word]) { own, _ in own })
            } ?? withoutScore(whole, from)
        return ComposedParagraph([stands, movement(whole)], explanation: whole.explanation)
    }
}
