import Journal
import Organisation
import Pages

/// The state of the translations for programs: which text of which thing, in which language, and how far it may be relied on.
enum TranslationResource {
    static func resource(_ states: TextsOfStates) -> Resource {
        var resource = Resource(
            "Translation", "A text of a thing in a language other than that in which it was written, and how far it may be relied on.", path: "translations",
            items: [], .staff, properties, some: { visit, after, limit in stretch(of: visit, after, limit, states) }, find: { _ in throw Missing() })
        resource.parameters = [
            QueryParameter("into", .choice(Language.allCases.map(\.rawValue)), "Only translations into this language."),
            QueryParameter("state", .choice(TranslationState.allCases.map(\.rawValue)), "Only translations in this state."),
        ]
        return resource
    }

    /// What comes before is not looked at again for each page.
    private static func stretch(of visit: Visit, _ after: String?, _ limit: Int, _ states: TextsOfStates) -> Resource.Stretch<(key: String, thing: TranslatedText)> {
        let into = visit.query["into"], state = visit.query["state"], reach = visit.reach
        let wanted = states.texts(of: visit.organisation, in: visit.house).after(after).lazy.filter { _, text in
            into ?? text.language.rawValue == text.language.rawValue && state ?? text.state.rawValue == text.state.rawValue && reach.holds(text.document)
        }
        let some = wanted.prefix(limit + 1).map { (key: $0.key, thing: $0.text) }, page = Array(some.prefix(limit))
        return Resource.Stretch(page, next: some.count > limit ? page.last?.key : nil)
    }

    private static let properties: [Property<TranslatedText>] = [
        Property("id", .text(most: 400), "Of what, which text, and the language; several texts in one field are numbered by their place.") { .text($0.key) },
        Property("thing", .reference, "Of what it is a text.") { .text($0.document.reference.description) },
        Property("kind", .text(most: 200), "What kind of thing that is, in the language asked for.") { text, visit in .text(visit.say(text.document.kind)) },
        Property("text", .text(most: 200), "Which of its texts, in the language asked for.") { text, visit in .text(visit.say(text.name)) },
        Property("originalLanguage", .choice(Language.allCases.map(\.rawValue)), "In which it was written.") { .text($0.content.original.rawValue) },
        Property("original", .nullable(.text(most: 100_000)), "As it was written; null where that was erased.") { .of($0.content.texts[$0.content.original]) },
        Property("language", .choice(Language.allCases.map(\.rawValue)), "Into which it is translated.") { .text($0.language.rawValue) },
        Property("translation", .nullable(.text(most: 100_000)), "The translation; null where there is none.") { .of($0.content.texts[$0.language]) },
        Property(
            "state", .choice(TranslationState.allCases.map(\.rawValue)),
            "missing: nothing is written; draft: not read again; checked: read beside the original by whoever wrote it; reviewed: by somebody else; outdated: the original has changed since."
        ) { .text($0.state.rawValue) },
    ]
}
