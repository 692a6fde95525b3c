import Journal
import Organisation

/// One thing that can be found: its texts in every language, where it is read, and for whom it is.
package struct SearchDocument: Equatable, Sendable {
    /// A text among the others of a thing.
    package struct Field: Equatable, Sendable {
        /// What it is: a key among the words, such as `planning.field.definition`.
        package var name: String
        package var content: Content

        /// - Parameter name: a key among the words.
        package init(_ name: String, _ content: Localized) {
            self.name = name
            self.content = .inLanguages(content)
        }

        /// For a text of which nobody said in what language it is.
        package init(_ name: String, _ text: Prose) {
            self.name = name
            content = .plain(text)
        }
    }

    package enum Content: Equatable, Sendable {
        case inLanguages(Localized)
        case plain(Prose)
    }

    package var reference: Reference
    /// What kind of thing it is: a key among the words, such as `planning.kind.objective`.
    package var kind: String
    package var code: String
    package var title: Localized
    /// Its page, below the organisation's address.
    package var path: String
    package var fields: [Field]
    package var audience: Audience
    /// Things without which it is not to be known either: where one of them is withheld, so is this.
    package var within: [Reference]
    /// Whether it is found only by words of its title, with or without others: for what would otherwise be found with everything around it.
    package var isFoundByTitle: Bool

    /// - Parameter fields: empty ones are left out.
    package init(
        _ reference: Reference, kind: String, code: String = "", title: Localized, path: String, fields: [Field] = [], audience: Audience,
        within: [Reference] = [], isFoundByTitle: Bool = false
    ) {
        self.reference = reference
        self.kind = kind
        self.code = code
        self.title = title
        self.path = path
        self.fields = fields.filter { !$0.content.isEmpty }
        self.audience = audience
        self.within = within
        self.isFoundByTitle = isFoundByTitle
    }
}

extension SearchDocument.Content {
    fileprivate var isEmpty: Bool {
        switch self {
        case .inLanguages(let content): content.isEmpty
        case .plain(let text): text.isEmpty
        }
    }
}
