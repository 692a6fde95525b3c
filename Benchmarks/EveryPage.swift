import Foundation
import Pages
import Server

/// Every page of the largest organisation that can be reached from its first by links, as a planner sees it: how long the server thinks.
struct EveryPage {
    let file: LargeFile

    private static let times = 20, perAddress = 2
    /// Nobody waits for the rest of a page that is this slow.
    private static let patience = 2_000.0

    func figures() async throws {
        let site = try file.site()
        var waiting = ["/large"], known: Set<String> = ["/large"], kinds: [String: Int] = [:], rows: [(path: String, p95: Double, first: Double)] = []
        while let path = waiting.popLast() {
            let (answer, first) = await asked(path, site)
            let isPage = answer.headers.contains(where: { $0.name == "Content-Type" && $0.value.hasPrefix("text/html") })
            guard answer.status == 200, isPage else { continue }
            for link in links(of: answer) where known.insert(link).inserted {
                kinds[kind(of: link), default: 0] += 1
                if kinds[kind(of: link), default: 0] <= EveryPage.perAddress { waiting.append(link) }
            }
            var taken: [Double] = []
            while taken.count < EveryPage.times, taken.count < 3 || taken.reduce(0, +) < EveryPage.patience { taken.append(await asked(path, site).1) }
            rows.append((path, taken.sorted()[max(0, taken.count * 95 / 100 - 1)], first))
        }
        let slow = rows.filter { $0.p95 > 100 }
        print("\(rows.count) pages of \(kinds.count) kinds, up to \(EveryPage.times) times each: p95 over 100 ms on \(slow.count)")
        for row in rows.sorted(by: { $0.p95 > $1.p95 }).prefix(10) {
            print(String(format: "%8.1f ms  (first %8.1f ms)  %@", row.p95, row.first, row.path))
        }
        fflush(nil)
    }

    private func asked(_ path: String, _ site: Site) async -> (WebResponse, Double) {
        let clock = ContinuousClock(), start = clock.now
        let answer = await site.respond(to: WebRequest(method: .get, target: path, headers: ["cookie": file.cookie]))
        return (answer, (clock.now - start) / .milliseconds(1))
    }

    private func links(of page: WebResponse) -> [String] {
        String(decoding: page.body, as: UTF8.self).matches(of: /href="(\/large[^"#]*)/).map { match -> String in String(match.output.1).replacing("&amp;", with: "&") }
    }

    /// Addresses of one kind differ in identifiers and in what is asked for.
    private func kind(of path: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1)
        let steps = (parts.first ?? "").split(separator: "/").map { step -> String in step.contains(/[0-9]/) || step.count <= 2 ? "*" : String(step) }
        let asked = parts.count > 1 ? parts[1].split(separator: "&").map { pair -> String in String(pair.prefix { $0 != "=" }) }.sorted().joined(separator: "&") : ""
        return "\(steps.joined(separator: "/"))?\(asked)"
    }
}
