import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import InnovationStrategy

@Suite("Innovation strategy: from a draft to what a body adopted")
struct StrategyStories {
    private let base = World.base, one = World.one

    @Test("a title is enough to begin with; what is missing is listed with its way, and keeps a body from adopting it, point by point")
    func incomplete() async throws {
        var world = World()
        try world.send(InnovationPath.new, World.frame)
        let gaps = try #require(try world.state.figures(of: ID("n1"))).gaps
        #expect(gaps == StrategyFigures.Gap.allCases)
        #expect(throws: Refusals.self) { try world.send("\(base)/adopt", World.adoption, one) }
        do { try world.send("\(base)/adopt", World.adoption, one) } catch let refusals as Refusals { #expect(refusals.all.map(\.key) == gaps.map { "innovationstrategy.gap.\($0.rawValue)" }) }
        let form = try await world.page("\(base)/adopt", one)
        #expect(form.contains("6 points are missing") && form.contains("innovation/strategies/n1/answers") && form.contains("innovation/strategies/n1/reasons"))
        let tasks = innovationStrategy.tasks(try world.visit())
        #expect(tasks.map(\.count) == [6] && tasks.first?.path == "innovation/strategies/n1")
        let stranger = innovationStrategy.tasks(try world.visit(as: .public))
        #expect(stranger.isEmpty)
    }

    @Test("a body adopts it: from then on it stays as it is, and the next version is a copy that supersedes it once it is adopted")
    func adopted() async throws {
        var world = try World.whole()
        try world.send("\(base)/adopt", World.adoption, one)
        #expect(try world.state.state(of: ID("n1")) == .inForce && world.state.adoption(of: ID("n1"))?.adoption.document == Localized("SG/1"))
        let refused = Refusal("innovationstrategy.refusal.adopted")
        for part in ["edit", "reasons", "answers", "map", "crisis"] { #expect(throws: refused, "\(part)") { try world.send("\(base)/\(part)", World.frame, one) } }
        #expect(throws: refused) { try world.send("\(base)/initiatives/new", World.initiative, one) }
        #expect(throws: refused) { try world.send("innovation/initiatives/{initiative}/edit", World.initiative, ["initiative": "n2"]) }
        try world.send("\(base)/renew", [:], one)
        #expect(throws: Refusal("innovationstrategy.refusal.draft-there", ["number": "2"])) { try world.send("\(base)/renew", [:], one) }
        let copy = try #require(try world.state.versions(of: ID("n1")).last)
        #expect(copy.strategy.number == 2 && copy.strategy.line == ID("n1") && copy.strategy.reasons.count == 1)
        let initiative = try #require(try world.state.initiatives(of: copy.id).first)
        #expect(initiative.id != ID("n2") && initiative.initiative.origin == ID("n2"))
        #expect(throws: Refusal("innovationstrategy.refusal.later-there", ["number": "2"])) { try world.send("\(base)/withdraw-adoption", ["because": "Wrong"], one) }
        let second = ["strategy": copy.id.text]
        try world.send("\(base)/answers", World.answers.merging(["answer-value.en": "Time and safety", "explore": "40"]) { $1 }, second)
        #expect(throws: Refusal("innovationstrategy.refusal.before-last", ["day": "\(Day.testDay)"], field: "on")) {
            try world.send("\(base)/adopt", World.adoption.merging(["on": "2026-01-01"]) { $1 }, second)
        }
        try world.send("\(base)/adopt", World.adoption, second)
        #expect(try world.state.state(of: ID("n1")) == .superseded && world.state.inForce(ID("n1")) == copy.id)
        let page = try await world.page("\(base)/compare", second)
        #expect(page.contains("<ins>and safety") && page.contains("60\u{A0}:\u{A0}40") && page.contains("70\u{A0}:\u{A0}30") && page.contains("Nothing changed."))
        try world.send("\(base)/withdraw-adoption", ["because": "Recorded twice"], second)
        #expect(try world.state.state(of: copy.id) == .draft && world.state.state(of: ID("n1")) == .inForce)
    }

    @Test("what changes a system and has no enabler is warned of, and adopted only for a reason that is kept")
    func unenabled() async throws {
        var world = try World.whole()
        try world.send("\(base)/initiatives/new", World.initiative.merging(["title.en": "New order", "type": "system"]) { $1 }, one)
        let page = try await world.page(base, one)
        #expect(page.contains("An initiative that would change a system has no enabler") && page.contains("New order"))
        #expect(throws: Refusal("innovationstrategy.refusal.despite", ["n": "1"], field: "despite")) { try world.send("\(base)/adopt", World.adoption, one) }
        try world.send("\(base)/adopt", World.adoption.merging(["despite.en": "The window follows"]) { $1 }, one)
        #expect(try world.state.adoption(of: ID("n1"))?.adoption.despite == Localized("The window follows"))
        #expect(try await world.page(base, one).contains("The window follows"))
    }

    @Test("reasons are tied to signals by name, as far as whoever writes may know them; what is saved again as it stands records nothing")
    func reasons() async throws {
        var world = try World.whole()
        let reason = try #require(try world.state.strategies[ID("n1")]?.reasons.first), count = world.proposals.count
        #expect(reason == Reason(kind: .competition, text: Localized("Others are faster"), signals: [try #require(Reference("scan:storms"))]))
        let same = ["reason-1-kind": "competition", "reason-1-text.en": "Others are faster", "reason-1-signals": "scan:storms"]
        try world.send("\(base)/reasons", same, one)
        #expect(world.proposals.count == count)
        #expect(throws: Refusal("innovationstrategy.refusal.no-such-signal", ["name": "Seen by few"], field: "reason-1-signal")) {
            try world.send("\(base)/reasons", same.merging(["reason-1-signal": "Seen by few"]) { $1 }, one)
        }
        #expect(try await world.page(base, one).contains("Storms follow one another"))
        try world.send("\(base)/adopt", World.adoption, one)
        #expect(try await !world.page(base, one, as: .public).contains("Storms follow one another"), "which is not for everybody")
        #expect(try world.visit().thread.strands.contains { $0.from == Reference("scan:storms") && $0.kind == "innovationstrategy.strand.reason" })
    }

