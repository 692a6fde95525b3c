import Exchange
import Foundation
import Methods
import Testing

/// Elections of real cities, held against what pabutools found (data/expected/pb_pabutools.json).
@Suite("Participatory budgets of real cities")
struct PabulibOracleTests {
    /// One stored result.
    struct Stored: Sendable, CustomTestStringConvertible {
        let file: String
        let variant: String
        let selected: Set<String>
        let cost: Double

        var testDescription: String { "\(file) \(variant)" }
    }

    /// Raised shares of these take several seconds in a debug build: they run with ELECTIONS=1, and in the benchmark.
    private static let large: Set = ["poland_warszawa_2019_ursynow.pb", "poland_warszawa_2023_mokotow.pb", "poland_czestochowa_2020_.pb"]

    static let isHere = FileManager.default.fileExists(atPath: sharedData.appendingPathComponent("expected/pb_pabutools.json").path)

    /// All results of the rules that are here. Phragmén and the most valuable knapsack are none of them; greedy:borda was never finished by pabutools.
    static let stored: [Stored] = {
        guard let data = try? Data(contentsOf: sharedData.appendingPathComponent("expected/pb_pabutools.json")),
            let files = try? JSONSerialization.jsonObject(with: data) as? [String: [String: [String: Any]]]
        else { return [] }
        let isAsked = ProcessInfo.processInfo.environment["ELECTIONS"] != nil
        return files.flatMap { file, variants in
            variants.compactMap { variant, value in
                guard variant.hasPrefix("mes") || variant.hasPrefix("greedy"), let selected = value["selected"] as? [String], let cost = value["cost"] as? Double,
                    isAsked || !large.contains(file) || !variant.hasPrefix("mes_add1")
                else { return nil }
                return Stored(file: file, variant: variant, selected: Set(selected), cost: cost)
            }
        }.sorted { $0.testDescription < $1.testDescription }
    }()

    @Test("Each is decided as pabutools decides it", .enabled(if: isHere, "the shared data are not beside the project"))
    func pabutools() throws {
        var known: [String: PabulibElection] = [:]
        for stored in PabulibOracleTests.stored {
            let election = try known[stored.file] ?? read(stored.file)
            known[stored.file] = election
            let parts = stored.variant.split(separator: "@")[0].split(separator: ":").map(String.init)
            let reading = try #require(["cost": .cost, "card": .cardinality, "points": .points, "borda": .borda][parts[1]] as PabulibElection.Reading?)
            let (budget, ids, _) = try election.election(reading, excluding: [])
            let selected =
                switch parts[0] {
                case "greedy": greedy(budget, utility: reading.utility, beginningWith: [])
                case "mes_add1": equalShares(budget, utility: reading.utility, completion: .add1).selected
                case "mes_add1_greedy": equalShares(budget, utility: reading.utility, completion: .add1Greedy).selected
                default: equalShares(budget, utility: reading.utility, completion: .none).selected
                }
            #expect(Set(selected.map { ids[$0] }) == stored.selected, "\(stored.testDescription)")
            #expect(Double(budget.cost(of: selected)) / Double(election.unit) == stored.cost, "\(stored.testDescription)")
        }
        #expect(PabulibOracleTests.stored.count >= 74)
    }

    @Test("Wieliczka 2023: with 66 and 67 left out, Equal Shares and Add1 give what the city funded", .enabled(if: isHere, "the shared data are not beside the project"))
    func wieliczka() throws {
        let election = try read("poland_wieliczka_2023.pb")
        let (budget, ids, _) = try election.election(.cost, excluding: ["66", "67"])
        let selected = equalShares(budget, utility: .cost, completion: .add1).selected
        #expect(Set(selected.map { ids[$0] }) == Set(election.projects.filter { $0.isSelected == true }.map(\.id)))
        #expect(budget.cost(of: selected) == 995_079)
    }

    private func read(_ file: String) throws -> PabulibElection {
        try PabulibElection(pabulib: [UInt8](Data(contentsOf: sharedData.appendingPathComponent("pabulib/dev/\(file)"))), limits: .standard)
    }
}
