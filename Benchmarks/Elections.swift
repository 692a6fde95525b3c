import Exchange
import Foundation
import Methods

/// Equal Shares with raised shares over elections of real cities and a made one, beside the seconds that pabutools took.
struct Elections {
    private struct Row {
        let file: String
        let reading: PabulibElection.Reading
        let completion: BudgetCompletion
        /// Of pabutools 1.2.3 with exact fractions, without reading the file: expected/pb_pabutools.json, one run each.
        let stored: String
    }

    private static let rows = [
        Row(file: "poland_warszawa_2023_mokotow.pb", reading: .cost, completion: .none, stored: "mes:cost"),
        Row(file: "poland_warszawa_2023_mokotow.pb", reading: .cost, completion: .add1, stored: "mes_add1:cost"),
        Row(file: "poland_warszawa_2019_ursynow.pb", reading: .cost, completion: .none, stored: "mes:cost"),
        Row(file: "poland_warszawa_2019_ursynow.pb", reading: .cost, completion: .add1, stored: "mes_add1:cost"),
        Row(file: "poland_czestochowa_2020_.pb", reading: .points, completion: .add1, stored: "mes_add1:points"),
        Row(file: "poland_krakow_2022_.pb", reading: .borda, completion: .none, stored: "mes:borda"),
        Row(file: "poland_warszawa_2017_ochota.pb", reading: .cost, completion: .add1, stored: "mes_add1:cost"),
        Row(file: "poland_wieliczka_2023.pb", reading: .cost, completion: .add1, stored: "mes_add1:cost"),
        Row(file: "poland_katowice_2021_.pb", reading: .points, completion: .add1, stored: "mes_add1:points"),
        Row(file: "poland_wroclaw_2018_.pb", reading: .cost, completion: .add1, stored: "mes_add1:cost"),
    ]

    private static let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

    func figures() throws {
        try made()
        guard let stored = try? Data(contentsOf: Elections.shared.appending(path: "expected/pb_pabutools.json")),
            let files = try JSONSerialization.jsonObject(with: stored) as? [String: [String: [String: Any]]]
        else { return print("the shared data are not beside the project: no cities") }
        print("file, rule: reading, ballots, deciding; pabutools (stored); ratio of deciding; raise, selected as stored")
        for row in Elections.rows {
            let bytes = [UInt8](try Data(contentsOf: Elections.shared.appending(path: "pabulib/dev/\(row.file)")))
            let value = files[row.file]?[row.stored], selected = value?["selected"] as? [String], seconds = value?["wall_s"] as? Double
            try show(row.file, bytes, row.reading, row.completion, stored: seconds, selected: selected)
        }
        rerun()
    }

    /// 160 projects and 90,000 voters who name one to ten of them, half of them in their district, half whatever is popular.
    private func made() throws {
        for (budget, seed) in [(4_000_000, 3), (10_000_000, 1)] as [(Int, UInt64)] {
            try show("made, 160 x 90,000, budget \(budget)", Array(Elections.made(budget: budget, seed: seed).utf8), .cost, .add1Greedy, stored: nil, selected: nil)
        }
    }

    private func show(
        _ name: String, _ bytes: [UInt8], _ reading: PabulibElection.Reading, _ completion: BudgetCompletion, stored: Double?, selected: [String]?
    ) throws {
        var read: [Duration] = [], made: [Duration] = [], decided: [Duration] = []
        var remark = ""
        for _ in 0..<3 {
            let clock = ContinuousClock(), start = clock.now
            let election = try PabulibElection(pabulib: bytes, limits: .standard)
            let hasRead = clock.now
            let (budget, ids, _) = try election.election(reading, excluding: [])
            let hasMade = clock.now
            let outcome = equalShares(budget, utility: reading.utility, completion: completion)
            let end = clock.now
            read.append(hasRead - start)
            made.append(hasMade - hasRead)
            decided.append(end - hasMade)
            let isSame = selected.map { Set($0) == Set(outcome.selected.map { ids[$0] }) ? "as stored" : "NOT AS STORED" } ?? ""
            remark = "raise \(outcome.raise), \(outcome.selected.count) selected, \(isSame)"
        }
        let ours = decided.sorted()[1]
        let ratio = stored.map { "\(Int($0 * 1000)) ms; \(Int($0 / (ours / .seconds(1)))) times; " } ?? ""
        print("\(name), \(reading.rawValue) \(completion.rawValue): \(shown(read.sorted()[1])), \(shown(made.sorted()[1])), \(shown(ours)); \(ratio)\(remark)")
    }

    private func shown(_ duration: Duration) -> String { String(format: "%.1f ms", duration / .milliseconds(1)) }

    /// Two elections of middling size by pabutools itself, where `PABUTOOLS` names a Python that has it: run beside ours, never part of it.
    private func rerun() {
        guard let python = ProcessInfo.processInfo.environment["PABUTOOLS"] else { return print("PABUTOOLS names no Python that has pabutools: stored seconds only") }
        let script = Elections.shared.deletingLastPathComponent().path
        for file in ["poland_wieliczka_2023.pb", "poland_warszawa_2017_ochota.pb"] {
            let process = Process()
            process.executableURL = URL(filePath: python)
            process.arguments = ["-c", Elections.program, "\(script)/data/pabulib/dev/\(file)"]
            do { try process.run() } catch { return print("\(python) cannot be run") }
            process.waitUntilExit()
        }
    }

    private static let program = """
        import sys, time
        from pabutools.election import parse_pabulib, Cost_Sat
        from pabutools.rules import method_of_equal_shares, exhaustion_by_budget_increase
        instance, profile = parse_pabulib(sys.argv[1])
        step, profile = profile.num_ballots(), profile.as_multiprofile()
        begin = time.time()
        found = exhaustion_by_budget_increase(instance, profile, method_of_equal_shares, {"sat_class": Cost_Sat}, budget_step=step)
        print(sys.argv[1].split("/")[-1], "by pabutools now:", round(1000 * (time.time() - begin)), "ms,", len(found), "selected", flush=True)
        """
}

extension Elections {
    static func made(budget: Int, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let projects = 160, voters = 90_000
        let costs = (0..<projects).map { _ in Int(pow(10, Double.random(in: 3.7...6, using: &random))) }
        // A few are named by many: Pareto's law, cut off.
        let popularity = (0..<projects).map { _ in min(pow(Double.random(in: 0.0001...1, using: &random), -1 / 1.2), 30) }
        var sum = 0.0
        let cumulated = popularity.map { share in
            sum += share
            return sum
        }
        var text = "META\nkey;value\nnum_projects;\(projects)\nnum_votes;\(voters)\nbudget;\(budget)\nvote_type;approval\nPROJECTS\nproject_id;cost\n"
        for (project, cost) in costs.enumerated() { text += "\(1000 + project);\(cost)\n" }
        text += "VOTES\nvoter_id;vote\n"
        for voter in 0..<voters {
            let length = Int.random(in: 1...10, using: &random), district = Int.random(in: 0..<16, using: &random)
            var named: Set<Int> = []
            while named.count < length {
                let place = Double.random(in: 0..<sum, using: &random)
                named.insert(Bool.random(using: &random) ? district * 10 + Int.random(in: 0..<10, using: &random) : cumulated.firstIndex { $0 > place } ?? 0)
            }
            text += "\(voter);\(named.sorted().map { "\(1000 + $0)" }.joined(separator: ","))\n"
        }
        return text
    }
}
