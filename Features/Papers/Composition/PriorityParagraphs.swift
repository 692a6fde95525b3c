import HashTreeCollections
import Journal
import Organisation
import Pages

extension Composer {
    /// What Members want most, and what of the plan answers it; nothing where no body adopted anything.
    var priorities: [ComposedParagraph] {
        guard let first = figures.priorities.first, let body = figures.body else { return [] }
        let adopted = listed("papers.priorities.adopted", figures.priorities.map { plain($0.title) }, ["body": plain(body), "day": say.day(first.on)])
        let answered = figures.priorities.compactMap { priority in
            let titles = answers(to: priority)
            return titles.isEmpty ? nil : say("papers.priorities.answered", ["title": plain(priority.title), "list": list(titles)])
        }
        let open = figures.priorities.filter { answers(to: $0).isEmpty }.map { plain($0.title) }
        return [ComposedParagraph([adopted]), ComposedParagraph(answered), ComposedParagraph([listed("papers.priorities.open", open)])].filter { !$0.text.isEmpty }
    }

    /// The objectives of this paper that answer it, each with its score.
    private func answers(to priority: AdoptedPriority) -> [String] {
        figures.objectives.filter { priority.answeredBy.contains(Reference(Plan.self, $0.id)) }.map { figure in
            figure.progress?.score.map { scored(title(of: figure), $0) } ?? title(of: figure)
        }
    }
}
