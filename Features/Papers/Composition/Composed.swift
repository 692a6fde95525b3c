import Journal
import Organisation

/// A section of the paper as the figures make it, in one language.
struct ComposedSection: Equatable {
    var name: SectionName
    var title: String
    var paragraphs: [ComposedParagraph]
}

struct ComposedParagraph: Equatable {
    var text: String
    /// Where it is shown how its figure was computed, below the organisation's address.
    var explanation: String?

    init(_ sentences: [String], explanation: String? = nil) {
        text = sentences.filter { !$0.isEmpty }.joined(separator: " ")
        self.explanation = explanation
    }
}
