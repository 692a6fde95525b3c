import Foundation
import Testing

@testable import Methods

/// How states voted in the General Assembly of the United Nations, sessions 70 to 74 (Voeten, Strezhnev and Bailey), where the data stand beside the project.
private let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared/data").standardizedFileURL
private let matrix = shared.appending(path: "unga_votes/dev/unga_matrix_sessions_70_74.csv")

@Suite("Coalitions in the General Assembly", .enabled(if: FileManager.default.fileExists(atPath: matrix.path), "../shared/data/unga_votes is not here"))
struct AssemblyTests {
    private static let assembly = Result { try Assembly() }

    @Test("similarities by counting bits: every two of a coalition reach 0.6, and of no two coalitions all do")
    func coalitions() throws {
        let assembly = try Self.assembly.get(), analysis = assembly.analysis, groups = analysis.coalitions.map(\.members)
        func reaches(_ one: Int, _ other: Int) -> Bool { assembly.common(one, other) >= 2 && (assembly.cosine(one, other) ?? -1) >= 0.6 }
        #expect(groups.flatMap { $0 }.sorted() == Array(0..<193))
        var similar = 0
        for one in 0..<193 { for other in (one + 1)..<193 where reaches(one, other) { similar += 1 } }
        #expect(similar == analysis.links.count)
        for (place, group) in groups.enumerated() {
            for (index, one) in group.enumerated() { for other in group[(index + 1)...] { #expect(reaches(one, other)) } }
            for later in groups[(place + 1)...] { #expect(group.contains { one in later.contains { !reaches(one, $0) } }, "\(group) and \(later) could be one") }
        }
    }

    @Test("held against somebody else's two blocs by k-means on the same votes: coalitions are finer, and nearly nobody is with the other bloc")
    func blocs() throws {
        let assembly = try Self.assembly.get(), expected = try Assembly.blocs(2), place = assembly.places
        let pure = assembly.analysis.coalitions.reduce(0) { sum, coalition in
            let first = coalition.members.count { expected[assembly.names[$0]] == 0 }
            return sum + max(first, coalition.members.count - first)
        }
        #expect(pure >= 190, "\(pure) of 193")
        #expect(assembly.analysis.coalitions.map(\.members.count).sorted(by: >) == [97, 45, 27, 12, 3, 3, 2, 2, 1, 1])
        func found(_ name: String) throws -> Int {
            let index = try #require(assembly.names.firstIndex(of: name))
            return place[index]
        }
        #expect(try found("US") == found("IL"))
        #expect(try found("FR") == found("GB"))
        #expect(try found("US") != found("CU"))
        #expect(try found("DE") == found("JP"))
    }

    @Test("what two thirds of those present and voting carry, who could have turned it, and the smallest minority that blocks, counted anew for every vote")
    func outcomes() throws {
        let assembly = try Self.assembly.get(), analysis = assembly.analysis
        var turned = 0
        for issue in 0..<assembly.issues {
            let votes = assembly.votes.map { $0[issue] }, yes = votes.count { $0 == 1 }, no = votes.count { $0 == -1 }, outcome = analysis.outcomes[issue]
            // Three times those for against twice those who vote: no division.
            let isAdopted = 3 * yes >= 2 * (yes + no) && yes > 0
            #expect(outcome.verdict == (isAdopted ? .adopted : .rejected) && outcome.tally == VoteTally(yes: yes, no: no, abstaining: votes.count { $0 == 0 }))
            let critical = votes.indices.filter { place in
                guard let vote = votes[place] else { return false }
                return [-1, 1].contains { other in
                    guard other != vote else { return false }
                    let yes = yes - (vote == 1 ? 1 : 0) + (other == 1 ? 1 : 0), no = no - (vote == -1 ? 1 : 0) + (other == -1 ? 1 : 0)
                    return (3 * yes >= 2 * (yes + no) && yes > 0) != isAdopted
                }
            }
            #expect(outcome.critical == critical)
            turned += critical.isEmpty ? 0 : 1
        }
        // Of close votes see AssemblyCutTests.
        #expect(turned == 0, "no vote of these years hung on one state")
        let game = try #require(analysis.game), sets = MinimalSets(of: game, reaching: game.blocking, listing: 1)
        // 129 of 193 carry; 65 keep it from being carried, which is more than a third.
        #expect(game.quota == 129 && sets.smallest == 65 && 3 * 65 > 193 && 3 * 64 < 193)
    }

    @Test("where exactly as many are needed as voted for, each of them could have turned it, and each who abstained by voting against")
    func knife() throws {
        let assembly = try Self.assembly.get(), ones = assembly.votes.map { _ in 1 }
        for issue in stride(from: 0, to: assembly.issues, by: 10) {
            let votes = assembly.votes.map { $0[issue] }, yes = votes.count { $0 == 1 }, no = votes.count { $0 == -1 }, share = try #require(ExactShare(yes, of: yes + no))
            let rule = DecisionRule(quota: .init(share, isMoreThan: false), quorum: nil, abstentionsCount: false)
            let stands: [Stand?] = votes.map { $0.map { $0 == 1 ? .yes : $0 == -1 ? .no : .abstaining } }
            guard no > 0 else { continue }
            #expect(rule.critical(stands, weights: ones, entitled: 193) == votes.indices.filter { votes[$0] == 1 || votes[$0] == 0 })
        }
    }

    @Test("the coalitions as players with as many votes as members: indices and blocking sets against every subset")
    func players() throws {
        let assembly = try Self.assembly.get(), weights = assembly.analysis.coalitions.map(\.votes).sorted(by: >).prefix(12)
        let game = try #require(VotingGame(weights: Array(weights), quota: (2 * weights.reduce(0, +) + 2) / 3))
        let brute = BruteForce(game), indices = try #require(PowerIndices(game))
        let swings = brute.swings.reduce(0, +)
        for player in game.weights.indices {
            #expect(abs(indices.banzhaf[player].approximation - Double(brute.swings[player]) / Double(swings)) < 1e-12)
            #expect(abs(indices.shapleyShubik[player].approximation - brute.shapley[player]) < 1e-12)
        }
        let sets = MinimalSets(of: game, reaching: game.blocking, listing: 10_000)
        #expect(Set(sets.sets.map { $0.sorted() }) == brute.minimal(game.blocking) && sets.count == "\(sets.sets.count)")
    }
}

/// The matrix once, for all tests.
private struct Assembly: Sendable {
    let names: [String]
    let votes: [[Int?]]
    let analysis: CoalitionAnalysis
    private let masks: [(yes: [UInt64], no: [UInt64], there: [UInt64])]

    var issues: Int { votes.first?.count ?? 0 }

    init() throws {
        let lines = try String(contentsOf: matrix, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        names = lines.map { String($0[0]) }
        votes = lines.map { line in line.dropFirst().map { Int($0) } }
        masks = votes.map { row in
            func mask(_ fits: (Int?) -> Bool) -> [UInt64] {
                var words = [UInt64](repeating: 0, count: (row.count + 63) / 64)
                for (issue, vote) in row.enumerated() where fits(vote) { words[issue / 64] |= 1 << UInt64(issue % 64) }
                return words
            }
            return (mask { $0 == 1 }, mask { $0 == -1 }, mask { $0 != nil })
        }
        let ones = votes.map { _ in 1 }, salience = votes.map { $0.map { _ in 1 } }
        let stances = try #require(Stances(positions: votes, salience: salience)), quota = try #require(ExactShare("2/3")), threshold = try #require(ExactShare("0.6"))
        let rule = DecisionRule(quota: .init(quota, isMoreThan: false), quorum: nil, abstentionsCount: false)
        let question = CoalitionAnalysis.Question(stances: stances, power: ones, votes: ones, rule: rule, entitled: 193, threshold: threshold, salientFrom: 1)
        analysis = try #require(CoalitionAnalysis(question))
    }

    /// At how many roll calls both were.
    func common(_ one: Int, _ other: Int) -> Int { zip(masks[one].there, masks[other].there).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount } }

    /// (alike − opposed) / √(votes of one · votes of the other), of the roll calls at which both were.
    func cosine(_ one: Int, _ other: Int) -> Double? {
        func count(_ first: [UInt64], _ second: [UInt64], _ third: [UInt64]) -> Int { first.indices.reduce(0) { $0 + (first[$1] & second[$1] & third[$1]).nonzeroBitCount } }
        let mine = masks[one], theirs = masks[other]
        let alike = count(mine.yes, theirs.yes, mine.there) + count(mine.no, theirs.no, mine.there)
        let opposed = count(mine.yes, theirs.no, mine.there) + count(mine.no, theirs.yes, mine.there)
        let first = count(mine.yes, theirs.there, mine.there) + count(mine.no, theirs.there, mine.there)
        let second = count(theirs.yes, mine.there, theirs.there) + count(theirs.no, mine.there, theirs.there)
        return first > 0 && second > 0 ? Double(alike - opposed) / (Double(first) * Double(second)).squareRoot() : nil
    }

    /// Which coalition each is in.
    var places: [Int] {
        var places = [Int](repeating: -1, count: names.count)
        for (place, coalition) in analysis.coalitions.enumerated() { for member in coalition.members { places[member] = place } }
        return places
    }

    static func blocs(_ count: Int) throws -> [String: Int] {
        struct Expected: Decodable {
            struct Means: Decodable { let groups: [[String]] }
            let kmeans: [String: Means]
        }
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: shared.appending(path: "expected/unga_blocs_70_74.json")))
        let groups = try #require(expected.kmeans["\(count)"]?.groups)
        return Dictionary(uniqueKeysWithValues: groups.enumerated().flatMap { place, names in names.map { ($0, place) } })
    }
}
