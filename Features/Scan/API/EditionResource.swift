import HashTreeCollections
import Journal
import Organisation
import Pages

/// Editions for programs: what they look at, what they answer, and which signals stand in them.
enum EditionResource {
    typealias Thing = (id: ID<ScanEdition>, edition: ScanEdition)

    static let resource: Resource = {
        var resource = Resource(
            "ScanEdition", "One edition of the environmental scan, as it stands now; as it was published it is read on its page.", path: "scan/editions", items: ["{edition}"], .everyone,
            properties,
            all: { visit in
                visit.scan.editionsInOrder.filter { visit.viewer.belongs(to: visit.scan.audience(of: $0.id)) && visit.viewer.belongs(to: visit.present[Scan.self].audience(of: $0.id)) }
                    .map { ($0.id.text, $0) }
            },
            find: { visit in try visit.edition() })
        resource.writes = [
            Write(.create, "Begins an edition.", as: EditionForms.new, input: properties.inputs()),
            Write(.change, "Says anew what an edition looks at; a published one stays as it is.", as: EditionForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "Its title by language.", .field("title", required: true)) { .of($0.edition.title) },
        Property("introduction", .localized(most: 20_000), "What it is for and how it was made.", .field("introduction")) { .of($0.edition.introduction) },
        Property("summary", .localized(most: 20_000), "The summary at its beginning.", .field("summary")) { .of($0.edition.summary) },
        Property("fromYear", .nullable(.integer(1900...2200)), "The first year it looks at.", .field("from")) { .of($0.edition.fromYear) },
        Property("untilYear", .nullable(.integer(1900...2200)), "The last year it looks at.", .field("until")) { .of($0.edition.untilYear) },
        Property("readers", .choice(of: ScanEdition.Readers.self), "Who may read it once it is published.", .field("readers", required: true)) { .text($0.edition.readers.rawValue) },
        Property("axis", .choice(of: ScanEdition.Axis.self), "On which axis signals are rated besides how likely they are.", .field("axis", required: true)) { .text($0.edition.axis.rawValue) },
        Property("source", .localized(most: 2000), "Where one that was published elsewhere is from.", .field("source")) { .of($0.edition.source) },
        Property("phase", .choice(["draft", "open", "published"]), "How far it has come.") { thing, visit in .text(visit.scan.phase(of: thing.id).rawValue) },
        Property("publishedOn", .nullable(.day), "When it was published.") { thing, visit in .of(visit.scan.publications[thing.id]?.on) },
        Property("signals", .list(.identifier, most: 100_000), "Of a published one, the signals that stand in it and that you may see.") { thing, visit in
            .list((visit.scan.publications[thing.id]?.signals ?? []).filter(visit.sees).map { .of($0) })
        },
        Property("themes", .list(.object(themeParts), most: 10_000), "What it says of each theme; of a published one this stays as it is.") { thing, visit in
            .list((visit.scan.accounts[thing.id] ?? [:]).sorted { $0.key < $1.key }.map { theme, account in json(theme, account, visit) })
        },
    ]

    private static func json(_ theme: ID<Theme>, _ account: ThemeAccount, _ visit: Visit) -> JSON {
        [
            "theme": .of(theme), "title": .of(visit.scan.themes[theme]?.title ?? .empty), "observations": .of(account.observations), "response": .of(account.response),
            "objectives": .list(account.objectives.filter { visit.sees($0) }.map { .of($0) }), "noAction": .of(account.noAction),
        ]
    }

    private static let themeParts = [
        Part("theme", .identifier, "Which theme.", required: true), Part("title", .localized(most: 300), "What it is called now.", required: true),
        Part("observations", .localized(most: 20_000), "What was seen.", required: true), Part("response", .localized(most: 20_000), "What is answered.", required: true),
        Part("objectives", .list(.identifier, most: 10_000), "The objectives that carry the answer, as far as you may see them.", required: true),
        Part("noAction", .localized(most: 20_000), "Why nothing is done, where nothing is.", required: true),
    ]
}
