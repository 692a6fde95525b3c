import Journal
import Organisation
import Synchronization

extension Visit {
    /// A text of people in the reader's language, or marked as being in another.
    package func text(_ content: Localized) -> Markup {
        guard let (prose, language) = content.text(in: say.language) else { return Markup() }
        guard let text = prose.text else { return span(.class("erased")) { say("pages.erased") } }
        guard language != say.language else {
            noteAge(of: content)
            return element("bdi", []) { text }
        }
        fallbacks.note(language)
        return element("span", Attribute.language(language)) { text }
    }

    /// The same for attributes and lists, without markup.
    package func plain(_ content: Localized) -> String {
        if let (_, language) = content.text(in: say.language), language != say.language { fallbacks.note(language) } else { noteAge(of: content) }
        return content.plain(in: say.language)
    }

    /// The languages, other than the reader's, in which something on the page had to be shown.
    package var shownIn: [Language] { fallbacks.languages }

    /// What of the page was shown in a translation that is older than its original: as it was shown, each once.
    package var shownOutdated: [String] { fallbacks.outdated }

    /// For what was written before, for somebody else.
    func noteShown(in languages: [Language], outdated: [String]) {
        for language in languages { fallbacks.note(language) }
        for text in outdated { fallbacks.noteOutdated(text) }
    }

    private func noteAge(of content: Localized) {
        if content.state(in: say.language) == .outdated { fallbacks.noteOutdated(content.plain(in: say.language)) }
    }
}

/// What of the page around it a text decides on.
final class Fallbacks: Sendable {
    private let seen = Mutex<(languages: Set<Language>, outdated: [String])>(([], []))
    func note(_ language: Language) { seen.withLock { _ = $0.languages.insert(language) } }
    func noteOutdated(_ text: String) { seen.withLock { if !$0.outdated.contains(text) { $0.outdated.append(text) } } }
    var languages: [Language] { seen.withLock { $0.languages.sorted() } }
    var outdated: [String] { seen.withLock { $0.outdated } }
}
