import HashTreeCollections
import Journal
import Organisation

/// How the organisation may be seen, and who wants what in it: kept from everybody but those who may analyse it.
struct Leadership: Chapter {
    static let name = "leadership"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        /// What a source says of a view, in its words; it names nobody.
        case viewQuoted(OrganisationView, QuotedView)
        case analysisDescribed(id: ID<LeadershipAnalysis>, LeadershipAnalysis)
        case analysisWithdrawn(id: ID<LeadershipAnalysis>, because: Prose)
        /// All that is answered to the questions of one view.
        case viewAnswered(analysis: ID<LeadershipAnalysis>, OrganisationView, [DiagnosisAnswer])
        case framed(analysis: ID<LeadershipAnalysis>, Framing)
        case issueDescribed(id: ID<ArenaIssue>, ArenaIssue)
        case issueRemoved(id: ID<ArenaIssue>)
        case actorDescribed(id: ID<ArenaActor>, ArenaActor)
        case actorRemoved(id: ID<ArenaActor>)
    }

    private(set) var quotes: TreeDictionary<OrganisationView, QuotedView> = [:]
    private(set) var analyses: TreeDictionary<ID<LeadershipAnalysis>, LeadershipAnalysis> = [:]
    private(set) var answers: TreeDictionary<ID<LeadershipAnalysis>, [OrganisationView: [DiagnosisAnswer]]> = [:]
    private(set) var framings: TreeDictionary<ID<LeadershipAnalysis>, Framing> = [:]
    private(set) var issues: TreeDictionary<ID<ArenaIssue>, ArenaIssue> = [:]
    private(set) var actors: TreeDictionary<ID<ArenaActor>, ArenaActor> = [:]
    /// In which order analyses and issues were begun.
    private(set) var beginnings: TreeDictionary<String, Int> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .viewQuoted(let view, let quote): quotes[view] = quote
        case .analysisDescribed(let id, let analysis):
            analyses[id] = analysis
            begin(id.text, stamp)
        case .analysisWithdrawn(let id, _): withdraw(id)
        case .viewAnswered(let id, let view, let given): if analyses[id] != nil { answers[id, default: [:]][view] = given }
        case .framed(let id, let framing): if analyses[id] != nil { framings[id] = framing }
        case .issueDescribed(let id, let issue):
            guard analyses[issue.analysis] != nil else { return }
            issues[id] = issue
            begin(id.text, stamp)
        case .issueRemoved(let id): remove(id)
        case .actorDescribed(let id, let actor): if analyses[actor.analysis] != nil { actors[id] = actor }
        case .actorRemoved(let id): actors[id] = nil
        }
    }

    private mutating func begin(_ id: String, _ stamp: Stamp) { if beginnings[id] == nil { beginnings[id] = stamp.position } }

    /// With what was wanted of it.
    private mutating func remove(_ issue: ID<ArenaIssue>) {
        issues[issue] = nil
        for (id, actor) in actors where actor.stance(on: issue) != nil { actors[id]?.stances.removeAll { $0.issue == issue } }
    }

    private mutating func withdraw(_ id: ID<LeadershipAnalysis>) {
        (analyses[id], answers[id], framings[id]) = (nil, nil, nil)
        for (issue, described) in issues where described.analysis == id { issues[issue] = nil }
        for (actor, described) in actors where described.analysis == id { actors[actor] = nil }
    }
}

/// The chapter in the order in which people read it.
extension Leadership {
    /// The newest first.
    var analysesInOrder: [(id: ID<LeadershipAnalysis>, analysis: LeadershipAnalysis)] {
        analyses.map { ($0.key, $0.value) }.sorted { (beginnings[$1.0.text] ?? 0, $0.0) < (beginnings[$0.0.text] ?? 0, $1.0) }
    }

    /// As they were begun.
    func issues(of analysis: ID<LeadershipAnalysis>) -> [(id: ID<ArenaIssue>, issue: ArenaIssue)] {
        issues.filter { $0.value.analysis == analysis }.map { ($0.key, $0.value) }.sorted { (beginnings[$0.0.text] ?? 0, $0.0) < (beginnings[$1.0.text] ?? 0, $1.0) }
    }

    /// By name.
    func actors(of analysis: ID<LeadershipAnalysis>) -> [(id: ID<ArenaActor>, actor: ArenaActor)] {
        actors.filter { $0.value.analysis == analysis }.map { ($0.key, $0.value) }.sorted { ($0.1.name.plain(), $0.0) < ($1.1.name.plain(), $1.0) }
    }

    func title(of id: ID<LeadershipAnalysis>) -> Localized { analyses[id]?.title ?? Localized(id.text) }
}
