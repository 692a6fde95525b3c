import Foundation
import Journal
import Organisation

/// What can be said about the thread as a whole. Things are places in the graph, in its order.
struct ThreadSurvey {
    let connected: Int
    /// Nothing says where they come from.
    let withoutOrigin: [Int]
    /// They have led to nothing yet.
    let withoutResult: [Int]
    /// What is missing, by its key, the most frequent first.
    let gaps: [(key: String, places: [Int])]

    init(_ graph: ThreadGraph) {
        let places = graph.nodes.indices
        connected = places.count(where: graph.isConnected)
        let caused = places.filter(graph.hasCause)
        withoutOrigin = caused.filter { graph.edges(at: $0, .back).isEmpty }
        withoutResult = caused.filter { graph.edges(at: $0, .onward).isEmpty }
        var byKey: [String: [Int]] = [:]
        for place in places {
            for gap in Set(graph.nodes[place].gaps) { byKey[gap, default: []].append(place) }
        }
        gaps = byKey.map { ($0.key, $0.value) }.sorted { ($1.places.count, $0.key) < ($0.places.count, $1.key) }
    }
}

extension ThreadGraph {
    /// The things whose code or title, in any language, contains the text; capitals, accents and spaces around it do not matter.
    func find(_ text: String) -> [Int] {
        let wanted = ThreadGraph.plain(text).trimmingCharacters(in: .whitespaces)
        guard !wanted.isEmpty else { return [] }
        return nodes.indices.filter { index in
            let node = nodes[index]
            if ThreadGraph.plain(node.code).contains(wanted) { return true }
            return node.title.texts.values.contains { $0.text.map { ThreadGraph.plain($0).contains(wanted) } ?? false }
        }
    }

    private static func plain(_ text: String) -> String {
        // Not the reader's locale: the same search finds the same things for everybody.
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
