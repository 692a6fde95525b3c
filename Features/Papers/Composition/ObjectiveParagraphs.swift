import Journal
import Organisation
import Pages

extension Composer {
    /// One objective: how it stands, what moved, what holds it back, what is missing.
    func paragraph(on figure: PaperFigures.OfObjective) -> ComposedParagraph {
        let indicators = figure.indicators
        let scores = indicators.compactMap { indicator in indicator.progress?.score.map { (title: title(of: indicator), score: $0) } }
        let only = scores.count == 1 ? scores.first.map { say("papers.objective.only", ["indicator": scored($0.title, $0.score)]) } : nil
        let silent = indicators.filter { $0.progress.map { $0.status == .noData } ?? true }.map { title(of: $0) }
        return ComposedParagraph(
            [
                standing(of: figure), movement(figure.progress), only ?? extremes(scores), listed("papers.objective.no-value", silent),
                work(figure.actions),
            ],
            explanation: figure.progress?.explanation)
    }

    private func standing(of figure: PaperFigures.OfObjective) -> String {
        guard !figure.indicators.isEmpty else { return say("papers.objective.no-indicator") }
        guard let progress = figure.progress, progress.status != .noData else {
            return say("papers.objective.no-data", count: figure.indicators.count)
        }
        let known = [
            "status": statusWords(progress, say).word, "counted": say.number(progress.counted), "of": say.number(progress.of),
        ]
        guard let score = progress.score else { return say("papers.objective.status-only", known) }
        return say("papers.objective.standing", known.merging(["score": self.score(score)]) { own, _ in own })
    }

    private func work(_ actions: [Action]) -> String {
        guard !actions.isEmpty else { return say("papers.objective.no-action") }
        let count = { (test: (Action) -> Bool) in self.say.number(actions.count(where: test)) }
        return say(
            "papers.objective.actions", count: actions.count,
            [
                "completed": count { $0.status == .completed }, "running": count { $0.status == .inProgress },
                "planned": count { $0.status == .planned }, "stopped": count { $0.status == .stopped },
                "late": count { $0.isLate(on: self.figures.day) },
            ])
    }
}
