import Journal
import Organisation

/// A form: what it asks, with the values that stand now or were just entered.
package struct Form: Sendable {
    package var title: String
    package var lede: String
    /// Where in the house it stands, as for a page.
    package var place: String?
    package var trail: [(title: String, path: String)]
    package var fields: [Field]
    package var submit: String
    /// Where “cancel” leads, below the organisation's address.
    package var cancel: String
    /// Deleting and withdrawing look different from saving.
    package var isDangerous = false
    /// There is nothing to send: what is shown before the fields says why.
    package var isClosed = false
    /// Where else one may go on, taking along what was entered; nil where the way is only one.
    package var ways: Ways?
    /// What is shown before the fields.
    package var preface: Markup

    package init(
        _ title: String, lede: String = "", place: String?, trail: [(title: String, path: String)] = [], submit: String, cancel: String,
        fields: [Field], @MarkupBuilder preface: () -> Markup = { Markup() }
    ) {
        self.title = title
        self.lede = lede
        self.place = place
        self.trail = trail
        self.submit = submit
        self.cancel = cancel
        self.fields = fields
        self.preface = preface()
    }
}

/// One question of a form.
package struct Field: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case line, number, day, flag, file, hidden
        case text(rows: Int)
        case choice([Choice])
        case choices([Choice])
        /// One of few, all of them seen at once; side by side where they are steps from one end to another.
        case oneOf([Choice], inRow: Bool)
        /// One input for each language of the organisation, the reader's first. Values lie under `name.en`, `name.fr` …
        case localized(rows: Int, [Language])
    }

    package var name: String
    package var title: String
    /// In which language the title is where it is not the reader's: words of people, of which there is no translation.
    package var language: Language?
    package var help: String
    package var kind: Kind
    package var isRequired: Bool
    /// As typed; several for choices, one `language=text` pair each for localized fields.
    package var values: [String]
    /// Of a localized field, what stands: its translations are in one state or another.
    package private(set) var content = Localized.empty
    /// The boxes beside the texts of a localized field that were ticked, by name.
    private(set) var ticked: Set<String> = []
    /// What a tick sends.
    var sends = "yes"
    /// What opens it where it stands folded away under the field before; neighbours that say the same are folded together.
    package var fold: String?
    /// The question that it is a part of; neighbours of the same one stand together under it.
    package var partOf: FieldGroup?
    /// What can be read about it without leaving the form, folded away.
    package var explanation: Explanation?
    /// What is looked up while it is filled in.
    package var suggestions: Suggestions?
    /// Whether several files may be chosen at once.
    package var takesSeveral = false
    /// Of a tick that says that what was entered in the field of this name is right: it is asked for once that was doubted, and its value is what it
    /// was asked about.
    package var confirms: String?

    package init(
        _ name: String, _ title: String, _ kind: Kind, value: String? = nil, values: [String]? = nil, required: Bool = false, help: String = ""
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.help = help
        self.values = values ?? value.map { [$0] } ?? []
        isRequired = required
    }

    package static func localized(
        _ name: String, _ title: String, _ content: Localized, rows: Int = 1, languages: [Language], required: Bool = false, help: String = ""
    ) -> Field {
        let values = content.texts.sorted { $0.key < $1.key }.compactMap { language, prose in prose.text.map { "\(language.rawValue)=\($0)" } }
        var field = Field(name, title, .localized(rows: rows, languages), values: values, required: required, help: help)
        field.content = content
        return field
    }

    /// The box that says that a translation was read beside the original.
    package static func reviewed(_ name: String, _ language: Language) -> String { "\(name).\(language.rawValue).reviewed" }

    /// The box that says that the original was corrected and its translations still hold.
    package static func stillHold(_ name: String) -> String { "\(name).still-hold" }

    package var value: String { values.first ?? "" }

    package func value(in language: Language) -> String {
        let prefix = "\(language.rawValue)="
        return values.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
    }

    /// The same field with what was entered instead.
    func holding(_ entered: Entered) -> Field {
        var copy = self
        switch kind {
        case .localized(_, let languages):
            copy.values = languages.compactMap { language in
                entered.raw("\(name).\(language.rawValue)").first.flatMap { $0.isEmpty ? nil : "\(language.rawValue)=\($0)" }
            }
            copy.ticked = Set(([Field.stillHold(name)] + languages.map { Field.reviewed(name, $0) }).filter(entered.flag))
        // A form shown again says what it shows now.
        case .file, .hidden: break
        case .flag, .choices: copy.values = entered.raw(name)
        default: copy.values = entered.raw(name).first.map { [$0] } ?? []
        }
        return copy
    }
}
