import Journal
import Organisation
import Pages

extension Thread {
    /// A signal led to a priority, that to an objective, that to an action with a deliverable and to an indicator without a value.
    /// Action and indicator point at each other: a cycle. One thing stands alone, one is for staff only.
    static let sample = Thread(
        nodes: [
            .sample("signal", title: ["en": "Trade by small parcels", "fr": "Petits colis"]),
            .sample("priority", "P1", title: ["en": "Electronic commerce"]),
            .sample("so1", "SO1", title: ["en": "A simple border", "fr": "Réseau sans frontières", "ar": "حدود مبسطة"]),
            .sample("action", "A1", title: ["en": "Single window"]),
            .sample("kpi", title: ["en": "Release time"], gaps: ["sample.gap.no-value"]),
            .sample("deliverable", title: ["en": "Prototype"]),
            .sample("alone", title: ["en": "Alone"]),
            .sample("secret", title: ["en": "Secret"], audience: .staff),
        ],
        strands: [
            .sample("signal", "priority"), .sample("priority", "so1"), .sample("so1", "action"), .sample("so1", "kpi"),
            .sample("so1", "kpi"),
            .sample("action", "kpi"), .sample("kpi", "action"), .sample("action", "deliverable"), .sample("so1", "secret"),
        ])
}

extension Node {
    static func sample(
        _ id: String, _ code: String = "", title: [String: String] = [:], audience: Audience = .everyone, gaps: [String] = []
    ) -> Node {
        let texts = title.isEmpty ? ["en": "Thing \(id)"] : title
        let pairs = texts.compactMap { name, text in Language(rawValue: name).map { ($0, Prose(text)) } }
        return Node(
            .sample(id), kind: "sample.kind", code: code, title: Localized(Dictionary(uniqueKeysWithValues: pairs), original: .en),
            path: "things/\(id)", audience: audience, gaps: gaps)
    }
}

extension Strand {
    static func sample(_ from: String, _ to: String, kind: String = "sample.strand") -> Strand {
        Strand(from: .sample(from), to: .sample(to), kind: kind, audience: .everyone)
    }
}

extension Reference {
    static func sample(_ id: String) -> Reference { Reference("plan:\(id)") ?? Reference(Plan.self, ID<Objective>("none")) }
}
