import Journal
import Organisation
import Pages

extension FinalPaper {
    /// The paper as it stands, word for word in every language of the interface.
    ///
    /// Composed sentences are kept as text, not as figures: words of the program may change, a finalised paper may not.
    init(_ paper: Paper, _ figures: PaperFigures, _ catalogue: Catalogue) {
        let composed = Language.allCases.map { language in
            (language, Composer(figures: figures, say: Say(language, catalogue), plain: { $0.plain(in: language) }).sections)
        }
        title = paper.title
        date = paper.date ?? figures.day
        asOf = figures.day
        position = figures.position
        plan = figures.plan.title
        isPublic = figures.isPublic
        annex = figures.annex
        let count = composed.first?.1.count ?? 0
        sections = (0..<count).compactMap { index in FinalPaper.section(composed.map { ($0.0, $0.1[index]) }, paper) }
    }

    /// One section in all languages, with what planners wrote before it, after it or instead of it; `nil` where they left it out.
    private static func section(_ versions: [(language: Language, section: ComposedSection)], _ paper: Paper) -> Section? {
        guard let first = versions.first?.section else { return nil }
        let edit = paper.edit(of: first.name)
        let composed = first.paragraphs.indices.map { index in
            localized(versions.map { ($0.language, $0.section.paragraphs[index].text) })
        }
        guard let paragraphs = placed(edit, among: composed) else { return nil }
        return Section(name: first.name.text, title: localized(versions.map { ($0.language, $0.section.title) }), paragraphs: paragraphs)
    }

    private static func localized(_ texts: [(Language, String)]) -> Localized {
        Localized(Dictionary(texts.map { ($0.0, Prose($0.1)) }) { first, _ in first }, original: .en)
    }
}

/// The paragraphs of a section with a planner's own among them; `nil` where the section is left out.
func placed<Paragraph>(_ edit: SectionEdit?, among composed: [Paragraph], _ own: (Localized) -> Paragraph) -> [Paragraph]? {
    guard let edit else { return composed }
    return switch edit.placing {
    case .leftOut: nil
    case .instead: [own(edit.text)]
    case .before: edit.text.isEmpty ? composed : [own(edit.text)] + composed
    case .after: edit.text.isEmpty ? composed : composed + [own(edit.text)]
    }
}

private func placed(_ edit: SectionEdit?, among composed: [Localized]) -> [Localized]? { placed(edit, among: composed) { $0 } }
