/// How a body decides: from how many votes on it can, and how many of those present carry a proposal.
///
/// Votes are whole numbers: one for each member, or weights. The quorum is a share of all votes entitled, the quota a share of those present.
package struct DecisionRule: Equatable, Sendable {
    /// *At least two thirds*, *more than half*.
    package struct Threshold: Equatable, Sendable {
        package let share: ExactShare
        package let isMoreThan: Bool

        package init(_ share: ExactShare, isMoreThan: Bool) {
            self.share = share
            self.isMoreThan = isMoreThan
        }

        /// The fewest votes that reach it: ceil(2/3 × 100) = 67; more than half of 186 is 94. One at least. Totals to 10¹² are exact.
        package func least(of total: Int) -> Int {
            let product = max(0, total) * share.numerator, whole = product / share.denominator
            return max(1, isMoreThan || product % share.denominator > 0 ? whole + 1 : whole)
        }
    }

    package enum Verdict: String, Sendable, CaseIterable { case adopted, rejected, noQuorum }

    package let quota: Threshold
    /// Nil where any number can decide.
    package let quorum: Threshold?
    /// Whether who abstains counts among those present of whom the quota is a share: rules of procedure differ.
    package let abstentionsCount: Bool

    package init(quota: Threshold, quorum: Threshold?, abstentionsCount: Bool) {
        self.quota = quota
        self.quorum = quorum
        self.abstentionsCount = abstentionsCount
    }

    /// Whoever abstains is there, and counts for the quorum under either setting.
    package func verdict(_ tally: VoteTally, entitled: Int) -> Verdict {
        if let quorum, tally.represented < quorum.least(of: entitled) { return .noQuorum }
        return tally.yes >= needed(by: tally) ? .adopted : .rejected
    }

    /// How many votes in favour carry a proposal on which so many vote.
    package func needed(by tally: VoteTally) -> Int { quota.least(of: abstentionsCount ? tally.represented : tally.yes + tally.no) }

    /// How many votes together keep a proposal from being carried when all votes present are cast for or against: more than a third where two thirds are needed.
    package func blocking(of present: Int) -> Int { max(0, present - quota.least(of: present)) + 1 }
}

/// Votes cast; whoever is absent is in none of the three.
package struct VoteTally: Equatable, Sendable {
    package var yes: Int
    package var no: Int
    package var abstaining: Int

    package init(yes: Int, no: Int, abstaining: Int) {
        self.yes = yes
        self.no = no
        self.abstaining = abstaining
    }

    package var represented: Int { yes + no + abstaining }
}

/// A ballot as it was cast. `nil` in its place is absent.
package enum Stand: Sendable, Equatable { case yes, no, abstaining }

/// Who could have turned a vote alone.
extension DecisionRule {
    package static func tally(_ stands: [Stand?], weights: [Int]) -> VoteTally {
        var tally = VoteTally(yes: 0, no: 0, abstaining: 0)
        for (stand, weight) in zip(stands, weights) { tally.add(weight, to: stand) }
        return tally
    }

    /// Those present with whose other vote alone the verdict would be another: for becomes against, against and abstaining become for; one who abstained also where
    /// a vote against, counted among those present, would have kept the proposal from being carried. Places ascend; nobody where there is no quorum.
    package func critical(_ stands: [Stand?], weights: [Int], entitled: Int) -> [Int] {
        let tally = DecisionRule.tally(stands, weights: weights), verdict = verdict(tally, entitled: entitled)
        guard verdict != .noQuorum else { return [] }
        return stands.indices.filter { place in
            guard let stand = stands[place], place < weights.count, weights[place] > 0 else { return false }
            let others: [Stand] = stand == .yes ? [.no] : stand == .no ? [.yes] : [.yes, .no]
            return others.contains { other in
                var changed = tally
                changed.add(-weights[place], to: stand)
                changed.add(weights[place], to: other)
                return self.verdict(changed, entitled: entitled) != verdict
            }
        }
    }
}

extension VoteTally {
    fileprivate mutating func add(_ weight: Int, to stand: Stand?) {
        switch stand {
        case .yes: yes += weight
        case .no: no += weight
        case .abstaining: abstaining += weight
        case nil: break
        }
    }
}
