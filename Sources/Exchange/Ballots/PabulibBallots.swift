import Methods

extension PabulibElection {
    /// How a vote becomes utility.
    package enum Reading: String, Sendable, CaseIterable {
        case cost, cardinality, points, borda

        package var utility: BudgetUtility {
            switch self {
            case .cost: .cost
            case .cardinality: .cardinality
            case .points, .borda: .points
            }
        }
    }

    /// The election as the methods take it, and which distinct ballot each voter cast.
    ///
    /// Cost and cardinality take a project with points, or anywhere in an order, as approved; points are those of the file; Borda gives the first of n named
    /// projects n - 1 points and the last none. Excluded projects are as if they were not there; the voters who named them are. Candidates are numbered in the
    /// order of identifiers, without those excluded.
    /// - Throws: `BallotFault` where the file has no points or no orders, or where sums are more than can be counted exactly.
    package func election(_ reading: Reading, excluding excluded: Set<String>) throws(BallotFault) -> (election: BudgetElection, ids: [String], ballotOf: [Int32]) {
        if let unknown = excluded.subtracting(projects.map(\.id)).sorted().first {
            throw BallotFault(line: nil, "There is no project \(unknown.quotable) to be excluded.")
        }
        let kept = projects.indices.filter { !excluded.contains(projects[$0].id) }
        var number = [Int](repeating: -1, count: projects.count)
        for (place, project) in kept.enumerated() { number[project] = place }
        let (ballots, ballotOf) = try ballots(reading, number: number, count: kept.count)
        let costs = kept.map { projects[$0].cost }
        guard let election = BudgetElection(costs: costs, budget: budget, unit: unit, ballots: ballots) else {
            throw BallotFault(line: nil, "The costs or points come to more than can be counted exactly (2^53 of the smallest unit).")
        }
        return (election, kept.map { projects[$0].id }, ballotOf)
    }

    private func ballots(_ reading: Reading, number: [Int], count: Int) throws(BallotFault) -> (WeightedBallots, [Int32]) {
        let tooMany = BallotFault(line: nil, "There are more ballots than can be counted.")
        var ballotOf: [Int32] = []
        ballotOf.reserveCapacity(voterCount)
        if reading == .points || reading == .borda {
            guard reading == .borda || points != nil else { throw BallotFault(line: nil, "The file has no points; take cost or cardinality.") }
            guard reading == .points || voteType == .ordinal else { throw BallotFault(line: nil, "Borda needs ordinal votes; these are \(voteType.rawValue).") }
            guard var box = WeightedBallotBox(pointsFor: count) else { throw tooMany }
            var row: [(candidate: Int, points: Int)] = []
            for voter in 0..<voterCount {
                row.removeAll(keepingCapacity: true)
                let range = starts[voter]..<starts[voter + 1]
                // In an order without those excluded, the ones behind them move up.
                var below = range.count { number[Int(named[$0])] >= 0 }
                for place in range where number[Int(named[place])] >= 0 {
                    below -= 1
                    row.append((number[Int(named[place])], reading == .borda ? below : Int(points?[place] ?? 0)))
                }
                guard let ballot = box.give(row, count: 1) else { throw tooMany }
                ballotOf.append(Int32(ballot))
            }
            return (box.ballots, ballotOf)
        }
        guard var box = WeightedBallotBox(approvalsOf: count) else { throw tooMany }
        var row: [Int] = []
        for voter in 0..<voterCount {
            row.removeAll(keepingCapacity: true)
            for place in starts[voter]..<starts[voter + 1] where number[Int(named[place])] >= 0 && points?[place] != 0 {
                row.append(number[Int(named[place])])
            }
            guard let ballot = box.approve(row, count: 1) else { throw tooMany }
            ballotOf.append(Int32(ballot))
        }
        return (box.ballots, ballotOf)
    }
}

extension PrefLibElection {
    /// The ballots as the methods take them.
    /// - Throws: `BallotFault` where there are more than can be counted.
    package func ranked() throws(BallotFault) -> RankedBallots {
        let tooMany = BallotFault(line: nil, "There are more ballots than can be counted.")
        guard var box = RankedBallotBox(candidateCount: names.count) else { throw tooMany }
        for ballot in ballots {
            guard box.rank(ballot.tiers, count: ballot.count) != nil else { throw BallotFault(line: ballot.line, "This ballot is not understood.") }
        }
        return box.ballots
    }
}
