import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is believed to help what, and why: found by the assumption behind a link and by what it connects.
func linkSearch(_ organisation: Organisation) -> [SearchDocument] {
    let plan = organisation[Plan.self]
    return plan.links.sorted { $0.key < $1.key }.compactMap { id, link in
        guard let whole = plan.plan(of: link.from), plan.objectives[link.to] != nil else { return nil }
        let ends = [link.from, link.to]
        return SearchDocument(
            Reference(Plan.self, id), kind: "strategymap.kind.link", title: title(ends.map { plan.name(of: $0) }), path: "map/\(whole)",
            fields: [SearchDocument.Field("strategymap.assumption", link.assumption)],
            audience: .both(plan.audience(of: link.from), plan.audience(of: link.to)), within: ends.map { Reference(Plan.self, $0) },
            form: .init("map/links/\(id)/edit", title: nil))
    }
}

/// `SO1 Trade → SO2 Revenue`, in the languages that any of them is in.
private func title(_ ends: [Localized]) -> Localized {
    let languages = Set(ends.flatMap { $0.texts.keys })
    return Localized(
        Dictionary(uniqueKeysWithValues: languages.map { language in (language, Prose(ends.map { $0.plain(in: language) }.joined(separator: " → "))) }),
        original: ends.first?.original ?? .en)
}
