import Testing

@testable import Methods

/// Thirty states in forty roll calls of the General Assembly of the United Nations, sessions 70 to 74: twenty that would have been close among these thirty under two thirds, and
/// twenty others. What is expected was computed by other programs (similarities in fractions, clusters by SciPy, betweenness by NetworkX, players by listing every set and order).
@Suite("Coalitions of thirty states")
struct AssemblyCutTests {
    @Test("similar pairs, coalitions and bridges as other programs have them")
    func coalitions() throws {
        let analysis = try AssemblyCut.analysis
        #expect(analysis.links.count == 153)
        let groups = [
            "US IL", "GB FR DE PL TR", "RU", "CN IN PK", "CA AU", "JP SE NO CH UA", "BR MX AR CU VE ID EG SA ZA NG KE SG",
        ]
        #expect(analysis.coalitions.map { $0.members.map { AssemblyCut.names[$0] }.joined(separator: " ") } == groups)
        #expect(abs(analysis.between.reduce(0, +) - 475) < 1e-9)
        for (name, value) in [("CH", 102.0 + 1.0 / 12), ("UA", 86 + 1.0 / 30), ("SE", 63.25), ("NO", 49 + 5.0 / 6), ("AU", 26), ("TR", 26)] {
            let place = try #require(AssemblyCut.names.firstIndex(of: name))
            #expect(abs(analysis.between[place] - value) < 1e-6, "\(name): \(analysis.between[place])")
        }
    }

    @Test("who could have turned each of twenty close votes, counted anew without a division, and as another program has it")
    func critical() throws {
        let analysis = try AssemblyCut.analysis
        for (issue, outcome) in analysis.outcomes.enumerated() {
            let votes = AssemblyCut.votes.map { $0[issue] }, yes = votes.count { $0 == 1 }, no = votes.count { $0 == -1 }
            func isCarried(_ yes: Int, _ no: Int) -> Bool { 3 * yes >= 2 * (yes + no) && yes > 0 }
            let turning = votes.indices.filter { place in
                guard let vote = votes[place] else { return false }
                return [-1, 1].contains { other in
                    other != vote && isCarried(yes - (vote == 1 ? 1 : 0) + (other == 1 ? 1 : 0), no - (vote == -1 ? 1 : 0) + (other == -1 ? 1 : 0)) != isCarried(yes, no)
                }
            }
            #expect(outcome.critical == turning && outcome.verdict == (isCarried(yes, no) ? .adopted : .rejected))
        }
        let found = [0, 23, 13, 16, 0, 22, 17, 0, 0, 18, 9, 9, 0, 16, 22, 10, 24, 0, 14, 0, 14, 10, 0, 16, 0, 14, 0, 0, 0, 14, 16, 0, 16, 0, 0, 0, 0, 0, 0, 0]
        #expect(analysis.outcomes.map(\.critical.count) == found && analysis.outcomes.count { $0.verdict == .adopted } == 27)
    }

    @Test("coalitions as players with as many votes as members: who blocks and who decides, by every set and every order")
    func players() throws {
        let weights = try AssemblyCut.analysis.coalitions.map(\.votes)
        #expect(weights == [2, 5, 1, 3, 2, 5, 12])
        let game = try #require(VotingGame(weights: weights, quota: 20)), indices = try #require(PowerIndices(game)), sets = MinimalSets(of: game, reaching: game.blocking, listing: 100)
        // Eleven of thirty are more than a third; the largest coalition has them alone.
        #expect(game.blocking == 11 && sets.smallest == 1 && sets.count == "11")
        let expected: Set<[Int]> = [
            [6], [0, 1, 5], [1, 2, 5], [1, 3, 5], [1, 4, 5], [0, 1, 2, 3], [0, 1, 3, 4], [0, 2, 3, 5], [0, 3, 4, 5], [1, 2, 3, 4], [2, 3, 4, 5],
        ]
        #expect(Set(sets.sets.map { $0.sorted() }) == expected)
        for (place, swings) in [5, 15, 5, 9, 5, 15, 41].enumerated() {
            #expect(abs(indices.banzhaf[place].approximation - Double(swings) / 95) < 1e-12 && abs(indices.penrose[place].approximation - Double(swings) / 64) < 1e-12)
        }
        for (place, orders) in [192, 612, 192, 360, 192, 612, 2880].enumerated() { #expect(abs(indices.shapleyShubik[place].approximation - Double(orders) / 5040) < 1e-12) }
    }
}

/// Source: Erik Voeten, Anton Strezhnev and Michael Bailey, "United Nations General Assembly Voting Data", Harvard Dataverse, doi:10.7910/DVN/LEJUQZ, dedicated to the public domain
/// (CC0 1.0). Roll calls by the numbers of that source: 5394, 5408, 5409, 5417, 5419, 5424, 5425, 5444, 5469, 5480, 5481, 5488, 5494, 5511, 5519, 5527, 5547, 5548, 5558, 5573, 5575,
/// 5592, 5598, 5619, 5623, 5637, 5949, 5974, 5999, 6009, 6068, 6069, 6081, 6094, 6123, 6148, 9071, 9096, 9121, 9146.
enum AssemblyCut {
    static let names = rows.map(\.state)
    static let votes = rows.map { row in row.votes.map { $0 == "+" ? 1 : $0 == "-" ? -1 : $0 == "0" ? 0 : nil } }

