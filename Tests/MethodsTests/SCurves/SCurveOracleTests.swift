import Foundation
import Testing

@testable import Methods

/// Technologies in the United States and internet users by country (Our World in Data, CC BY 4.0), held against what scipy found (data/expected/scurves.json).
@Suite("Curves that scipy fitted")
struct SCurveOracleTests {
    private static let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
    static let isHere = FileManager.default.fileExists(atPath: shared.appending(path: "expected/scurves.json").path)
    /// All countries take seconds without optimisation: every tenth here, all with SCURVES=1, and in the benchmark.
    private static let areAllAsked = ProcessInfo.processInfo.environment["SCURVES"] != nil

    @Test("No sum of squares is above scipy's, and where the fit is good parameters are the same", .enabled(if: isHere, "the shared data are not beside the project"))
    func scipy() throws {
        var compared = 0
        for (set, file, key) in [("us_technology", "tech_diffusion/dev/us_technology_diffusion.csv", 0), ("internet_pct", "internet_adoption/dev/internet_users_pct.csv", 1)] {
            let stored = try stored(set), series = try series(file, key: key)
            for (place, name) in stored.keys.sorted().enumerated() where set == "us_technology" || place.isMultiple(of: 10) || SCurveOracleTests.areAllAsked {
                let found = try #require(series[name])
                for model in [SCurveModel.logistic, .gompertz] {
                    guard let theirs = stored[name]?[model.rawValue] as? [String: Any] else { continue }
                    let bounds = try #require(SCurveBounds(around: found, limit: .wide)), ours = try #require(SCurveFit(found, model: model, scale: .linear, bounds: bounds))
                    try compare(ours, theirs, "\(name) \(model)")
                    compared += 1
                }
            }
        }
        #expect(compared >= 36 + 40)
    }

    private func compare(_ ours: SCurveFit, _ theirs: [String: Any], _ what: String) throws {
        func number(_ key: String) throws -> Double { try #require(theirs[key] as? Double, "\(what) \(key)") }
        let ratio = ours.squares / (try number("rss"))
        #expect(ratio <= 1.001, "\(what): \(ratio)")
        guard theirs["at_bound"] as? Bool == false else { return }
        #expect(abs(ours.criterion - (try number("aicc"))) < 0.01, "\(what): \(ours.criterion)")
        guard try number("r2") >= 0.95 else { return }
        #expect(abs(ours.curve.limit / (try number("K")) - 1) < 0.01, "\(what): \(ours.curve.limit)")
        #expect(abs(ours.curve.rate / (try number("r")) - 1) < 0.01, "\(what): \(ours.curve.rate)")
        #expect(abs(ours.curve.midpoint - (try number("t0"))) < 0.2, "\(what): \(ours.curve.midpoint)")
    }

    @Test("What is refused is refused for what it is", .enabled(if: isHere, "the shared data are not beside the project"))
    func refusals() throws {
        let technologies = try series("tech_diffusion/dev/us_technology_diffusion.csv", key: 0)
        let refused = technologies.compactMapValues { SCurveVerdict($0, models: [.logistic, .gompertz], scale: .linear, limit: .wide).refusal }
        // Television has been at its limit since before the first point, and falls.
        #expect(refused == ["Amazon Prime users": .tooFew, "Iron": .tooFew, "Electricity access": .constant, "Landline": .decline, "Television": .decline])
        let countries = try series("internet_adoption/dev/internet_users_pct.csv", key: 1)
        // Zeros before it began, series that break, two points, and whole curves.
        let some = ["ASM", "PRK", "MNP", "TCA", "CUW", "SSD", "VCT", "LBR", "NRU", "DEU"].reduce(into: [:]) { $0[$1] = countries[$1] }
        let turnedDown = some.compactMapValues { SCurveVerdict($0, models: [.logistic, .gompertz], scale: .linear, limit: .wide).refusal }
        #expect(turnedDown == ["ASM": .constant, "PRK": .constant, "MNP": .constant, "TCA": .constant, "CUW": .tooFew, "SSD": .tooFew])
    }

    private func stored(_ set: String) throws -> [String: [String: Any]] {
        let data = try Data(contentsOf: SCurveOracleTests.shared.appending(path: "expected/scurves.json"))
        let all = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(all[set] as? [String: [String: Any]])
    }

    /// The last two columns are year and value; no name of a series that is asked for is quoted.
    private func series(_ file: String, key: Int) throws -> [String: SCurveSeries] {
        let text = try String(contentsOf: SCurveOracleTests.shared.appending(path: file), encoding: .utf8)
        var points: [String: [(time: Double, value: Double)]] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false), place = key == 0 ? 0 : cells.count - 3
            guard let year = Double(cells[cells.count - 2]) else { continue }
            points[String(cells[place]), default: []].append((year, Double(cells[cells.count - 1]) ?? .nan))
        }
        return points.mapValues { SCurveSeries($0, direction: .up) }
    }
}
