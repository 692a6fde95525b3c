import HashTreeCollections
import Journal
import Organisation
import Pages

/// The progress paper: some four pages composed from live figures, edited by planners, kept for good once finalised.
package let papers: Feature = {
    var feature = Feature(name: "Papers", words: PackageResources.words)
    feature.chapters = [Papers.self]
    feature.routes = [
        .page(PaperPath.papers, .everyone) { try livePaperPage($0) },
        .form(PaperPath.new, .planners, show: newPaperForm, decide: startPaper),
        .page("paper/{paper}", .everyone) { try paperPage($0) },
        .form("paper/{paper}/edit", .planners, show: paperForm, decide: describePaper),
        .form("paper/{paper}/sections/{section}", .planners, show: sectionForm, decide: writeSection),
        .form("paper/{paper}/finalise", .planners, show: finaliseForm, decide: finalisePaper),
        .form("paper/{paper}/withdraw", .planners, show: withdrawForm, decide: withdrawPaper),
    ]
    feature.navigation = [NavigationEntry(.followThrough, "papers.title", path: PaperPath.papers, audience: .everyone, order: 30)]
    feature.tellings = [Telling(Papers.self, tell: tellPapers)]
    feature.thread = paperThread
    feature.search = paperSearch
    return feature
}()

enum PaperPath {
    static let papers = "paper"
    static let new = "paper/new"

    static func paper(_ id: ID<Paper>, _ rest: String = "") -> String { rest.isEmpty ? "paper/\(id)" : "paper/\(id)/\(rest)" }
}

private func tellPapers(_ event: Papers.Event) -> Told {
    switch event {
    case .paperDescribed(let id, let paper):
        Told(Saying("papers.told.described", ["title": .content(paper.title)]), about: [Reference(Papers.self, id)], audience: .staff)
    case .paperFinalised(let id, let final):
        Told(
            Saying("papers.told.finalised", ["title": .content(final.title), "day": .day(final.asOf)]), about: [Reference(Papers.self, id)],
            audience: final.audience)
    case .paperWithdrawn(let id, let because):
        Told(
            Saying("papers.told.withdrawn", ["because": .prose(because)]), about: [Reference(Papers.self, id)], audience: .staff)
    }
}

/// A finalised paper is what became of the objectives that it reports on.
private func paperThread(_ organisation: Organisation) -> Thread {
    let plan = organisation[Plan.self]
    return organisation[Papers.self].finals.reduce(into: Thread()) { thread, entry in
        let (id, final) = (entry.key, entry.value), reference = Reference(Papers.self, id)
        thread.nodes.append(
            Node(reference, kind: "papers.kind", title: final.title, path: PaperPath.paper(id), audience: final.audience))
        for section in final.sections {
            guard case .objective(let objective)? = SectionName(section.name), plan.objectives[objective] != nil else { continue }
            thread.strands.append(
                Strand(from: Reference(Plan.self, objective), to: reference, kind: "papers.strand.reported-in", audience: final.audience))
        }
    }
}
