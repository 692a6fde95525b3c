import HashTreeCollections
import Journal
import Methods
import Organisation

/// What the method finds in what was entered.
struct ArenaFigures {
    let issues: [(id: ID<ArenaIssue>, issue: ArenaIssue)]
    let actors: [(id: ID<ArenaActor>, actor: ArenaActor)]
    /// All votes of the body, as the rule or the register says; where neither does, those of the actors.
    let entitled: Int
    let analysis: CoalitionAnalysis
    let rule: DecisionRule
    /// Nil where nobody votes, where all together are no quorum, or more votes than are counted.
    let indices: PowerIndices?
    let blocking: MinimalSets?

    /// The threshold of the method, and from which salience on an issue matters.
    static let threshold = (numerator: 3, denominator: 5)
    static let salientFrom = 2
    /// So many blocking sets are listed.
    static let listed = 12

    /// Nil where there are no two actors or no issue.
    init?(_ id: ID<LeadershipAnalysis>, in organisation: Organisation) {
        let chapter = organisation[Leadership.self]
        guard let described = chapter.analyses[id], let rule = described.rule.rule, let threshold = ExactShare(ArenaFigures.threshold.numerator, of: ArenaFigures.threshold.denominator) else {
            return nil
        }
        let issues = Array(chapter.issues(of: id).prefix(ArenaIssue.most)), actors = Array(chapter.actors(of: id).prefix(ArenaActor.most))
        guard actors.count > 1, !issues.isEmpty else { return nil }
        let stands = actors.map { item in issues.map { item.actor.stance(on: $0.id) } }
        guard let stances = Stances(positions: stands.map { $0.map { $0?.position } }, salience: stands.map { $0.map { $0?.salience ?? 0 } }) else { return nil }
        let votes = actors.map { described.rule.isOneEach ? min(1, $0.actor.votes) : $0.actor.votes }
        let entitled = described.rule.entitled ?? organisation[Register.self].votes(of: described.body) ?? votes.reduce(0, +)
        let question = CoalitionAnalysis.Question(
            stances: stances, power: actors.map(\.actor.power), votes: votes, rule: rule, entitled: entitled, threshold: threshold, salientFrom: ArenaFigures.salientFrom)
        guard let analysis = CoalitionAnalysis(question) else { return nil }
        (self.issues, self.actors, self.entitled, self.analysis, self.rule) = (issues, actors, entitled, analysis, rule)
        indices = analysis.game.flatMap { PowerIndices($0) }
        blocking = analysis.game.map { MinimalSets(of: $0, reaching: $0.blocking, listing: ArenaFigures.listed) }
    }

    /// Whether the actors carry more votes than the body has: then one of the two is wrong.
    var isOverstated: Bool { analysis.present > entitled }

    /// The similar pairs, those first that rest on the fewest issues, then the least similar.
    var pairs: [CoalitionAnalysis.Pair] {
        analysis.links.sorted { ($0.similarity.shared, $0.similarity.value ?? 0, $0.one, $0.other) < ($1.similarity.shared, $1.similarity.value ?? 0, $1.one, $1.other) }
    }

    /// With how many others an actor is similar.
    func degree(_ actor: Int) -> Int { analysis.links.count { $0.one == actor || $0.other == actor } }

    /// On how many issues the pair of a coalition rests that rests on the fewest.
    func fewestShared(_ coalition: CoalitionAnalysis.Coalition) -> Int {
        let members = Set(coalition.members)
        return analysis.links.filter { members.contains($0.one) && members.contains($0.other) }.map(\.similarity.shared).min() ?? 0
    }

    /// Those of several members, the strongest first.
    var coalitions: [CoalitionAnalysis.Coalition] {
        analysis.coalitions.filter(\.isOfSeveral).sorted { ($1.strength, $0.members.first ?? 0) < ($0.strength, $1.members.first ?? 0) }
    }

    var alone: [Int] { analysis.coalitions.filter { !$0.isOfSeveral }.flatMap(\.members) }
    var dominant: CoalitionAnalysis.Coalition? { analysis.dominant.map { analysis.coalitions[$0] } }

    /// Those with votes, the most often decisive first.
    func voters(by indices: PowerIndices) -> [Int] {
        actors.indices.filter { analysis.game?.weights[$0] ?? 0 > 0 }.sorted { (indices.banzhaf[$1], $0) < (indices.banzhaf[$0], $1) }
    }

    /// Whoever stands between others, the most first.
    var bridges: [(actor: Int, share: Double)] {
        let others = Double((actors.count - 1) * (actors.count - 2)) / 2
        return analysis.between.enumerated().filter { $0.element > 1e-9 }.map { ($0.offset, others > 0 ? $0.element / others : 0) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The mean of an actor's saliences, 0 to 4: its interest.
    func interest(_ place: Int) -> Double {
        let saliences = issues.map { actors[place].actor.stance(on: $0.id)?.salience ?? 0 }
        return Double(saliences.reduce(0, +)) / Double(max(1, saliences.count))
    }
}

extension Register {
    /// One for each Member in a body of all, and one for each seat in another; nil where the register does not say.
    func votes(of body: ID<Body>?) -> Int? {
        guard let body, let described = bodies[body] else { return nil }
        let seats = described.isPlenary ? members.count : described.seats.reduce(0) { $0 + $1.count }
        return seats > 0 ? seats : nil
    }
}
