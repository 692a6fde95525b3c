import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Analyses of leadership for the programs of those who may read them; every request is recorded as a reading.
enum AnalysisResource {
    typealias Thing = (id: ID<LeadershipAnalysis>, analysis: LeadershipAnalysis)

    static let resource: Resource = {
        var resource = Resource(
            "LeadershipAnalysis", "An analysis of who wants what and who carries the day. For holders of the role leadershipAnalyst alone; every reading is recorded.",
            path: "leadership/analyses", items: ["{analysis}"], LeadershipRights.access, properties,
            all: { visit in
                try visit.requireAnalyst()
                return visit.leadership.analysesInOrder.map { ($0.id.text, $0) }
            }, find: { visit in try visit.analysis() })
        resource.reading = { visit in LeadershipRights.recorded(.program, visit) }
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "What it is called, by language.") { .of($0.analysis.title) },
        Property("question", .localized(most: 1000), "What is asked.") { .of($0.analysis.question) },
        Property("body", .nullable(.identifier), "The body that decides.") { .of($0.analysis.body) },
        Property("quota", .text(most: 20), "The share of those present that carries a proposal.") { .text($0.analysis.rule.quota.text) },
        Property("moreThan", .flag, "Whether more than the quota is needed, not at least.") { .flag($0.analysis.rule.isMoreThan) },
        Property("actors", .list(.object(actorParts), most: ArenaActor.most), "Who takes part: units, bodies, regions, roles.") { thing, visit in
            .list(visit.leadership.actors(of: thing.id).map { actor($0.id, $0.actor) })
        },
        Property("issues", .list(.object(issueParts), most: ArenaIssue.most), "What is decided.") { thing, visit in
            .list(visit.leadership.issues(of: thing.id).map { ["id": .of($0.id), "title": .of($0.issue.title)] })
        },
        Property("coalitions", .list(.object(coalitionParts), most: ArenaActor.most), "Actors of whom every two agree, the strongest first.") { thing, visit in
            .list(ArenaFigures(thing.id, in: visit.organisation).map { figures in figures.coalitions.map { coalition($0, figures) } } ?? [])
        },
    ]

    private static let issueParts = [Part("id", .identifier, "Its identifier.", required: true), Part("title", .localized(most: 200), "What it is.", required: true)]

    private static let actorParts = [
        Part("id", .identifier, "Its identifier.", required: true), Part("name", .localized(most: 200), "What it is called.", required: true),
        Part("kind", .choice(of: ArenaActor.Kind.self), "What it is.", required: true), Part("votes", .integer(ArenaActor.votes), "How many it carries.", required: true),
        Part("power", .integer(0...4), "Its power.", required: true),
        Part(
            "stances",
            .list(
                .object([
                    Part("issue", .identifier, "On which issue.", required: true), Part("position", .nullable(.integer(-2...2)), "From against to for; null where nobody knows.", required: true),
                    Part("salience", .integer(0...4), "How much it minds.", required: true),
                ]), most: 1000), "What it wants.", required: true),
    ]

    private static let coalitionParts = [
        Part("members", .list(.identifier, most: ArenaActor.most), "Its actors.", required: true), Part("strength", .integer(0...1_000_000), "Power times salience.", required: true),
        Part("votes", .integer(0...1_000_000), "Together.", required: true), Part("won", .integer(0...1_000_000), "Issues won from others.", required: true),
        Part("isDominant", .flag, "Whether it wins most.", required: true), Part("canBlock", .flag, "Whether it can block alone.", required: true),
    ]

    private static func actor(_ id: ID<ArenaActor>, _ actor: ArenaActor) -> JSON {
        let stances = actor.stances.map { stance -> JSON in ["issue": .of(stance.issue), "position": stance.position.map { .integer($0) } ?? .null, "salience": .integer(stance.salience)] }
        return [
            "id": .of(id), "name": .of(actor.name), "kind": .text(actor.kind.rawValue), "votes": .integer(actor.votes), "power": .integer(actor.power), "stances": .list(stances),
        ]
    }

    private static func coalition(_ coalition: CoalitionAnalysis.Coalition, _ figures: ArenaFigures) -> JSON {
        [
            "members": .list(coalition.members.map { .of(figures.actors[$0].id) }), "strength": .integer(coalition.strength), "votes": .integer(coalition.votes), "won": .integer(coalition.won),
            "isDominant": .flag(coalition == figures.dominant), "canBlock": .flag(coalition.canBlock),
        ]
    }
}
