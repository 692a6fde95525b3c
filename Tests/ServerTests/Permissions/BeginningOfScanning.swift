import Foundation
import Journal
import Organisation
import TestKit

/// What is watched in the beginning: signals, risks, scenarios and curves.
extension Beginning {
    /// An edition that is published for everybody with one signal, one in the making, and signals that nobody has looked at.
    mutating func makeScan(by planner: Browser) async {
        let base = "/\(Pilots.id)/scan"
        func made(_ path: String, _ fields: [String: String]) async -> String {
            String(await planner.submit("\(base)/\(path)", fields).location.split(separator: "?")[0].split(separator: "/").last ?? "none")
        }
        names["@edition-published"] = await made("editions/new", ["title.en": "Published", "readers": "everyone"])
        for title in ["One", "Free"] { _ = await planner.submit("\(base)/aspects/economic/themes/new", ["title.en": title]) }
        let themes = await planner.get("\(base)/aspects").text.matches(of: /scan\/themes\/([a-z0-9-]+)\/edit/).map { String($0.output.1) }
        (names["@theme"], names["@theme-free"]) = (themes.first ?? "none", themes.last ?? "none")
        for (name, title) in [("@signal-public", "In the edition"), ("@signal", "Just seen"), ("@signal-merged", "Seen twice")] { names[name] = await made("signals/new", ["title.en": title]) }
        _ = await planner.submit("\(base)/signals/\(names["@signal-public"] ?? "")/place", ["status": "watching", "review": "\(Day.testDay.adding(days: 9))"])
        _ = await planner.submit("\(base)/signals/\(names["@signal-merged"] ?? "")/merge", ["into": names["@signal"] ?? "", "because": "The same"])
        for (name, state) in [("@edition-published", "publish"), ("@edition-draft", "")] {
            if names[name] == nil { names[name] = await made("editions/new", ["title.en": "In the making"]) }
            let edition = "\(base)/editions/\(names[name] ?? "")"
            _ = await planner.submit("\(edition)/themes/\(names["@theme"] ?? "")", ["observations.en": "Seen", "no-action.en": "Others do it"])
            if !state.isEmpty { _ = await planner.submit("\(edition)/\(state)", [:]) }
        }
    }

    /// A risk for each kind of readers, rated and no red one, owned by somebody's unit; one of them accepted, one more closed.
    mutating func makeRisks(by planner: Browser) async {
        let base = "/\(Pilots.id)/risks", categories = "/\(Pilots.id)/risk-categories"
        for name in ["@category", "@category-free"] {
            _ = await planner.submit("\(categories)/new", ["title.en": name, "appetite": "9"])
            names[name] = await planner.get(categories).text.matches(of: /risk-categories\/([a-z0-9-]+)\/edit/).last.map { String($0.output.1) } ?? "none"
        }
        for readers in ["everyone", "participants", "staff", "closed"] {
            let fields = [
                "title.en": "Risk for \(readers)", "event.en": "Something", "category": names["@category"] ?? "", "owner": "u-one", "readers": readers == "closed" ? "participants" : readers,
            ]
            let risk = String(await planner.submit("\(base)/new", fields).location.split(separator: "?")[0])
            names["@risk-\(readers)"] = String(risk.split(separator: "/").last ?? "none")
            let rating = ["inherent-likelihood": "3", "inherent-impact": "3", "residual-likelihood": "2", "residual-impact": "3", "because.en": "Seen"]
            _ = await planner.submit("\(risk)/rate", rating)
            if readers == "everyone" { _ = await planner.submit("\(risk)/accept", ["body": "b-one", "on": "\(Day.testDay)", "document.en": "One", "because.en": "Small"]) }
            if readers == "closed" { _ = await planner.submit("\(risk)/close", ["how": "irrelevant", "on": "\(Day.testDay)", "because.en": "Over"]) }
        }
    }

    /// A study in the making, one that is open, and one that is published for everybody.
    mutating func makeScenarios(by planner: Browser) async {
        let base = "/\(Pilots.id)/scenarios"
        func found(_ page: String, _ pattern: Regex<(Substring, Substring)>) async -> [String] {
            var seen: Set<String> = []
            return await planner.get(page).text.matches(of: pattern).map { String($0.output.1) }.filter { seen.insert($0).inserted }
        }
        for state in ["draft", "open", "published"] {
            let made = await planner.submit("\(base)/studies/new", ["title.en": "Futures, \(state)", "question.en": "What?", "readers": "everyone", "plan": "p-now"]).location
            let study = String(made.split(separator: "?")[0])
            names["@study-\(state)"] = String(study.split(separator: "/").last ?? "none")
            for title in ["One", "Two", "Three"] { _ = await planner.submit("\(study)/drivers/new", ["title.en": title, "low.en": "Less", "high.en": "More"]) }
            let drivers = await found(study, /scenarios\/drivers\/([a-z0-9-]+)"/)
            guard drivers.count == 3 else { continue }
            names["@driver-\(state)"] = drivers[2]
            if state == "draft" { continue }
            _ = await planner.submit("\(study)/open", [:])
            _ = await planner.submit("\(study)/axes", ["first": drivers[0], "second": drivers[1], "because.en": "Both"])
            let futures = await found(study, /scenarios\/futures\/([a-z0-9-]+)"/)
            for future in futures {
                _ = await planner.submit("\(base)/futures/\(future)/edit", ["title.en": "Future", "narrative.en": "Story"])
                names["@future-\(state)"] = future
            }
            for name in ["@sign-\(state)"] + (state == "open" ? ["@sign-seen"] : []) {
                _ = await planner.submit("\(base)/futures/\(names["@future-\(state)"] ?? "none")/signposts/new", ["title.en": name])
            }
            let signs = await found("\(base)/futures/\(names["@future-\(state)"] ?? "none")", /scenarios\/signposts\/([a-z0-9-]+)\/seen/)
            names["@sign-\(state)"] = signs.first ?? "none"
            if state == "open" {
                names["@sign-seen"] = signs.last ?? "none"
                _ = await planner.submit("\(base)/signposts/\(signs.last ?? "none")/seen", ["on": "2026-09-01", "evidence.en": "Seen"])
                names["@tested"] = await found("\(study)/stress", /stress\/([a-z0-9-]+)"/).first ?? "none"
                // It is fragile, so that it can be said what follows.
                let marks = Dictionary(uniqueKeysWithValues: futures.map { ("mark-\($0)", "-1") })
                for rater in ["planner", "administrator", "drafter"] { _ = await browser(rater).submit("\(study)/stress/\(names["@tested"] ?? "none")", marks) }
            }
            if state == "published" { _ = await planner.submit("\(study)/publish", [:]) }
        }
    }

    mutating func makeTrajectories(by planner: Browser) async {
        for readers in ["everyone", "participants"] {
            let made = await planner.submit("/\(Pilots.id)/curves/new", ["title.en": "Curve for \(readers)", "measure.en": "Share", "kind": "service", "way": "up", "readers": readers]).location
            let curve = "/\(Pilots.id)/curves/\(made.split(separator: "/").dropLast().last ?? "none")"
            names["@curve-\(readers)"] = String(curve.split(separator: "/").last ?? "none")
            _ = await planner.submit("\(curve)/points", ["points": (2000...2012).map { "\($0) \([2, 3, 5, 9, 14, 22, 32, 43, 53, 61, 67, 71, 74][$0 - 2000])" }.joined(separator: "\n")])
            _ = await planner.submit("\(curve)/explore", ["start": "2030", "cost": "10", "limit": "90", "rise": "5", "because.en": "Supposed"])
        }
    }
}
