import Journal
import Organisation
import Pages

extension Composer {
    /// Who has reported where each member reports for itself; nothing where there is no such indicator.
    var members: [ComposedParagraph] {
        let byMember = figures.indicators.filter { $0.indicator.reporting == .byMember }
        guard !byMember.isEmpty else { return [] }
        let reported = byMember.compactMap { figure in figure.progress.map { share(title(of: figure), $0) } }
        let regions = figures.regions.map { share(plain($0.region.name), $0.progress) }
        return [
            ComposedParagraph([say("papers.members.indicators", count: byMember.count)]),
            ComposedParagraph([reported.isEmpty ? say("papers.members.unknown") : say("papers.members.reported", ["list": list(reported)])]
            ),
            ComposedParagraph([regions.isEmpty ? "" : say("papers.members.regions", ["list": list(regions)])]),
        ].filter { !$0.text.isEmpty }
    }

    private func share(_ name: String, _ progress: Progress) -> String {
        say("papers.members.share", ["name": name, "counted": say.number(progress.counted), "of": say.number(progress.of)])
    }

    /// What nobody can say yet.
    var missing: [ComposedParagraph] {
        let indicators = figures.indicators
        let names = { (test: (PaperFigures.OfIndicator) -> Bool) in indicators.filter(test).map { self.title(of: $0) } }
        let sentences = [
            listed("papers.missing.objectives", figures.objectives.filter { $0.indicators.isEmpty }.map { title(of: $0) }),
            listed("papers.missing.values", names { $0.progress.map { $0.counted == 0 } ?? true }),
            listed("papers.missing.baselines", names { $0.indicator.baseline == nil && $0.indicator.kind != .text }),
            listed("papers.missing.targets", names { $0.indicator.hasNoTarget }),
            listed("papers.missing.stale", names { $0.progress?.isStale ?? false }),
            figures.undisclosed > 0 ? say("papers.missing.undisclosed", count: figures.undisclosed) : "",
        ].filter { !$0.isEmpty }
        return sentences.isEmpty ? [ComposedParagraph([say("papers.missing.nothing")])] : sentences.map { ComposedParagraph([$0]) }
    }

    /// How the figures are counted.
    var method: [ComposedParagraph] {
        ["score", "status", "whole", "words"].map { ComposedParagraph([say("papers.method.\($0)")]) }
    }
}

extension Indicator {
    fileprivate var hasNoTarget: Bool {
        targets.allSatisfy { target in if case .toBeDetermined = target.aim { true } else { false } }
    }
}
