import Foundation
import Methods

/// Curves of internet users in 212 countries: fitted, drawn anew, and ten of them by scipy beside ours.
struct SCurves {
    private static let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
    private static let models = [SCurveModel.logistic, .gompertz]

    private struct Fitted {
        let name: String
        let series: SCurveSeries
        let bounds: SCurveBounds
        let fit: SCurveFit
    }

    func figures() throws {
        let file = SCurves.shared.appending(path: "internet_adoption/dev/internet_users_pct.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return print("the shared data are not beside the project: no curves") }
        let countries = SCurves.countries(text)
        let (fitted, fitting) = timed { SCurves.fitted(countries) }
        print("\(countries.count) countries, logistic and Gompertz: \(fitted.count) fits in \(shown(fitting))")
        try compare(fitted)
        let (_, richards) = timed { SCurves.fitted(countries, [.richards]) }
        print("Richards: \(shown(richards))")
        let (replicates, drawing) = timed { fitted.compactMap { SCurveReplicates($0.fit, of: $0.series, bounds: $0.bounds, count: 500, seed: 1)?.curves.count }.reduce(0, +) }
        print("500 replicates of each fit, each from the point fit: \(replicates) in \(shown(drawing))")
        try rerun(countries, file)
    }

    /// The last three columns are code, year and value.
    private static func countries(_ text: String) -> [(name: String, series: SCurveSeries)] {
        var points: [String: [(time: Double, value: Double)]] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).suffix(3).map(String.init)
            guard cells.count == 3, let year = Double(cells[1]) else { continue }
            points[cells[0], default: []].append((year, Double(cells[2]) ?? .nan))
        }
        return points.sorted { $0.key < $1.key }.map { ($0.key, SCurveSeries($0.value, direction: .up)) }
    }

    private static func fitted(_ countries: [(name: String, series: SCurveSeries)], _ models: [SCurveModel] = models) -> [Fitted] {
        countries.flatMap { name, series in
            models.compactMap { model in
                guard let bounds = SCurveBounds(around: series, limit: .wide), let fit = SCurveFit(series, model: model, scale: .linear, bounds: bounds) else { return nil }
                return Fitted(name: name, series: series, bounds: bounds, fit: fit)
            }
        }
    }

    /// With scipy's stored results.
    private func compare(_ fitted: [Fitted]) throws {
        let data = try Data(contentsOf: SCurves.shared.appending(path: "expected/scurves.json"))
        let stored = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["internet_pct"] as? [String: [String: Any]] ?? [:]
        var worst = 0.0, farthest = 0.0, count = 0, good = 0
        for one in fitted {
            guard let theirs = stored[one.name]?[one.fit.curve.model.rawValue] as? [String: Any], let squares = theirs["rss"] as? Double else { continue }
            count += 1
            worst = max(worst, one.fit.squares / squares)
            guard theirs["at_bound"] as? Bool == false, let r2 = theirs["r2"] as? Double, r2 >= 0.95, let limit = theirs["K"] as? Double, let rate = theirs["r"] as? Double else { continue }
            good += 1
            farthest = max(farthest, abs(one.fit.curve.limit / limit - 1), abs(one.fit.curve.rate / rate - 1))
        }
        print("sum of squares at most \(worst) times scipy's in \(count) fits; limit and rate of \(good) good ones within \(String(format: "%.4f", 100 * farthest)) %")
    }

    /// Ten countries by scipy, where `SCIPY` names a Python that has it: run beside ours, never part of it.
    private func rerun(_ countries: [(name: String, series: SCurveSeries)], _ file: URL) throws {
        guard let python = ProcessInfo.processInfo.environment["SCIPY"] else { return print("SCIPY names no Python that has scipy: no ratio") }
        let ten = countries.filter { ["BRA", "CHN", "DEU", "EGY", "FRA", "IND", "JPN", "KEN", "MEX", "USA"].contains($0.name) }
        // Once is too short to be measured.
        let rounds = 50, (_, ours) = timed { for _ in 0..<rounds { _ = SCurves.fitted(ten) } }
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", SCurves.program, file.path, ten.map(\.name).joined(separator: ",")]
        process.standardOutput = pipe
        do { try process.run() } catch { return print("\(python) cannot be run") }
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let theirs = Double(said.trimmingCharacters(in: .whitespacesAndNewlines)) else { return print("scipy did not answer") }
        let mine = ours / .seconds(1) / Double(rounds)
        print(String(format: "ten countries, both models: ours %.2f ms; scipy from 18 starts now %.0f ms: %.0f times", 1000 * mine, 1000 * theirs, theirs / mine))
    }

    private func timed<Result>(_ work: () -> Result) -> (Result, Duration) {
        let clock = ContinuousClock(), start = clock.now, result = work()
        return (result, clock.now - start)
    }

    private func shown(_ duration: Duration) -> String { String(format: "%.1f ms", duration / .milliseconds(1)) }

    private static let program = """
        import csv, sys, time, warnings
        import numpy as np
        from scipy.optimize import curve_fit
        warnings.simplefilter("ignore")
        def logistic(t, K, r, t0): return K / (1 + np.exp(-np.clip(r * (t - t0), -500, 500)))
        def gompertz(t, K, r, t0): return K * np.exp(-np.exp(np.clip(-r * (t - t0), -500, 500)))
        wanted = set(sys.argv[2].split(","))
        series = {}
        for row in csv.DictReader(open(sys.argv[1])):
            if row["iso3"] in wanted: series.setdefault(row["iso3"], []).append((float(row["year"]), float(row["internet_pct"])))
        begin = time.perf_counter()
        for points in series.values():
            t, y = np.array(points).T
            high, first, span = y.max(), t[0], t[-1] - t[0]
            bounds = ([1e-9 * high, 1e-3, first - 3 * span], [150, 5, t[-1] + 3 * span])
            for model in (logistic, gompertz):
                best = None
                for K in (1.05, 1.5):
                    for r in (0.1, 0.3, 1):
                        for t0 in (0.4, 0.6, 0.9):
                            try: p, _ = curve_fit(model, t, y, p0=(min(K * high, 149), r, first + t0 * span), bounds=bounds, maxfev=5000)
                            except RuntimeError: continue
                            rss = ((y - model(t, *p)) ** 2).sum()
                            if best is None or rss < best: best = rss
        print(time.perf_counter() - begin)
        """
}
