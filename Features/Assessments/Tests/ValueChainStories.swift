import Exchange
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("The value chain by the records of ideas")
struct ValueChainStories {
    /// A closed round in which people call the spread weak.
    private static func answered() throws -> (world: World, round: [String: String]) {
        var (world, round) = try World.begun("chain")
        let id = try #require(ID<AssessmentRound>(round["round"] ?? "")), given = ["inside": 1, "across": 1, "outside": 2, "selection": 1, "development": 1, "spread": 3]
        for number in 1...5 {
            guard let sheet = ID<AnswerSheet>("s-\(number)") else { continue }
            for category in try world.state.frameworks[ID("chain")]?.categories ?? [] {
                world.tell(.sheetAnswered(id: sheet, round: id, Seat(group: ID("staff")), category: category.id, category.statements.map { Score(statement: $0.id, value: given[category.id.text]) }))
            }
        }
        try world.send("assessments/rounds/{round}/close", [:], round)
        return (world, round)
    }

    /// Ideas of which all wait two hundred days, and half of which serve no objective; those that are funded are soon used by everybody.
    private static let table: String = {
        var lines = ["idea,title,put-in,origin,units,members,screened,passed,decided,funded,amount,first-use,users,objective"]
        for number in 1...12 {
            let put = Day.testDay.adding(days: -700 + number), screened = put.adding(days: 100), decided = put.adding(days: 200), use = decided.adding(days: 60)
            let users = number % 2 == 0 ? ["A1", "A2", "A3", "A4", "B1", "B2"].map { "\($0) \(use.adding(days: 30))" }.joined(separator: "; ") : ""
            let funded = number % 2 == 0 ? "\(decided),1000,\(use)" : ",,"
            lines.append(
                "i-\(number),Idea \(number),\(put),\(number % 3 == 0 ? "member" : "staff"),\(number % 2 == 0 ? "u1; u2" : "u1"),,\(screened),\(number % 2 == 0 ? "yes" : "no"),\(decided),\(funded),\(users),"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    private static func read(_ text: String, into world: World) throws -> ImportResult {
        try IdeasImport().read(Array(text.utf8), into: try world.organisation, today: .testDay)
    }

    private static let page = "assessments/rounds/{round}"

    @Test("an earlier register comes in from a table; the page is headed by where people and records disagree")
    func story() async throws {
        var (world, round) = try ValueChainStories.answered()
        let empty = try await world.page(ValueChainStories.page, round)
        #expect(empty.contains("No records of ideas yet") && !empty.contains("Put in"))
        #expect(try await !world.page(ValueChainStories.page, as: .bruno, round).contains("No records of ideas yet"), "nothing to do for others")
        let read = try ValueChainStories.read(ValueChainStories.table, into: world)
        #expect(read.new == 12 && read.refused == 0, "\(read.remarks)")
        world = world.telling(read.proposals)
        let again = try ValueChainStories.read(ValueChainStories.table, into: world)
        #expect(again.proposals.isEmpty && again.same == 12)
        let shown = try await world.page(ValueChainStories.page, round)
        let headline = shown.firstMatch(of: /<strong>(People and records[^<]*)/).map { String($0.output.1) }
        #expect(headline == "People and records disagree: people call 6 Spread weakest, the records show 4 Selection. The records know nothing of 1 Ideas within units.")
        #expect(shown.contains("6 Spread: people say weak (3.0), the records show strong (1.0)."))
        #expect(shown.contains("12 (100") && shown.contains("50") && shown.contains("nobody says how many people work there"))
        #expect(shown.contains("value-chain.csv") && shown.firstRange(of: "People and records")!.lowerBound < shown.firstRange(of: "id=\"results\"")!.lowerBound)
        let file = try await world.page("assessments/rounds/{round}/value-chain.csv", round)
        #expect(file.contains("selection,1,") && file.contains("decisionDays,200,") && file.split(whereSeparator: \.isNewline).count == 11, "\(file)")
    }

    @Test("who may not know the records sees nothing that follows from them, not even that there are any")
    func audiences() async throws {
        var (world, round) = try ValueChainStories.answered()
        world = world.telling(try ValueChainStories.read(ValueChainStories.table, into: world).proposals)
        try world.send("assessments/rounds/{round}/publish", [:], round)
        #expect(try await world.page(ValueChainStories.page, as: .bruno, round).contains("People and records disagree"))
        let open = try await world.page(ValueChainStories.page, as: .public, round)
        #expect(!open.contains("records") && !open.contains("value-chain.csv"))
        await #expect(throws: Missing.self) { try await world.page("assessments/rounds/{round}/value-chain.csv", as: .public, round) }
        #expect(try await !world.page(IdeaPath.front, as: .public).contains("Idea 1"))
        try world.send(IdeaPath.measures, measures(["readers": "staff"]))
        #expect(try await !world.page(ValueChainStories.page, as: .bruno, round).contains("People and records"))
        #expect(try await !world.page(IdeaPath.front, as: .bruno).contains("Idea 1"))
        #expect(try await world.page(IdeaPath.front).contains("Idea 1"))
        try world.send(IdeaPath.measures, measures(["readers": "everyone"]))
        #expect(try await world.page(ValueChainStories.page, as: .public, round).contains("People and records disagree"))
    }

    /// What the form shows, with some of it changed.
    private func measures(_ changed: [String: String]) -> [String: String] {
        let limits = PipelineMeasure.allCases.flatMap { measure -> [(String, String)] in
            let scale = measure.isShare ? 100.0 : 1
            return [(MeasureField.strong(measure), "\(measure.usualLimits.strong * scale)"), (MeasureField.weak(measure), "\(measure.usualLimits.weak * scale)")]
        }
        return Dictionary(limits + [("readers", "participants"), ("months", "24"), ("ripe", "12"), ("least", "5"), ("apart", "0.5")]) { $1 }.merging(changed) { $1 }
    }

    @Test("planners say by what the chain is measured, and nothing that turns it round")
    func limits() async throws {
        var (world, round) = try ValueChainStories.answered()
        world = world.telling(try ValueChainStories.read(ValueChainStories.table, into: world).proposals)
        try world.send(IdeaPath.measures, measures(["staff-u1": "20", "strong-decisionDays": "300", "weak-decisionDays": "400"]))
        let stored = try world.organisation[IdeaLedger.self].measures
        #expect(stored.staff == [.init(unit: ID("u1"), people: 20)] && stored.limits == [.init(measure: "decisionDays", strong: 300, weak: 400)])
        #expect(try await !world.page(ValueChainStories.page, round).contains("nobody says how many people work there"))
        for changed in [["strong-decisionDays": "500"], ["weak-passShare": "40"], ["weak-passShare": "50"]] {
            #expect(throws: (any Error).self) { try world.send(IdeaPath.measures, measures(changed)) }
        }
    }

    @Test("a finding that was published says when by what it is measured was changed since")
    func changedSince() async throws {
        var (world, round) = try ValueChainStories.answered()
        world = world.telling(try ValueChainStories.read(ValueChainStories.table, into: world).proposals)
        let id = try #require(ID<AssessmentRound>(round["round"] ?? ""))
        world = world.telling([Proposal(Assessments.self, .roundPublished(id: id))])
        let said = "By what the chain is measured was changed on"
        #expect(try await !world.page(ValueChainStories.page, round).contains(said))
        let before = world.proposals.count
        world.tell(Proposal(IdeaLedger.self, .measuresDescribed(ChainMeasures())))
        #expect(try await !world.page(ValueChainStories.page, round).contains(said), "on the same day nobody can tell which came first")
        let later = try TestKit.organisation(world.proposals, chapters: World.chapters, recorded: { $0 < before ? .testDay.adding(days: -3) : nil })
        #expect(try await assessments.text(at: ValueChainStories.page, of: TestKit.visit(try world.house, later, as: .amina, parameters: round)).contains("\(said) 15 September 2026"))
    }

    @Test("an idea by hand, changed and removed; removed it comes back by no file")
    func byHand() async throws {
        var world = World()
        try world.send(IdeaPath.new, ["idea": "x-1", "title.en": "Lamp", "put-in": "2026-01-05", "origin": "partner"])
        #expect(throws: Refusal("assessments.ideas.refusal.taken", ["text": "x-1"], field: "idea")) { try world.send(IdeaPath.new, ["idea": "x-1", "put-in": "2026-01-05", "origin": "staff"]) }
        #expect(throws: (any Error).self) { try world.send(IdeaPath.new, ["idea": "New one!", "put-in": "2026-01-05", "origin": "staff"]) }
        let one = ["idea": "x-1"]
        try world.send(
            "assessments/ideas/{idea}/edit", ["title.en": "Lamp", "put-in": "2026-01-05", "origin": "partner", "screened": "2026-02-01", "passed": "yes", "users": "A1 2026-03-01\nb2 2026-04-01"], one)
        #expect(throws: Refusal("pages.refusal.choose", field: "passed", ofFieldAlone: true)) {
            try world.send("assessments/ideas/{idea}/edit", ["put-in": "2026-01-05", "origin": "partner", "screened": "2026-02-01", "passed": "true"], one)
        }
        let idea = try #require(try world.organisation[IdeaLedger.self].ideas[ID("x-1")])
        #expect(idea.uses == [.init(ID("a1"), on: Day(2026, 3, 1)!), .init(ID("b2"), on: Day(2026, 4, 1)!)] && idea.isPassed == true && idea.source == .partner)
        let page = try await world.page(IdeaPath.front)
        #expect(page.contains("Lamp") && page.contains("A partner"))
        let own = try await world.page("assessments/ideas/{idea}", as: .bruno, one)
        for text in ["x-1", "A partner", "passed", "Member a1 (1 March 2026), Member b2 (1 April 2026)"] { #expect(own.contains(text), "\(text): \(own)") }
        #expect(!own.contains("/edit"))
        try world.send("assessments/ideas/{idea}/remove", ["because": "Twice"], one)
        #expect(try world.organisation[IdeaLedger.self].ideas.isEmpty)
        let back = try ValueChainStories.read("idea,put-in,origin\nx-1,2026-01-05,staff\n", into: world)
        #expect(back.proposals.isEmpty && back.remarks.map(\.key) == ["assessments.ideas.refusal.removed"])
        #expect(throws: Refusal("pages.refusal.not-allowed")) {
            _ = try IdeaDecisions.add(Submission(organisation: try world.organisation, viewer: .bruno, entered: Entered([], language: .en), parameters: [:], today: .testDay, language: .en) { "n" })
        }
    }

    @Test(
        "a faulty row is told with its line and column, and the others come in",
        arguments: [
            ("i-1,yesterday,staff,,,,,,,,,,", "put-in", "pages.import.not-a-day"), ("i-1,2026-01-05,ghost,,,,,,,,,,", "origin", "pages.import.not-among"),
            ("i-1,2026-01-05,,,,,,,,,,,", "origin", "pages.import.blank"), (",2026-01-05,staff,,,,,,,,,,", "idea", "pages.import.blank"),
            ("i-0,2026-01-05,staff,,,,,,,,,,", "idea", "assessments.ideas.refusal.twice"), ("i-1,2030-01-05,staff,,,,,,,,,,", "put-in", "assessments.ideas.refusal.future"),
            ("i-1,2026-01-05,staff,u9,,,,,,,,,", "units", "assessments.ideas.refusal.unknown"), ("i-1,2026-01-05,staff,,zz,,,,,,,,", "members", "assessments.ideas.refusal.unknown"),
            ("i-1,2026-01-05,staff,,,2026-02-01,,,,,,,", "passed", "assessments.ideas.refusal.screened-how"),
            ("i-1,2026-01-05,staff,,,,yes,,,,,,", "screened", "assessments.ideas.refusal.passed-when"),
            ("i-1,2026-01-05,staff,,,2025-02-01,yes,,,,,,", "screened", "assessments.ideas.refusal.before-put-in"),
            ("i-1,2026-01-05,staff,,,2026-02-01,no,,2026-03-01,,,,", "funded", "assessments.ideas.refusal.funded-though"),
            ("i-1,2026-01-05,staff,,,,,,,much,,,", "amount", "pages.import.not-a-number"), ("i-1,2026-01-05,staff,,,,,,,5,,,", "funded", "assessments.ideas.refusal.funded-when"),
            ("i-1,2026-01-05,staff,,,,,,,,,A1,", "users", "assessments.ideas.refusal.no-use"), ("i-1,2026-01-05,staff,,,,,,,,,Q1 2026-02-01,", "users", "assessments.ideas.refusal.unknown"),
            ("i-1,2026-01-05,staff,,,,,,,,,A1 2026-02-01;a1 2026-03-01,", "users", "assessments.ideas.refusal.use-twice"),
            ("i-1,2026-01-05,staff,,,,,,,,2026-03-01,A1 2026-02-01,", "users", "assessments.ideas.refusal.used-before"),
            ("i-1,2026-01-05,staff,,,,,,,,,,o9", "objective", "assessments.ideas.refusal.unknown"), ("New!,2026-01-05,staff,,,,,,,,,,", "idea", "pages.import.not-an-id"),
        ])
    func faults(row: String, column: String, key: String) throws {
        let text = "idea,put-in,origin,units,members,screened,passed,decided,funded,amount,first-use,users,objective\ni-0,2026-01-05,staff,u1,a1,,,,,,,,O1\n\(row)\n"
        let read = try ValueChainStories.read(text, into: World()), told = read.remarks.filter { $0.key == key }
        #expect(read.new == 1 && read.refused == 1 && told.first?.line == 3, "\(read.remarks)")
        #expect(told.first?.column == column || told.first?.arguments["column"] == column, "\(told)")
    }

    @Test("a line that is refused is no line: another that says the same idea rightly comes in; one that came in is said once")
    func again() throws {
        let read = try ValueChainStories.read("idea,put-in,origin\ni-1,yesterday,staff\ni-1,2026-01-05,staff\ni-1,2026-01-06,staff\n", into: World())
        #expect(read.new == 1 && read.refused == 2 && read.remarks.map(\.line) == [2, 4], "\(read.remarks)")
        #expect(read.remarks.last?.key == "assessments.ideas.refusal.twice" && read.remarks.last?.arguments["line"] == "3")
    }

    @Test("what comes out of an organisation comes in again without a change")
    func roundTrip() throws {
        let full = World().telling(try ValueChainStories.read(ValueChainStories.table, into: World()).proposals), visit = TestKit.visit(try full.house, try full.organisation, as: .amina)
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: false, decimalMark: .point)
        writer.write(IdeaField.allCases.map { .text($0.rawValue) })
        try IdeasExport().rows(for: visit) { writer.write($0) }
        let read = try ValueChainStories.read(String(decoding: writer.bytes, as: UTF8.self), into: full)
        #expect(read.same == 12 && read.proposals.isEmpty && read.refused == 0, "\(read.remarks)")
        var rows = 0
        try IdeasExport().rows(for: TestKit.visit(try full.house, try full.organisation, as: .public)) { _ in rows += 1 }
        #expect(rows == 0)
    }

    @Test("another feature contributes as well: a living idea takes the place of its earlier record, and one that is confidential hides what follows from all")
    func contract() async throws {
        var (world, round) = try ValueChainStories.answered()
        world = world.telling(try ValueChainStories.read(ValueChainStories.table, into: world).proposals)
        func house(_ ideas: [IdeaRecord]) throws -> House {
            var living = Feature(name: "Living", words: [:])
            living.pipeline = { _ in ideas }
            return try House([assessments, living])
        }
        func record(_ code: String, _ audience: Audience) -> IdeaRecord {
            IdeaRecord(
                Reference(Plan.self, ID<Objective>("o1")), code: code, putIn: .testDay.adding(days: -300), source: .staff, authors: .init(units: [ID("u1"), ID("u2")]), audience: .staff,
                figuresAudience: audience)
        }
        let organisation = try world.organisation, own = try house([record("i-1", .everyone)]).pipeline(of: organisation)
        #expect(own.count == 12 && own.count { $0.code == "i-1" } == 1 && own.first { $0.code == "i-1" }?.isEarlier == false)
        let across = try #require(own.first { $0.code == "i-1" })
        #expect(across.isAcross(in: organisation[Register.self]) && across.origin(in: organisation[Register.self]) == .across)
        func page(_ ideas: [IdeaRecord], _ viewer: Viewer) async throws -> String {
            try await assessments.text(at: ValueChainStories.page, of: TestKit.visit(try house(ideas), organisation, as: viewer, parameters: round))
        }
        #expect(try await page([record("z", .everyone)], .bruno).contains("People and records disagree"))
        #expect(try await !page([record("z", .staff)], .bruno).contains("People and records"))
        #expect(try await page([record("z", .staff)], .amina).contains("People and records"))
    }

    @Test("what is merged is not counted twice")
    func merged() async throws {
        var (world, round) = try ValueChainStories.answered()
        world = world.telling(try ValueChainStories.read(ValueChainStories.table, into: world).proposals)
        let more = "idea,put-in,origin,ended,ended-because\nm-1,\(Day.testDay.adding(days: -300)),staff,\(Day.testDay.adding(days: -200)),merged\n"
        world = world.telling(try ValueChainStories.read(more, into: world).proposals)
        let visit = TestKit.visit(try world.house, try world.organisation, as: .amina, parameters: round)
        let found = try #require(visit.valueChain(try visit.figures(try visit.round().id)))
        #expect(found.chain.funnel.putIn == 12 && found.until == .testDay)
    }

    @Test("events are forever")
    func forever() throws {
        var idea = EarlierIdea(putIn: .testDay)
        (idea.title, idea.source, idea.units, idea.regions, idea.members) = (Localized("Lamp"), .public, [ID("u1")], [ID("aa")], [ID("a1")])
        (idea.screened, idea.isPassed, idea.decided, idea.funded, idea.amount, idea.firstUse) = (.testDay, true, .testDay, .testDay, 12.5, .testDay)
        (idea.uses, idea.objective, idea.ended, idea.because) = ([IdeaRecord.Use(ID("a1"), on: .testDay)], ID("o1"), .testDay, .superseded)
        var measures = ChainMeasures()
        (measures.readers, measures.staff, measures.limits) = (.everyone, [.init(unit: ID("u1"), people: 12)], [.init(measure: "passShare", strong: 0.5, weak: 0.2)])
        try expectEventsAreForever(
            IdeaLedger.self,
            today: [
                .ideaRecorded(id: ID("i-1"), idea), .ideaRecorded(id: ID("i-2"), EarlierIdea(putIn: .testDay)), .ideaRemoved(id: ID("i-2"), because: "?"), .measuresDescribed(ChainMeasures()),
                .measuresDescribed(measures),
            ])
    }
}

extension World {
    /// With what an import, or somebody, records besides.
    fileprivate func telling(_ more: [Proposal]) -> World {
        var world = self
        for proposal in more { world.tell(proposal) }
        return world
    }
}
