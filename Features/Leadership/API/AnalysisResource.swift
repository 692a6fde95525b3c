import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Analyses of leadership for the programs of those who may read them; every request is recorded as a reading.
enum AnalysisResource {
    /// With what the method finds in it, which several of its members need: counted once, when the first is asked for.
    struct Thing: Sendable {
        let id: ID<LeadershipAnalysis>
        let analysis: LeadershipAnalysis
        private let found = Once<ArenaFigures?>()

        init(id: ID<LeadershipAnalysis>, analysis: LeadershipAnalysis) { (self.id, self.analysis) = (id, analysis) }

        func figures(_ visit: Visit) -> ArenaFigures? { found.value { ArenaFigures(id, in: visit.organisation) } }
    }

    static let resource: Resource = {
        var resource = Resource(
            "LeadershipAnalysis", "An analysis of who wants what and who carries the day. For holders of the role leadershipAnalyst alone; every request is recorded.",
            path: "leadership/analyses", items: ["{analysis}"], LeadershipRights.access, own + found,
            all: { visit in
                try visit.requireAnalyst()
                return visit.leadership.analysesInOrder.map { ($0.id.text, Thing(id: $0.id, analysis: $0.analysis)) }
            },
            find: { visit in
                let (id, analysis) = try visit.analysis()
                return Thing(id: id, analysis: analysis)
            })
        resource.reading = { visit in LeadershipRights.recorded(.program, visit) }
        resource.writes = [
            Write(.create, "Begins an analysis: what is asked, and by which rule the body decides.", as: AnalysisForms.new, input: own.inputs()),
            Write(.change, "Says anew what is asked and by which rule.", as: AnalysisForms.edit, input: own.inputs()),
        ]
        return resource
    }()

    private static let own: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "What it is called, by language.", .field("title", required: true)) { .of($0.analysis.title) },
        Property("question", .localized(most: 1000), "What is asked.", .field("question", required: true)) { .of($0.analysis.question) },
        Property("body", .nullable(.identifier), "The body that decides.", .field("body")) { .of($0.analysis.body) },
        Property("quota", .text(most: 20), "The share of those present that carries a proposal, such as 2/3.", .field("quota")) { .text($0.analysis.rule.quota.text) },
        Property("moreThan", .flag, "Whether more than the quota is needed, not at least.", .field("more-than")) { .flag($0.analysis.rule.isMoreThan) },
        Property("quorum", .nullable(.text(most: 20)), "More than which share of all votes must be represented; null where any number can decide.", .field("quorum")) {
            .of($0.analysis.rule.quorum?.text)
        },
        Property("abstentionsCount", .flag, "Whether whoever abstains counts among those present.", .field("abstentions")) { .flag($0.analysis.rule.abstentionsCount) },
        Property("oneEach", .flag, "Whether each actor with a vote has one.", .field("one-each")) { .flag($0.analysis.rule.isOneEach) },
        Property("entitled", .nullable(.integer(1...10_000)), "All votes of the body; null where the register says.", .field("entitled")) { .of($0.analysis.rule.entitled) },
        Property("asksOfPeople", .flag, "Whether the fourth view is asked about too.", .field("people")) { .flag($0.analysis.asksOfPeople) },
        Property("actors", .list(.object(ActorResource.parts), most: ArenaActor.most), "Who takes part: units, bodies, regions, roles.") { thing, visit in
            .list(visit.leadership.actors(of: thing.id).map { ActorResource.json($0, visit) })
        },
        Property("issues", .list(.object(IssueResource.parts), most: ArenaIssue.most), "What is decided.") { thing, visit in
            .list(visit.leadership.issues(of: thing.id).map { IssueResource.json($0, visit) })
        },
    ]

    /// What the method finds; nothing where there are no two actors and an issue.
    private static let found: [Property<Thing>] = [
        Property("coalitions", .list(.object(FigureParts.coalition), most: ArenaActor.most), "Actors of whom every two are similar, the strongest first.") { thing, visit in
            .list(thing.figures(visit).map { figures in figures.coalitions.map { figures.json($0) } } ?? [])
        },
        Property("presence", .nullable(.object(FigureParts.presence)), "What is there when every actor comes, and whether that is enough to decide.") { thing, visit in
            thing.figures(visit)?.presence ?? .null
        },
        Property("votes", .list(.object(FigureParts.vote), most: ArenaIssue.most), "What each vote would come to, and who could turn it alone.") { thing, visit in
            .list(thing.figures(visit)?.votes ?? [])
        },
        Property(
            "pivotal", .nullable(.list(.object(FigureParts.pivotal), most: ArenaActor.most)), "How often each actor with a vote decides; null where nobody can, or there are too many votes."
        ) { thing, visit in
            thing.figures(visit)?.pivotal.map { .list($0) } ?? .null
        },
        Property("blocking", .nullable(.object(FigureParts.blocking)), "Who keeps a proposal from being carried; null where nobody can decide.") { thing, visit in
            thing.figures(visit)?.minorities ?? .null
        },
        Property("bridges", .list(.object(FigureParts.bridge), most: ArenaActor.most), "Who stands between others, the most first.") { thing, visit in
            .list(thing.figures(visit)?.crossings ?? [])
        },
    ]
}