    @Test("what is wrong is said at its field, and nothing is recorded")
    func refused() throws {
        var world = try World.whole()
        let count = world.proposals.count
        for (part, change, key, field) in [
            ("edit", ["title.en": "", "readers": "everyone"], "pages.refusal.required", "title"), ("edit", ["title.en": "A", "readers": "friends"], "pages.refusal.choose", "readers"),
            ("edit", ["title.en": "A", "readers": "staff", "plan": "none"], "pages.refusal.choose", "plan"), ("answers", ["explore": "101"], "pages.refusal.out-of-range", "explore"),
            ("answers", ["types": "magic"], "pages.refusal.choose", "types"), ("answers", ["share-productService": "50"], "innovationstrategy.refusal.all-shares", "share-businessModel"),
            ("answers", ["share-productService": "50", "share-businessModel": "20", "share-system": "20"], "innovationstrategy.refusal.shares-sum", "share-system"),
            ("reasons", ["reason-2-kind": "other", "reason-2-signal": "Storms follow one another"], "innovationstrategy.refusal.which-reason", "reason-2-text"),
            ("reasons", ["reason-1-kind": "fun", "reason-1-text.en": "A"], "pages.refusal.choose", "reason-1-kind"),
            ("crisis", ["crisis-core-things": "plan:o9"], "pages.refusal.choose", "crisis-core-things"),
            ("crisis", ["crisis-core-things": "plan:o1"], "pages.refusal.required", "crisis-core"),
        ] { #expect(throws: Refusal(key, field: field), "\(change)") { try world.send("\(base)/\(part)", change, one) } }
        for (change, key, field) in [
            ("none", "pages.refusal.choose", "body"), ("2027-01-01", "innovationstrategy.refusal.later-than-today", "on"), ("1066-01-01", "pages.refusal.out-of-range", "on"),
        ] { #expect(throws: Refusal(key, field: field)) { try world.send("\(base)/adopt", World.adoption.merging([field: change]) { $1 }, one) } }
        #expect(world.proposals.count == count)
    }

    @Test("each version says who reads it: pages, search, thread and log follow")
    func readers() async throws {
        var world = try World.whole()
        await #expect(throws: Missing.self, "a draft is for those who take part, whoever reads it later") { try await world.page(base, one, as: .public) }
        #expect(try await !world.page(InnovationPath.front, as: .public).contains("A wider harbour"))
        #expect(innovationStrategy.search(try world.organisation).allSatisfy { $0.audience == .participants })
        var adopted = world
        try adopted.send("\(base)/adopt", World.adoption, one)
        #expect(try await adopted.page(InnovationPath.front, as: .public).contains("A wider harbour"))
        _ = try await adopted.page(base, one, as: .public)
        try world.send("\(base)/edit", World.frame.merging(["readers": "staff"]) { $1 }, one)
        await #expect(throws: Missing.self) { try await world.page(base, one, as: .public) }
        await #expect(throws: Missing.self) { try await world.page("innovation/initiatives/{initiative}", ["initiative": "n2"], as: .public) }
        #expect(try await !world.page(InnovationPath.front, as: .public).contains("A wider harbour"))
        let found = innovationStrategy.search(try world.organisation), nodes = try world.visit(as: .public).thread.nodes
        #expect(found.allSatisfy { $0.audience == .staff } && nodes.allSatisfy(\.isSignal))
        #expect(throws: Missing.self) { try world.send("\(base)/edit", World.frame, one, as: .public) }
    }

    @Test("what a body adopted stays as it was, whatever events come later, and holds from the day on which it was recorded")
    func immutable() throws {
        var world = try World.whole()
        try world.send("\(base)/adopt", World.adoption.merging(["on": "\(Day.testDay.adding(days: -40))"]) { $1 }, one)
        let id = try #require(ID<Strategy>("n1")), state = try world.state, adoption = try #require(state.adoption(of: id))
        #expect(adoption.adoption.on == Day.testDay.adding(days: -40) && world.proposals.last?.on != adoption.adoption.on)
        var changed = try #require(state.strategies[id])
        changed.title = Localized("Otherwise")
        let initiative = try #require(state.initiatives(of: id).first)
        var other = initiative.initiative
        other.title = Localized("Otherwise")
        for event in [
            Innovation.Event.strategyDescribed(id: id, changed), .initiativeDescribed(id: initiative.id, other), .initiativeRemoved(id: initiative.id, because: "?"),
            .strategyWithdrawn(id: id, because: "?"),
        ] {
            world.proposals.append(Proposal(Innovation.self, event))
        }
        let after = try world.state
        #expect(after.strategies[id] == state.strategies[id] && after.initiatives(of: id).map(\.initiative) == state.initiatives(of: id).map(\.initiative))
    }

    @Test("what others said is quoted with its source beside the map, and rated by nobody")
    func statements() async throws {
        var world = World()
        #expect(try await world.page(InnovationPath.front, as: .public).contains("No strategy yet"))
        #expect(throws: Refusal("innovationstrategy.refusal.not-an-address", field: "link")) {
            try world.send(InnovationPath.newStatement, ["about": "degree", "text.en": "Routine", "source.en": "A paper", "link": "javascript:alert(1)"])
        }
        try world.send(InnovationPath.newStatement, ["about": "degree", "text.en": "“Routine”", "source.en": "A paper", "link": ""])
        let page = try await world.page(InnovationPath.front, as: .public)
        #expect(page.contains("“Routine”") && page.contains("A paper") && page.contains("Nothing is rated") && !page.contains("Remove this statement"))
        try world.send("innovation/statements/{statement}/remove", ["because": "Wrong"], ["statement": "n1"])
        #expect(try world.state.statements.isEmpty)
    }

    @Test("every shape of its events can be read for ever")
    func forever() throws {
        var full = Strategy(title: Localized("A"), text: Localized("B"), plan: ID("now"), unit: Localized("C"), readers: .everyone)
        full.reasons = [Reason(kind: .valueCreation, text: Localized("D"), signals: [Reference(Plan.self, ID<Objective>("o1"))])]
        full.answers = LeadershipAnswers(
            value: Localized("E"), capture: Localized("F"), kind: Localized("G"), resources: Localized("H"), types: [.productService, .system], explore: 0.35, tolerance: 0.05,
            typeShares: [0.5, 0.3, 0.2])
        full.map[.degree, .asIs] = Localized("I")
        full.map[.source, .toBe] = Localized("J")
        full.crisis = [CrisisAction(kind: .portfolio, text: Localized("K"), things: [Reference(Plan.self, ID<Action>("a1"))])]
        (full.line, full.number) = (ID("s0"), 2)
        var initiative = Initiative(
            strategy: ID("s1"), title: Localized("L"), text: Localized("M"), thing: Reference(Plan.self, ID<Action>("a1")), amount: 12.5, type: .businessModel, enablers: [ID("i2")])
        initiative.explore = ExploreAnswers(newToUs: true, newUsers: false)
        (initiative.exploreInstead, initiative.exploreBecause, initiative.needsNewCompetences, initiative.needsNewModel) = (0.4, Localized("N"), true, false)
        initiative.positions = [MapPosition(part: Localized("O"), share: 0.6, asIs: MapPlace(degree: -2, locus: -1), toBe: MapPlace(source: 2)), MapPosition(share: 0.4, toBe: MapPlace(locus: 1))]
        (initiative.origin, initiative.order) = (ID("i0"), 7)
        try expectEventsAreForever(
            Innovation.self,
            today: [
                .strategyDescribed(id: ID("s1"), full), .strategyDescribed(id: ID("s2"), Strategy(title: Localized("P"))), .initiativeDescribed(id: ID("i1"), initiative),
                .initiativeDescribed(id: ID("i2"), Initiative(strategy: ID("s1"), title: Localized("Q"))), .initiativeRemoved(id: ID("i2"), because: "R"),
                .strategyAdopted(id: ID("s1"), StrategyAdoption(body: ID("steering"), on: .testDay, document: Localized("S"), despite: Localized("T"))),
                .adoptionWithdrawn(id: ID("s1"), position: 6, because: "U"), .strategyWithdrawn(id: ID("s2"), because: "V"),
                .statementRecorded(id: ID("q1"), Statement(about: .balance, text: Localized("W"), source: Localized("X"), link: "https://example.org")), .statementRemoved(id: ID("q1"), because: "Y"),
            ])
    }
}
