import HashTreeCollections
import Journal
import Organisation
import Pages

/// What can be found of the papers: of a final one all that it says, of a draft what its writers wrote, for those who may read it.
func paperSearch(_ organisation: Organisation) -> [SearchDocument] {
    let papers = organisation[Papers.self]
    return papers.finals.sorted { $0.key < $1.key }.map { final($0.key, $0.value) } + papers.drafts.sorted { $0.key < $1.key }.map { draft($0.key, $0.value) }
}

private func final(_ id: ID<Paper>, _ paper: FinalPaper) -> SearchDocument {
    SearchDocument(
        Reference(Papers.self, id), kind: "papers.kind", title: paper.title, path: PaperPath.paper(id),
        fields: paper.sections.map { SearchDocument.Field(word(for: $0.name), joined([$0.title] + $0.paragraphs)) }, audience: paper.audience)
}

private func draft(_ id: ID<Paper>, _ paper: Paper) -> SearchDocument {
    SearchDocument(
        Reference(Papers.self, id), kind: "papers.kind", title: paper.title, path: PaperPath.paper(id),
        fields: paper.edits.map { SearchDocument.Field(word(for: $0.name), $0.text) }, audience: .staff)
}

private func word(for section: String) -> String {
    guard let name = SectionName(section) else { return "papers.kind" }
    if case .objective = name { return "papers.section.objectives" }
    return "papers.section.\(name.text)"
}

private func joined(_ parts: [Localized]) -> Localized {
    let texts = Language.allCases.compactMap { language -> (Language, Prose)? in
        let texts = parts.compactMap { $0.texts[language]?.text }
        return texts.isEmpty ? nil : (language, Prose(texts.joined(separator: "\n")))
    }
    return Localized(Dictionary(uniqueKeysWithValues: texts), original: parts.first?.original ?? .en)
}
