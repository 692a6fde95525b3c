import Journal
import Organisation

/// One thing that can be found: its texts in every language, where it is read, and for whom it is.
package struct SearchDocument: Equatable, Sendable {
    /// A text among the others of a thing.
    package struct Field: Equatable, Sendable {
        /// What it is: a key among the words, such as `planning.field.definition`.
        package var name: String
        package var content: Content
        /// The field of the form in which it is written; `nil` where it is not written there.
        package var entry: String?

        /// - Parameters:
        ///   - name: a key among the words.
        ///   - entry: the field of the form in which it is written: called as the last part of the key, unless something else is said.
        package init(_ name: String, _ content: Localized, entry: String? = nil) {
            self.name = name
            self.content = .inLanguages(content)
            self.entry = entry ?? name.split(separator: ".").last.map(String.init)
        }

        /// Several texts with the same entry are the lines of that field, in their order: this stands for one that is not written in a language.
        package static let unwritten = "–"

        /// For a text that is written elsewhere than in the form of the thing.
        package static func elsewhere(_ name: String, _ content: Localized) -> Field {
            var field = Field(name, content)
            field.entry = nil
            return field
        }

        /// For a text of which nobody said in what language it is.
        package init(_ name: String, _ text: Prose) {
            self.name = name
            content = .plain(text)
        }
    }

    /// Where the texts of a thing are written.
    package struct Form: Equatable, Sendable {
        /// Below the organisation's address.
        package var path: String
        package var access: Access
        /// The field in which the title is written; `nil` where the title is made of other things.
        package var title: String?

        package init(_ path: String, _ access: Access = .planners, title: String? = "title") {
            self.path = path
            self.access = access
            self.title = title
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
    /// `nil` where its texts are not written in a form of its own.
    package var form: Form?

    /// - Parameter fields: empty ones are left out.
    package init(
        _ reference: Reference, kind: String, code: String = "", title: Localized, path: String, fields: [Field] = [], audience: Audience,
        within: [Reference] = [], form: Form? = nil, isFoundByTitle: Bool = false
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
        self.form = form
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
