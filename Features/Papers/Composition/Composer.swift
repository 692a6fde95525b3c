import Journal
import Organisation
import Pages

/// Writes the paper's paragraphs in one language. How many there are depends on the figures only, so that paragraph 12 is paragraph 12
/// in every language.
struct Composer {
    let figures: PaperFigures
    let say: Say
    /// The text of people in the language of the paper, or in another where it is missing.
    let plain: (Localized) -> String

    var sections: [ComposedSection] {
        [section(.standing, standing)]
            + figures.objectives.map { ComposedSection(name: .objective($0.id), title: title(of: $0), paragraphs: [paragraph(on: $0)]) }
            + [section(.priorities, priorities), section(.actions, actions), section(.members, members), section(.missing, missing), section(.method, method)]
            .filter { !$0.paragraphs.isEmpty }
    }

    private func section(_ name: SectionName, _ paragraphs: [ComposedParagraph]) -> ComposedSection {
        ComposedSection(name: name, title: say("papers.section.\(name.text)"), paragraphs: paragraphs)
    }
}

// MARK: - The ways of speech

extension Composer {
    /// At most so many names in a row; the rest is counted.
    static let most = 8

    func list(_ names: [String]) -> String {
        let shown = names.prefix(Composer.most).joined(separator: say("papers.separator"))
        return names.count > Composer.most ? "\(shown) \(say("papers.and-more", count: names.count - Composer.most))" : shown
    }

    func title(of figure: PaperFigures.OfObjective) -> String { plain(figure.objective.title.coded(figure.objective.code)) }

    func title(of figure: PaperFigures.OfIndicator) -> String { plain(figure.indicator.title.coded(figure.indicator.code)) }

    func score(_ score: Double) -> String { say.number(score, digits: 0) }

    /// With its score behind it.
    func scored(_ title: String, _ score: Double) -> String { "\(title) (\(self.score(score)))" }

    /// How the score moved between the last two periods for which there is one; empty where there are no two, and where the last one is not the score
    /// that was just told: of a period for which not everything has been reported there is another.
    func movement(_ progress: Progress?) -> String {
        let known = (progress?.trend ?? []).compactMap { $0 }.suffix(2)
        guard let from = known.first, let to = known.last, known.count == 2, progress?.score.map(score) == score(to) else { return "" }
        let key = (to - from).magnitude < 0.5 ? "same" : to > from ? "up" : "down"
        return say("papers.moved.\(key)", ["from": score(from), "to": score(to)])
    }

    /// The ends of a list in the order of their scores: the one or two furthest behind and ahead. Empty where fewer than two have a score.
    func extremes(_ scored: [(title: String, score: Double)]) -> String {
        guard scored.count > 1 else { return "" }
        let sorted = scored.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }.map(\.element)
        let size = scored.count > 3 ? 2 : 1
        let names = { (part: [(title: String, score: Double)]) in self.list(part.map { self.scored($0.title, $0.score) }) }
        return say(
            "papers.extremes", ["behind": names(Array(sorted.prefix(size))), "ahead": names(Array(sorted.suffix(size).reversed()))])
    }

    /// A sentence with a list behind its number; empty where there is nothing to list.
    func listed(_ key: String, _ names: [String], _ arguments: [String: String] = [:]) -> String {
        names.isEmpty ? "" : say(key, count: names.count, arguments.merging(["list": list(names)]) { own, _ in own })
    }
}
