import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Risks

@Suite("Risks as they are recorded")
struct RiskStories {
    private let edit = "risks/{risk}/edit"

    @Test("title and event are enough to begin with; what is missing is shown as a gap, on the page and on the thread")
    func half() async throws {
        var world = try World.begun()
        try world.send(RiskPath.new, ["title.en": "A ship drifts", "event.en": "Nobody answers", "readers": "participants"])
        let id: ID<Risk> = ID("n3"), state = try world.state, standing = RiskStanding(id, try #require(state.risks[id]), in: state, try world.organisation[Plan.self], on: .testDay)
        #expect(standing.gaps == [.unrated, .cause, .effect] && standing.level == nil)
        let page = try await world.page("risks/{risk}", ["risk": "n3"])
        #expect(page.contains("Its cause is missing") && page.contains("Its effect is missing") && page.contains("It has not been rated"))
        let node = try #require(try world.visit().node(Reference(Risks.self, id)))
        #expect(node.gaps == ["risks.gap.unrated", "risks.gap.cause", "risks.gap.effect"])
    }

    @Test("what is wrong is said at its field, and nothing is recorded")
    func refused() throws {
        var world = try World.begun()
        let wrong: [([String: String], String, String)] = [
            (["title.en": ""], "pages.refusal.required", "title"), (["event.en": ""], "pages.refusal.required", "event"), (["category": "nowhere"], "pages.refusal.choose", "category"),
            (["owner": "nobody"], "pages.refusal.choose", "owner"), (["review": "2026-09-15"], "risks.refusal.review-past", "review"), (["treatment": "wish"], "pages.refusal.choose", "treatment"),
            (["treatment-due": "2027-01-01"], "risks.refusal.which-treatment", "treatment"), (["control-1-who.en": "Somebody"], "risks.refusal.which-control", "control-1-what"),
            (["source-link": "https://example.org"], "risks.refusal.no-source", "source"),
            (["source.en": "Audit", "source-link": "javascript:alert(1)"], "risks.refusal.not-an-address", "source-link"),
            (["source.en": "Audit", "source-on": "2027-01-01"], "risks.refusal.later-than-today", "source-on"), (["answers": "plan:o3"], "pages.refusal.choose", "answers"),
            (["answers": "plan:o9"], "pages.refusal.choose", "answers"), (["answers": "register:nav"], "pages.refusal.choose", "answers"), (["readers": "friends"], "pages.refusal.choose", "readers"),
        ]
        for (change, key, field) in wrong { #expect(throws: Refusal(key, field: field), "\(change)") { try world.send(RiskPath.new, World.whole.merging(change) { $1 }) } }
        #expect(try world.state.risks.count == 1)
    }

    @Test("controls, treatment, source and answers are kept as they were given; saved again as it stands, nothing is recorded")
    func whole() throws {
        var world = try World.begun()
        let all = World.whole.merging([
            "control-1-what.en": "Peer reviews", "control-1-who.en": "Members", "control-1-strength": "partial", "control-2-what.en": "Drills", "treatment": "share", "treatment-text.en": "One policy",
            "treatment-due": "2027-06-30", "source.en": "Audit report, 12", "source-link": "https://example.org/12", "source-on": "2026-05-01", "answers": "plan:a1",
        ]) { $1 }
        try world.send(edit, all, World.one)
        let risk = try #require(try world.state.risks[ID("n2")]), count = world.proposals.count
        #expect(risk.controls == [RiskControl(what: Localized("Peer reviews"), who: Localized("Members"), strength: .partial), RiskControl(what: Localized("Drills"))])
        #expect(risk.source == AuditSource(text: Localized("Audit report, 12"), link: "https://example.org/12", on: Day("2026-05-01")) && risk.treatment == .share)
        #expect(risk.answers.map(\.description) == ["plan:a1"] && risk.owner == ID("nav"))
        try world.send(edit, all, World.one)
        #expect(world.proposals.count == count)
    }

    @Test("a signal is tied by the name that it has on the thread; one that is not there, or not for whoever writes, is said to be unknown at its field")
    func signals() async throws {
        var world = try World.begun()
        try world.send(edit, World.whole.merging(["signal": "storms FOLLOW one another"]) { $1 }, World.one)
        #expect(try world.state.risks[ID("n2")]?.signals.map(\.description) == ["scan:storms"])
        for unknown in ["Nothing of the kind", "Seen by few"] {
            #expect(throws: Refusal("risks.refusal.no-such-signal", ["name": unknown], field: "signal", ofFieldAlone: true)) {
                try world.send(edit, World.whole.merging(["signal": unknown, "signals": "scan:storms"]) { $1 }, World.one)
            }
        }
        #expect(throws: Refusal("pages.refusal.choose", field: "signals", ofFieldAlone: true)) { try world.send(edit, World.whole.merging(["signals": "scan:secret"]) { $1 }, World.one) }
        let strands = try world.visit().thread.strands
        #expect(strands.contains { $0.from == Reference("scan:storms") && $0.to == Reference(Risks.self, ID<Risk>("n2")) && $0.kind == "risks.strand.signal" })
        // From the page of the signal: its risks, and for planners a form in which it is filled in.
        let signal = try #require(Reference("scan:storms")), house = try world.house
        let parts = house.aspects(of: signal, for: try world.visit()).map(\.content.text).joined(), others = house.aspects(of: signal, for: try world.visit(as: .bruno)).map(\.content.text).joined()
        #expect(parts.contains("Berths close") && parts.contains("risks/new?signal=scan%3Astorms") && others.contains("Berths close") && !others.contains("risks/new"))
        #expect(try await world.page(RiskPath.new, query: ["signal": "scan:storms"]).contains("value=\"scan:storms\" checked"))
        #expect(try await !world.page(RiskPath.new, query: ["signal": "scan:secret"]).contains("scan:secret"))
    }

    @Test("a risk that came about or is over is closed with its day and reason, keeps its history, blocks nothing, and can be opened again")
    func closing() async throws {
        var world = try World.begun()
        let close = "risks/{risk}/close"
        #expect(throws: Refusal("risks.refusal.later-than-today", field: "on", ofFieldAlone: true)) {
            try world.send(close, ["how": "occurred", "on": "2026-09-16", "because.en": "It did"], World.one)
        }
        #expect(throws: Refusal("risks.refusal.closed-before", ["day": "2026-09-15"], field: "on")) {
            try world.send(close, ["how": "occurred", "on": "2026-09-14", "because.en": "It did"], World.one)
        }
        #expect(throws: Refusal("pages.refusal.required", field: "because", ofFieldAlone: true)) { try world.send(close, ["how": "occurred", "on": "2026-09-15"], World.one) }
        try world.send(close, ["how": "occurred", "on": "2026-09-15", "because.en": "A berth was closed"], World.one)
        #expect(try world.state.isClosed(ID("n2")) && world.blocking().isEmpty)
        #expect(throws: Refusal("risks.refusal.closed")) { try world.send("risks/{risk}/rate", World.red, World.one) }
        let page = try await world.page("risks/{risk}", World.one), list = try await world.page(RiskPath.risks)
        #expect(page.contains("Came about: closed on") && page.contains("A berth was closed") && page.contains("Two have left") && !list.contains("risks/n2"))
        #expect(try await world.page(RiskPath.risks, query: ["status": "closed"]).contains("risks/n2"))
        try world.send("risks/{risk}/reopen", ["because": "It may again"], World.one)
        #expect(try !world.state.isClosed(ID("n2")) && world.blocking().count == 1)
        #expect(try await world.page("risks/{risk}", World.one).contains("It may again"))
    }

    @Test("what was recorded by mistake leaves the register and its thread; its name stays for what was said of it")
    func withdrawn() async throws {
        var world = try World.begun()
        try world.send("risks/{risk}/withdraw", ["because": "Twice the same"], World.one)
        #expect(try world.state.risks.isEmpty && world.state.title(of: ID("n2")).plain() == "Berths close" && world.blocking().isEmpty)
        await #expect(throws: Missing.self) { try await world.page("risks/{risk}", World.one) }
    }

    @Test("a category has its appetite in a figure and in words; what is beyond it is said, and warned of where nothing is done; one that is in use stays")
    func appetite() async throws {
        var world = try World.begun()
        let front = try await world.page(RiskPath.risks)
        #expect(front.contains("Beyond the appetite") && front.contains("Carried up to a score of 10."))
        func warnings() throws -> [String] { try world.house.findings(on: world.organisation, for: .amina).filter { $0.gravity == .warns }.map(\.saying.key) }
        #expect(try warnings() == ["risks.finding.untreated"])
        try world.send(edit, World.whole.merging(["treatment": "reduce"]) { $1 }, World.one)
        #expect(try warnings().isEmpty)
        #expect(throws: Refusal("risks.refusal.category-in-use")) { try world.send("risk-categories/{category}/remove", [:], ["category": "n1"]) }
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "appetite", ofFieldAlone: true)) { try world.send(RiskPath.newCategory, ["title.en": "X", "appetite": "26"]) }
        try world.send(RiskPath.newCategory, ["title.en": "People"])
        #expect(try await world.page(RiskPath.categories).contains("Nobody has said yet how much of it is carried."))
    }
}
