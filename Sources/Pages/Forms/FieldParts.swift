import Organisation

/// What opens it, and what it says.
package struct Explanation: Sendable, Equatable {
    package var title: String
    package var text: String

    package init(_ title: String, _ text: String) {
        self.title = title
        self.text = text
    }
}

package struct Choice: Sendable, Equatable {
    package var value: String
    package var label: String
    /// What neighbours have in common, where a long list is divided.
    package var group: String?
    /// In which language the label is where it is not the reader's.
    package var language: Language?

    package init(_ value: String, _ label: String, group: String? = nil, language: Language? = nil) {
        self.value = value
        self.label = label
        self.group = group
        self.language = language
    }
}

/// What several fields answer together: a question with its help.
package struct FieldGroup: Sendable, Equatable {
    /// The same for the same question, and no other's.
    package var name: String
    package var title: String
    /// In which language the title is where it is not the reader's.
    package var language: Language?
    package var help: String

    package init(_ name: String, _ title: String, language: Language? = nil, help: String = "") {
        self.name = name
        self.title = title
        self.language = language
        self.help = help
    }
}