    /// Two thirds of those who vote for or against, one vote each.
    static var analysis: CoalitionAnalysis {
        get throws {
            let ones = votes.map { _ in 1 }, stances = try #require(Stances(positions: votes, salience: votes.map { $0.map { _ in 1 } }))
            let quota = try #require(ExactShare("2/3")), threshold = try #require(ExactShare("0.6")), rule = DecisionRule(quota: .init(quota, isMoreThan: false), quorum: nil, abstentionsCount: false)
            return try #require(
                CoalitionAnalysis(.init(stances: stances, power: ones, votes: ones, rule: rule, entitled: votes.count, threshold: threshold, salientFrom: 1)))
        }
    }

    /// For, against, abstaining (0) and absent (a point).
    private static let rows: [(state: String, votes: String)] = [
        ("US", "-------+---+------+-+---0-+.+---------+-"),
        ("GB", "+------+0+-++----++++---+-+-+------+0+++"),
        ("FR", "+------+0+-++---0++++-0-+-+0+------+0+++"),
        ("RU", "+-----0+0++-+---0+-+--+-++..+-+0--++++-+"),
        ("CN", "+-+00+0++-+-+0++0+-+-++0+++-+-++0+++++-+"),
        ("IL", "-------+-+-+------+-+-----+.--------+-+-"),
        ("CA", "+0-0-0-+-+-+-00-0-+-+-0000+-+00-00-+0-+-"),
        ("AU", "+0-0-00+-+-+000--++++-00+0+-+0--0--+0-+-"),
        ("JP", "+00+000+0--+++00-++++00++-+-+000+0-+0+++"),
        ("DE", "+0-0---+0+-++0--0++++-00+0+-+-0-0--+0+++"),
        ("SE", "++++0+++0+-+++++0+++++0++0+-++0-++-+0+++"),
        ("NO", "+000-00+0+0++0000+++++00+0+.++0-0--+0+++"),
        ("CH", "++++0+0+0+0+++++0+++++0++0+-++0-++-+0+++"),
        ("PL", "+------+0+0++---0++++-0-+0+-+------+0+++"),
        ("UA", "++0.-00+0+0++.00.++++000+-+.+0--00-+-+++"),
        ("TR", "+00---0+++0.+---0+++.-0-+0+-+00----+0+-+"),
        ("BR", "+++++++++++0++++++0+0++++++-+++0++++++++"),
        ("MX", "+++++++++++0++++0+0+0+++00+-+++++++++0++"),
        ("AR", "++++++++++++++++++0++++++++-++++++++++++"),
        ("CU", "+++++++++0+-++++++-+-+++++0.++++++++++-+"),
        ("VE", "+++++++++++-++++++-+-++++++.++++++++++-+"),
        ("IN", "+0++0+0++-+-++++++-+-++++++--++++0++++0+"),
        ("PK", "+0+00+0++-+-+0++++0+-++0+++--+++0+++++0+"),
        ("ID", "+++++++++0+-++++0+0+-++++++-++++++++++0+"),
        ("EG", "+++++++0+-+-++++++0+0+++++0-++++++++++0+"),
        ("SA", "+++++++0+-++++++++0+++++++0-++++++++++++"),
        ("ZA", "+++++++++++-++++++-+-++++++.++++++++++0+"),
        ("NG", "+++++++0+0+0++++++0+0++++.+0+0+++++++0++"),
        ("KE", "+++++++0+0+0++++++0+0+++0++.+.++++++0+0+"),
        ("SG", "+++++++++-+0++++0+0+0++++++-++++++++++0+"),
    ]
}
