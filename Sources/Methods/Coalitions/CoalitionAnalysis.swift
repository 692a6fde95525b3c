/// Who stands together on what, who carries the day under a body's rule, who decides, who can block, and who stands between.
///
/// The definitions of coalition, strength and dominance are a house default: cosine similarity of positions at a threshold, strength as the sum of power times salience, the dominant
/// coalition as the one that wins most issues from others under the body's rule. Sources of the parts: at `completeLinkage`, `PowerIndices`, `MinimalSets`, `betweenness`.
package struct CoalitionAnalysis: Sendable {
    package struct Question: Equatable, Sendable {
        package var stances: Stances
        /// Of each actor, 0 to 4.
        package var power: [Int]
        /// How many votes each casts in the body; 0 for those without a vote.
        package var votes: [Int]
        package var rule: DecisionRule
        /// All votes of the body, also of those who are not among the actors.
        package var entitled: Int
        package var threshold: ExactShare
        /// From which salience on an issue matters to an actor.
        package var salientFrom: Int

        package init(stances: Stances, power: [Int], votes: [Int], rule: DecisionRule, entitled: Int, threshold: ExactShare, salientFrom: Int) {
            self.stances = stances
            self.power = power
            self.votes = votes
            self.rule = rule
            self.entitled = entitled
            self.threshold = threshold
            self.salientFrom = salientFrom
        }
    }

    /// Actors of whom every two are alike; one alone is no coalition, and stands here all the same, to be held against them.
    package struct Coalition: Equatable, Sendable {
        package var members: [Int]
        /// Σ power × salience over members and issues.
        package var strength: Int
        package var votes: Int
        /// On each issue, which way it pulls: the sign of Σ power × salience × position, of the plain sum of positions where that is 0.
        package var sides: [Int]
        /// Issues won from another coalition that pulls the other way, counted for each such coalition; and lost.
        package var won = 0
        package var lost = 0
        package var canBlock = false
        package var canCarry = false

        package var isOfSeveral: Bool { members.count > 1 }
    }

    package struct Outcome: Equatable, Sendable {
        package var tally: VoteTally
        package var needed: Int
        package var verdict: DecisionRule.Verdict
        /// Actors with whose other vote alone the verdict would be another.
        package var critical: [Int]
    }

    /// Two who reach the threshold, the earlier first.
    package struct Pair: Equatable, Sendable {
        package let one: Int
        package let other: Int
        package let similarity: Similarity
    }

    package let coalitions: [Coalition]
    /// The place of the coalition that wins most, then is strongest; nil where none wins any, or two are alike in both.
    package let dominant: Int?
    package let outcomes: [Outcome]
    /// All votes of the actors: what is there when everybody comes.
    package let present: Int
    /// How many votes must be represented before anything is decided; nil where any number can.
    package let quorum: Int?
    /// All actors with votes present, voting for or against; nil where nobody votes, where all of them are fewer than the quorum, or more than are counted.
    package let game: VotingGame?
    /// Of each actor, on how many shortest ways between others in the graph of similar pairs.
    package let between: [Double]
    /// Pairs that reach the threshold.
    package let links: [Pair]

    /// Whether the actors can decide anything when all of them come.
    package var isQuorate: Bool { quorum.map { present >= $0 } ?? true }

    /// Nil where power or votes have another number of actors than the stances, or a value below 0.
    package init?(_ question: Question) {
        let stances = question.stances, actors = 0..<stances.actors
        guard question.power.count == stances.actors, question.votes.count == stances.actors, question.power.allSatisfy({ Stances.saliences.contains($0) }),
            question.votes.allSatisfy({ (0...VotingGame.mostVotes).contains($0) })
        else { return nil }
        var values: [[Double?]] = actors.map { _ in [Double?](repeating: nil, count: stances.actors) }, neighbours: [[Int]] = actors.map { _ in [] }, links: [Pair] = []
        for one in actors {
            for other in actors where other > one {
                let similarity = stances.similarity(one, other, salientFrom: question.salientFrom)
                guard similarity.reaches(question.threshold) else { continue }
                values[one][other] = similarity.value
                neighbours[one].append(other)
                neighbours[other].append(one)
                links.append(Pair(one: one, other: other, similarity: similarity))
            }
        }
        self.links = links
        between = betweenness(neighbours: neighbours)
        let present = question.votes.reduce(0, +), quorum = question.rule.quorum?.least(of: question.entitled)
        let game = present > 0 && present >= quorum ?? 0 ? VotingGame(weights: question.votes, quota: question.rule.quota.least(of: present)) : nil
        (self.present, self.quorum, self.game) = (present, quorum, game)
        outcomes = (0..<stances.issues).map { issue in CoalitionAnalysis.outcome(issue, question) }
        let groups = completeLinkage(stances.actors) { values[$0][$1] }
        coalitions = CoalitionAnalysis.contest(groups.map { CoalitionAnalysis.coalition($0, question, game) }, outcomes)
        dominant = CoalitionAnalysis.dominant(coalitions)
    }

    private static func outcome(_ issue: Int, _ question: Question) -> Outcome {
        let stands: [Stand?] = (0..<question.stances.actors).map { actor in
            question.votes[actor] == 0 ? nil : question.stances.position(actor, issue).map { $0 > 0 ? .yes : $0 < 0 ? .no : .abstaining }
        }
        let tally = DecisionRule.tally(stands, weights: question.votes)
        return Outcome(
            tally: tally, needed: question.rule.needed(by: tally), verdict: question.rule.verdict(tally, entitled: question.entitled),
            critical: question.rule.critical(stands, weights: question.votes, entitled: question.entitled))
    }

    private static func coalition(_ members: [Int], _ question: Question, _ game: VotingGame?) -> Coalition {
        let stances = question.stances, issues = 0..<stances.issues
        let sides = issues.map { issue in
            let heavy = members.reduce(0) { $0 + question.power[$1] * stances.salience($1, issue) * (stances.position($1, issue) ?? 0) }
            return (heavy != 0 ? heavy : members.reduce(0) { $0 + (stances.position($1, issue) ?? 0) }).signum()
        }
        return Coalition(
            members: members, strength: members.reduce(0) { sum, member in sum + question.power[member] * issues.reduce(0) { $0 + stances.salience(member, $1) } },
            votes: members.reduce(0) { $0 + question.votes[$1] }, sides: sides, canBlock: game?.blocks(members) ?? false, canCarry: game?.carries(members) ?? false)
    }

    /// What is carried is won by those who pull for it, what is not by those who pull against it; without a quorum nobody wins.
    private static func contest(_ coalitions: [Coalition], _ outcomes: [Outcome]) -> [Coalition] {
        var coalitions = coalitions
        for (issue, outcome) in outcomes.enumerated() where outcome.verdict != .noQuorum {
            let winning = outcome.verdict == .adopted ? 1 : -1
            let winners = coalitions.count { $0.sides[issue] == winning }, losers = coalitions.count { $0.sides[issue] == -winning }
            for place in coalitions.indices {
                if coalitions[place].sides[issue] == winning { coalitions[place].won += losers }
                if coalitions[place].sides[issue] == -winning { coalitions[place].lost += winners }
            }
        }
        return coalitions
    }

    private static func dominant(_ coalitions: [Coalition]) -> Int? {
        func rank(_ place: Int) -> (Int, Int) { (coalitions[place].won, coalitions[place].strength) }
        let ordered = coalitions.indices.filter { coalitions[$0].isOfSeveral && coalitions[$0].won > 0 }.sorted { rank($0) > rank($1) }
        guard let first = ordered.first else { return nil }
        return ordered.count > 1 && rank(ordered[1]) == rank(first) ? nil : first
    }
}
