import Foundation
import Journal
import Organisation
import TestKit

/// What is judged in the beginning: the innovation strategy, assessments and leadership.
extension Beginning {
    /// A version for everybody that was adopted, the draft after it for those who take part, a draft for staff, and one that was adopted last of its line; initiatives; a statement.
    mutating func makeInnovation(by planner: Browser) async {
        let base = "/\(Pilots.id)/innovation"
        func made(_ path: String, _ fields: [String: String]) async -> String {
            String(await planner.submit("\(base)/\(path)", fields).location.split(separator: "?")[0].split(separator: "/").last ?? "none")
        }
        func filled(_ readers: String) async -> String {
            let id = await made("new", ["title.en": "Strategy for \(readers)", "plan": "p-now", "readers": readers])
            _ = await planner.submit("\(base)/strategies/\(id)/reasons", ["reason-1-text.en": "Others are faster"])
            let answers = ["answer-value.en": "Time", "answer-capture.en": "Trust", "answer-kind.en": "New", "answer-resources.en": "Half", "types": "system", "explore": "30", "tolerance": "3"]
            _ = await planner.submit("\(base)/strategies/\(id)/answers", answers)
            let initiative = ["title.en": "Initiative for \(readers)", "type": "productService", "amount": "10", "position-1-share": "100", "position-1-degree-to-be": "1"]
            names["@initiative-\(readers)"] = await made("strategies/\(id)/initiatives/new", initiative)
            return id
        }
        let adoption = ["body": "b-one", "on": "\(Day.testDay)", "document.en": "One"]
        for name in ["adopted", "last"] {
            let id = await filled("everyone")
            names["@innovation-\(name)"] = id
            if name == "adopted" { names["@initiative-adopted"] = names["@initiative-everyone"] }
            _ = await planner.submit("\(base)/strategies/\(id)/adopt", adoption)
        }
        let draft = await made("strategies/\(names["@innovation-adopted"] ?? "")/renew", [:])
        names["@innovation-draft"] = draft
        _ = await planner.submit("\(base)/strategies/\(draft)/edit", ["title.en": "Draft", "plan": "p-now", "readers": "participants"])
        names["@initiative-draft"] = await planner.get("\(base)/strategies/\(draft)").text.firstMatch(of: /innovation\/initiatives\/([a-z0-9-]+)"/).map { String($0.output.1) } ?? "none"
        names["@innovation-staff"] = await made("new", ["title.en": "Staff only", "readers": "staff"])
        _ = await planner.submit("\(base)/statements/new", ["about": "degree", "text.en": "Said", "source.en": "There"])
        names["@innovation-statement"] = await planner.get(base).text.firstMatch(of: /statements\/([a-z0-9-]+)\/remove/).map { String($0.output.1) } ?? "none"
    }

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
