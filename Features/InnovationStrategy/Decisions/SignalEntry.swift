import Exchange
import Journal
import Organisation
import Pages

/// Signs of the scan that belong to a reason: those that are ticked, and one more by its name, for a list of thousands would be read by nobody.
struct SignalEntry {
    private let submission: Submission
    /// As far as whoever enters this may know them.
    private let nodes: [Node]

    init(_ submission: Submission) {
        self.submission = submission
        nodes = submission.house?.thread(of: submission.organisation, for: submission.viewer).nodes.filter(\.isSignal) ?? []
    }

    func signals(_ name: String, more: String, present: [Reference]) throws(Refusal) -> [Reference] {
        var chosen: Set<Reference> = []
        for text in submission.entered.raw(name) where !text.isEmpty {
            guard let signal = Reference(text), present.contains(signal) || nodes.contains(where: { $0.reference == signal }) else {
                throw Refusal("pages.refusal.choose", field: name, ofFieldAlone: true)
            }
            chosen.insert(signal)
        }
        let title = submission.entered.text(more)
        if !title.isEmpty {
            let wanted = FoldedText(title).text
            let fitting = nodes.filter { node in node.reference.id == title || node.title.texts.values.contains { $0.text.map { FoldedText($0).text == wanted } ?? false } }
            // Of several that are called so, one that is not linked yet.
            if let found = fitting.first(where: { !chosen.contains($0.reference) }) ?? fitting.first {
                chosen.insert(found.reference)
            } else {
                chosen.insert(try named(wanted, title, field: more))
            }
        }
        if chosen.count > Reason.mostSignals { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Reason.mostSignals)"], field: name) }
        return chosen.sorted()
    }

    /// The only one whose title has these words in it; of several, which they are.
    private func named(_ words: String, _ title: String, field: String) throws(Refusal) -> Reference {
        let fitting = nodes.filter { node in node.title.texts.values.contains { $0.text.map { FoldedText($0).text.contains(words) } ?? false } }
        if let only = fitting.first, fitting.count == 1 { return only.reference }
        let name = String(title.prefix(80))
        if fitting.isEmpty { throw Refusal("innovationstrategy.refusal.no-such-signal", ["name": name], field: field, ofFieldAlone: true) }
        let names = fitting.prefix(SignalEntry.mostNamed).map { "“\($0.title.plain(in: submission.language))”" }.joined(separator: ", ")
        throw Refusal("innovationstrategy.refusal.several-signals", ["name": name, "n": "\(fitting.count)", "names": names], field: field, ofFieldAlone: true)
    }

    private static let mostNamed = 5
}

extension Node {
    /// Signs of change are the scan's; here it is known by their kind alone.
    var isSignal: Bool { kind == "scan.signal" }
}
