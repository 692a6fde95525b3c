import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who takes part in what is decided and what they want of it, for programs.
enum ActorResource {
    typealias Thing = (id: ID<ArenaActor>, actor: ArenaActor)

    static let resource: Resource = {
        var resource = Resource(
            "LeadershipActor", "A unit, a body, a region or a role, never a person, with what it wants. For holders of the role leadershipAnalyst alone; every request is recorded.",
            path: "leadership/analyses/{analysis}/actors", items: ["{actor}"], LeadershipRights.access, properties,
            all: { visit in
                let (id, _) = try visit.analysis()
                return visit.leadership.actors(of: id).map { ($0.id.text, $0) }
            }, find: { visit in try visit.actor() })
        resource.reading = { visit in LeadershipRights.recorded(.program, visit) }
        resource.writes = [
            Write(.create, "Adds an actor.", as: ArenaForms.ofNewActor, input: properties.inputs()),
            Write(.change, "Says anew who an actor is and what it wants.", as: ArenaForms.ofActor, input: properties.inputs()),
            Write(.remove, "Removes an actor.", as: ArenaForms.ofRemovedActor, input: []),
        ]
        return resource
    }()

    /// How an actor looks in its analysis.
    static let parts = properties.map(\.part)

    static func json(_ thing: Thing, _ visit: Visit) -> JSON { properties.json(thing, visit) }

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("name", .localized(most: 200), "What it is called, by language.", .field("name", required: true)) { .of($0.actor.name) },
        Property("kind", .choice(of: ArenaActor.Kind.self), "What it is.", .field("kind")) { .text($0.actor.kind.rawValue) },
        Property("votes", .integer(ArenaActor.votes), "How many it carries.", .field("votes")) { .integer($0.actor.votes) },
        Property("power", .integer(0...4), "Its power.", .field("power")) { .integer($0.actor.power) },
        Property("because", .localized(most: 2000), "On what this rests.", .field("because")) { .of($0.actor.because) },
        Property("stances", .list(.object(stance), most: ArenaIssue.most), "What it wants of each issue, where that is known or it minds.", stances) {
            .list($0.actor.stances.map { ["issue": .of($0.issue), "position": .of($0.position), "salience": .integer($0.salience)] })
        },
    ]

    private static let stance = [
        Part("issue", .identifier, "On which issue.", required: true), Part("position", .nullable(.integer(-2...2)), "From against to for; null where nobody knows.", required: true),
        Part("salience", .integer(0...4), "How much it minds.", required: true),
    ]

    /// The whole list is sent: of an issue that is not in it nothing is known. A stance names its issue by two fields of the form.
    private static let stances = Input(
        enter: { json, entered in
            for name in entered.names where StanceField.isOne(name) { entered.set(name, .null) }
            for item in json.items ?? [] {
                guard let names = fields(of: item) else { continue }
                entered.set(names.position, item["position"] ?? .null)
                entered.set(names.salience, item["salience"] ?? .null)
            }
        },
        pointer: { field, json in
            guard StanceField.isOne(field) else { return nil }
            for (place, item) in (json.items ?? []).enumerated() {
                if field == fields(of: item)?.position { return "/\(place)/position" }
                if field == fields(of: item)?.salience { return "/\(place)/salience" }
            }
            return ""
        },
        misfits: { json, form in
            let named = (json.items ?? []).map { fields(of: $0)?.position }
            return named.enumerated().compactMap { place, field in
                let isThere = form.fields.contains { $0.name == field }, isTwice = named[..<place].contains(field)
                return isThere && !isTwice ? nil : JSONMistake("/\(place)/issue", isTwice ? "leadership.import.twice" : "pages.refusal.choose")
            }
        })

    private static func fields(of stance: JSON) -> StanceField? { (stance["issue"]?.text).flatMap { ID<ArenaIssue>($0) }.map { StanceField($0) } }
}
