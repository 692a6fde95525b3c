import Journal
import Organisation
import Pages

/// A text of a thing in a language other than that in which it was written.
struct TranslatedText: Sendable {
    let document: SearchDocument
    let form: SearchDocument.Form
    /// What of the thing it is: a key among the words.
    let name: String
    /// The field of the form in which it is written.
    let entry: String
    /// Which of several texts in one field, from 1.
    let number: Int
    let content: Localized
    let language: Language
    let state: TranslationState

    /// `plan:so1/title/fr`, and `plan:2026/values-2/fr` for what is now the second of several.
    var key: String { "\(document.reference)/\(entry)\(number > 1 ? "-\(number)" : "")/\(language.rawValue)" }
}

/// Every text of one state of an organisation, language by language, for whoever may see it.
struct TextsOfState: Sendable {
    let languages: [Language]
    /// Thing by thing in the order of the features, text by text in the order of its form.
    let texts: [TranslatedText]
    /// The same in the order of their keys' bytes.
    let inOrder: [(key: String, text: TranslatedText)]

    init(_ organisation: Organisation, _ house: House) {
        let languages = organisation.languages
        self.languages = languages
        texts = house.documents(of: organisation).flatMap { TextsOfState.texts(of: $0, in: languages) }
        inOrder = texts.map { ($0.key, $0) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private static func texts(of document: SearchDocument, in languages: [Language]) -> [TranslatedText] {
        guard let form = document.form else { return [] }
        let title = form.title.map { [(name: TextsOfState.title(entered: $0), entry: $0, content: document.title)] } ?? []
        let fields = document.fields.compactMap { field -> (name: String, entry: String, content: Localized)? in
            guard case .inLanguages(let content) = field.content, let entry = field.entry else { return nil }
            return (field.name, entry, content)
        }
        var numbers: [String: Int] = [:]
        return (title + fields).flatMap { text in
            numbers[text.entry, default: 0] += 1
            let number = numbers[text.entry] ?? 1
            return languages.compactMap { language in
                text.content.state(in: language).map {
                    TranslatedText(
                        document: document, form: form, name: text.name, entry: text.entry, number: number, content: text.content, language: language, state: $0)
                }
            }
        }
    }

    /// What the title of a thing is called where it is entered.
    private static func title(entered field: String) -> String { field == "name" ? "pages.name" : "translation.field.title" }

    /// Those whose keys come after one, in the order of their keys.
    func after(_ key: String?) -> ArraySlice<(key: String, text: TranslatedText)> {
        guard let key else { return inOrder[...] }
        var low = 0, high = inOrder.count
        while low < high {
            let middle = (low + high) / 2
            if key.utf8.lexicographicallyPrecedes(inOrder[middle].key.utf8) { high = middle } else { low = middle + 1 }
        }
        return inOrder[low...]
    }
}

/// The texts of a few states: pages are read, and lists paged through, far more often than anything changes.
final class TextsOfStates: Sendable {
    private let kept = Kept<StateKey, TextsOfState>(capacity: 4)

    func texts(of organisation: Organisation, in house: House) -> TextsOfState {
        kept.value(of: organisation) { TextsOfState($0, house) }
    }
}

/// Everything that a reader may see of the organisation's texts, language by language.
struct Translations {
    let languages: [Language]
    let texts: [TranslatedText]

    init(_ visit: Visit, _ states: TextsOfStates) {
        let all = states.texts(of: visit.organisation, in: visit.house), reach = visit.reach
        languages = all.languages
        texts = all.texts.filter { reach.holds($0.document) }
    }

    /// By language and state; what is not there counts nothing.
    var counts: [Language: [TranslationState: Int]] {
        texts.reduce(into: [:]) { $0[$1.language, default: [:]][$1.state, default: 0] += 1 }
    }
}

extension [TranslatedText] {
    /// What readers miss most first: what says something else than its original, what is not there, and then what nobody has read beside it.
    var inOrderOfWork: [TranslatedText] { TranslationState.inOrderOfWork.flatMap { state in filter { $0.state == state } } }
}

extension TranslationState {
    static let inOrderOfWork = [TranslationState.outdated, .missing, .draft, .checked, .reviewed]

    /// Whether something is to be done before it can be relied on. Where one person alone translates, nobody else may ever come: what that
    /// person has read again is not asked for, and yet told apart.
    var isToDo: Bool { self != .reviewed && self != .checked }
}

/// Which of the translations somebody asks for.
struct TranslationFilter {
    let language: Language?
    /// `nil` for all that is to be done.
    let state: TranslationState?
    let kind: String?

    /// What is asked for in the address; the reader's own language, where translations into it are to be made, unless another is named.
    ///
    /// - Throws: for a language or a state that there is none of: to show all instead would say that nothing was asked.
    init(_ visit: Visit, _ translations: Translations) throws(Missing) {
        let asked: Language? = try TranslationFilter.one(visit.query["into"])
        let own = translations.texts.contains { $0.language == visit.language && $0.state.isToDo } ? visit.language : nil
        language = visit.query["into"] == nil ? own : asked
        state = try TranslationFilter.one(visit.query["state"])
        kind = visit.query["kind"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `nil` for all.
    private static func one<Kind: RawRepresentable>(_ text: String?) throws(Missing) -> Kind? where Kind.RawValue == String {
        guard let text, !text.isEmpty else { return nil }
        guard let kind = Kind(rawValue: text) else { throw Missing() }
        return kind
    }

    func holds(_ text: TranslatedText) -> Bool {
        (language == nil || text.language == language) && (kind == nil || text.document.kind == kind)
            && (state.map { text.state == $0 } ?? text.state.isToDo)
    }
}
