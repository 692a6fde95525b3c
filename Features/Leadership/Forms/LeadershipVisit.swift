import HashTreeCollections
import Journal
import Organisation
import Pages

enum LeadershipPath {
    static let front = "leadership"
    static let new = "leadership/analyses/new"
    static let accesses = "leadership/accesses"
    static let views = "leadership/views"

    static func analysis(_ id: ID<LeadershipAnalysis>, _ more: String = "") -> String { "leadership/analyses/\(id)\(more.isEmpty ? "" : "/\(more)")" }
    static func issue(_ id: ID<ArenaIssue>, _ more: String) -> String { "leadership/issues/\(id)/\(more)" }
    static func actor(_ id: ID<ArenaActor>, _ more: String) -> String { "leadership/actors/\(id)/\(more)" }
}

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var leadership: Leadership { organisation[Leadership.self] }

    /// The role alone is not enough: whoever is no longer of the staff reads nothing.
    var mayAnalyse: Bool { viewer.belongs(to: .leadershipAnalysts) }

    func requireAnalyst() throws(Missing) { if !mayAnalyse { throw Missing() } }

    func analysis() throws(Missing) -> (id: ID<LeadershipAnalysis>, analysis: LeadershipAnalysis) {
        try requireAnalyst()
        let id: ID<LeadershipAnalysis> = try id("analysis")
        guard let analysis = leadership.analyses[id] else { throw Missing() }
        return (id, analysis)
    }

    func issue() throws(Missing) -> (id: ID<ArenaIssue>, issue: ArenaIssue) {
        try requireAnalyst()
        let id: ID<ArenaIssue> = try id("issue")
        guard let issue = leadership.issues[id], isOfNamed(issue.analysis, parameters) else { throw Missing() }
        return (id, issue)
    }

    func actor() throws(Missing) -> (id: ID<ArenaActor>, actor: ArenaActor) {
        try requireAnalyst()
        let id: ID<ArenaActor> = try id("actor")
        guard let actor = leadership.actors[id], isOfNamed(actor.analysis, parameters) else { throw Missing() }
        return (id, actor)
    }

    func view(of analysis: LeadershipAnalysis) throws(Missing) -> OrganisationView {
        guard let view = parameters["view"].flatMap(OrganisationView.init(rawValue:)), OrganisationView.all(withPeople: analysis.asksOfPeople).contains(view) else { throw Missing() }
        return view
    }

    func leadershipTrail(_ more: (title: String, path: String)...) -> [(title: String, path: String)] { [(say("leadership.title"), LeadershipPath.front)] + more }

    func trail(_ id: ID<LeadershipAnalysis>) -> [(title: String, path: String)] { leadershipTrail((plain(leadership.title(of: id)), LeadershipPath.analysis(id))) }
}

/// Where an address names the analysis too, it is that one.
private func isOfNamed(_ analysis: ID<LeadershipAnalysis>, _ parameters: [String: String]) -> Bool { parameters["analysis"].map { $0 == analysis.text } ?? true }

extension Submission {
    var leadership: Leadership { organisation[Leadership.self] }

    func requireAnalyst() throws(Missing) { if !viewer.belongs(to: .leadershipAnalysts) { throw Missing() } }

    func analysis() throws -> (id: ID<LeadershipAnalysis>, analysis: LeadershipAnalysis) {
        try requireAnalyst()
        let id: ID<LeadershipAnalysis> = try id("analysis")
        guard let analysis = leadership.analyses[id] else { throw Refusal("pages.refusal.gone") }
        return (id, analysis)
    }

    func issue() throws -> (id: ID<ArenaIssue>, issue: ArenaIssue) {
        try requireAnalyst()
        let id: ID<ArenaIssue> = try id("issue")
        guard let issue = leadership.issues[id], isOfNamed(issue.analysis, parameters) else { throw Refusal("pages.refusal.gone") }
        return (id, issue)
    }

    func actor() throws -> (id: ID<ArenaActor>, actor: ArenaActor) {
        try requireAnalyst()
        let id: ID<ArenaActor> = try id("actor")
        guard let actor = leadership.actors[id], isOfNamed(actor.analysis, parameters) else { throw Refusal("pages.refusal.gone") }
        return (id, actor)
    }
}
