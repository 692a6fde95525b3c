import Journal
import Organisation
import Pages

/// A paper ready to be laid out: the same for a live one, a draft and a finalised one.
struct PaperSheet {
    struct Section {
        let name: SectionName?
        let title: Markup
        let paragraphs: [Markup]
        /// Left out by a planner: only those who write the paper see that it is there.
        var isLeftOut = false
    }

    let visit: Visit
    let title: Localized?
    let date: Day
    let asOf: Day
    let position: Int
    let plan: Localized
    let isPublic: Bool
    let isFinal: Bool
    let sections: [Section]
    let annex: [AnnexRow]

    /// A draft, or what the figures alone say; `nil` where there is no plan.
    init?(_ visit: Visit, _ paper: Paper?) {
        guard let figures = PaperFigures(visit.organisation, visit.allProgress, visit.disclosure, visit.house.priorities(on: visit.ballotGround), on: visit.times.day) else { return nil }
        let composed = Composer(figures: figures, say: visit.say, plain: visit.plain).sections
        self.visit = visit
        title = paper?.title
        date = paper?.date ?? figures.day
        asOf = figures.day
        position = figures.position
        plan = figures.plan.title
        isPublic = figures.isPublic
        isFinal = false
        annex = figures.annex
        sections = composed.map { section in
            let own = placed(paper?.edit(of: section.name), among: section.paragraphs.map { visit.live($0) }) { visit.blocks($0) }
            return Section(name: section.name, title: Markup(section.title), paragraphs: own ?? [], isLeftOut: own == nil)
        }
    }

    init(_ visit: Visit, _ final: FinalPaper) {
        self.visit = visit
        title = final.title
        date = final.date
        asOf = final.asOf
        position = final.position
        plan = final.plan
        isPublic = final.isPublic
        isFinal = true
        annex = final.annex
        sections = final.sections.map { section in
            Section(
                name: SectionName(section.name), title: visit.text(section.title), paragraphs: section.paragraphs.map { visit.blocks($0) })
        }
    }

    func isFor(_ viewer: Viewer) -> Bool { viewer.belongs(to: isPublic ? .everyone : .participants) }
}

extension Visit {
    /// A composed sentence, with the way to how it was counted.
    fileprivate func live(_ paragraph: ComposedParagraph) -> Markup {
        group {
            paragraph.text
            if let path = paragraph.explanation {
                " ("
                link(self.path(path)) { say("pages.how-counted") }
                ")"
            }
        }
    }

    /// A text of people, its empty lines as breaks between paragraphs.
    fileprivate func blocks(_ content: Localized) -> Markup {
        guard let (prose, language) = content.text(in: language), let text = prose.text, text.contains("\n\n") else { return text(content) }
        let blocks = text.split(separator: "\n\n").map { Localized(String($0), language) }
        return group {
            for (index, block) in blocks.enumerated() {
                if index > 0 {
                    void("br")
                    void("br")
                }
                self.text(block)
            }
        }
    }
}
