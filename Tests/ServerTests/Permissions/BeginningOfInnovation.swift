import Foundation
import Organisation
import TestKit

/// What is judged in the beginning: assessments and leadership.
extension Beginning {
    /// A framework in use and a copy of it that is free; a round in the making, one that is open and answered, one that is closed, and one that is published for everybody.
    mutating func makeAssessments(by planner: Browser) async {
        let base = "/\(Pilots.id)/assessments"
        func made(_ path: String, _ fields: [String: String]) async -> String {
            String(await planner.submit("\(base)/\(path)", fields).location.split(separator: "?")[0].split(separator: "/").last ?? "none")
        }
        _ = await made("frameworks/new", ["from": "essentials"])
        names["@framework-free"] = await made("frameworks/new", ["from": "essentials", "title.en": "Free"])
        for framework in ["essentials", names["@framework-free"] ?? ""] { _ = await planner.submit("\(base)/frameworks/\(framework)/quotes/new", ["text.en": "Said", "source.en": "There"]) }
        names["@quote"] = await planner.get("\(base)/frameworks/essentials").text.firstMatch(of: /quotes\/([a-z0-9-]+)\/remove/).map { String($0.output.1) } ?? "none"
        _ = await made("ideas/new", ["idea": "i-one", "title.en": "An idea", "put-in": "2026-01-05", "origin": "staff"])
        for unit in ["u-one", "u-two"] { _ = await planner.submit("\(base)/units/\(unit)/edit", ["decides-on.en": "Its own matters"]) }
        for state in ["draft", "open", "closed", "published"] {
            let fields = ["framework": "essentials", "title.en": "Round, \(state)", "readers": "everyone", "least": "3", "group-1.en": "All", "kind-1": "participants"]
            let id = await made("rounds/new", fields.merging(["group-2.en": "Members", "kind-2": "members", "group-3.en": "", "group-3.fr": ""]) { $1 }), round = "\(base)/rounds/\(id)"
            names["@assessment-\(state)"] = id
            if state == "draft" { continue }
            _ = await planner.submit("\(round)/open", [:])
            for person in ["planner", "administrator", "drafter", "headOfAdministration"] { _ = await browser(person).submit("\(round)/answer/aspire", ["s-aspire-1": "2", "group": "all"]) }
            if state == "open" {
                _ = await planner.submit("\(round)/evidence/aspire", ["text.en": "Seen", "link": "", "thing": ""])
                names["@evidence"] = await planner.get(round).text.firstMatch(of: /evidence\/([a-z0-9-]+)\/remove/).map { String($0.output.1) } ?? "none"
                continue
            }
            _ = await planner.submit("\(round)/close", [:])
            if state == "published" { _ = await planner.submit("\(round)/publish", [:]) }
        }
    }

    /// An analysis with an issue and an actor.
    mutating func makeLeadership(by analyst: Browser) async {
        let made = await analyst.submit("/\(Pilots.id)/leadership/analyses/new", ["title.en": "Arena", "question.en": "Who wants what?", "quota": "2/3"]).location
        let analysis = String(made.split(separator: "?")[0])
        names["@analysis"] = String(analysis.split(separator: "/").last ?? "none")
        _ = await analyst.submit("\(analysis)/issues/new", ["title.en": "Fees"])
        _ = await analyst.submit("\(analysis)/actors/new", ["name.en": "North", "kind": "region", "votes": "3", "power": "2"])
        let page = await analyst.get(analysis).text
        names["@arena-issue"] = page.firstMatch(of: /leadership\/issues\/([a-z0-9-]+)\//).map { String($0.output.1) } ?? "none"
        names["@arena-actor"] = page.firstMatch(of: /leadership\/actors\/([a-z0-9-]+)\//).map { String($0.output.1) } ?? "none"
    }
}
