import Accounts
import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Search over everything that the rooms of the house let be found.
@Suite(.serialized) struct SearchTests {
    private func league() async throws -> TestServer { try await ExampleWorld.copy() }

    /// The League with one thing of every audience, for all who ask about them.
    private static let closed = Task { () throws -> (server: TestServer, secrets: [String: Audience]) in
        let server = try await ExampleWorld.copy()
        return (server, try await closedThings(server))
    }

    @Test func whatExistsInOneLanguageOnlyIsFoundFromEveryInterfaceAndSaysWhere() async throws {
        let server = try await league()
        let commerce = Localized([.fr: "Le commerce équitable des ports"], original: .fr)
        try await server.given([Proposal(Register.self, .unitDescribed(id: ID("trade"), Unit(name: Localized("Trade office"), kind: .team, answersFor: commerce)))], in: ID("harbours"))
        for language in Language.allCases {
            let page = await Browser(server).get("/harbours/search?q=COMMERCE+equit&language=\(language)").text
            #expect(page.contains(#"<span lang="fr" dir="ltr">Le <mark>commerce</mark> <mark>équit</mark>able des ports</span>"#), "\(language)")
            let french = Say(language, server.site.house.catalogue).language(.fr)
            #expect(page.contains("\(french)\(language == .fr ? "\u{202F}" : ""): ") && (language == .fr) == (french == "français"), "\(language)")
        }
    }

    @Test func everyMemberIsFoundByEachOfItsNamesAndByItsCode() async throws {
        let server = try await ExampleWorld.shared(), browser = Browser(server)
        let register = try await server.site.journals.journal(ID("harbours")).standing[Register.self]
        for (id, member) in register.members.prefix(12) {
            for text in member.name.texts.values.compactMap(\.text) + [member.code] {
                let page = await browser.get("/harbours/search?q=\(percentEncoded(text))").text
                #expect(page.contains(#"href="/harbours/members/\#(id)""#), "\(text)")
            }
        }
    }

    /// The property that matters: whoever asks, and whatever is asked, no text is shown that is not for them.
    @Test(arguments: ["", "amina", "bruno", "chen", "dana", "elif", "farah"]) func whatAReaderMayNotSeeNeverAppears(_ person: String) async throws {
        let (server, secrets) = try await SearchTests.closed.value, browser = Browser(server)
        if !person.isEmpty { await browser.signIn(as: person) }
        let standing = try await server.site.journals.journal(ID("harbours")).standing
        let grants = standing[Grants.self].of(ID(person) ?? ID("nobody"))
        let viewer = Viewer(account: ID(person), name: person, grants: grants, isPublicAdmitted: true)
        var random = SeededQuestions(UInt64(person.utf8.reduce(11) { $0 &* 31 &+ Int($1) }))
        for query in ["zq", "zqstaff zqmembers", "zqdraft", "zqstaff", "zqmembers", "zqmap", "zqnote"] + (0..<12).map({ _ in random.query }) {
            let page = await browser.get("/harbours/search?q=\(percentEncoded(query))")
            #expect(page.status == 200)
            for (word, audience) in secrets where !viewer.belongs(to: audience) {
                // The question itself is shown again, in the box and above the results: what would be found has another word behind it.
                #expect(!page.text.contains("<mark>\(word)") && !page.text.contains("\(word) hush"), "\(person) finds \(word) with \(query)")
            }
        }
        for (word, audience) in secrets where viewer.belongs(to: audience) {
            let page = await browser.get("/harbours/search?q=\(word)").text
            #expect(page.contains("<mark>\(word)</mark> hush"), "\(person) does not find \(word)")
        }
    }

    /// One thing of every kind of audience, each with a word that stands nowhere else.
    private static func closedThings(_ server: TestServer) async throws -> [String: Audience] {
        let plan = try await server.site.journals.journal(ID("harbours")).standing[Plan.self]
        guard let objective = plan.objectives.keys.min() else { return [:] }
        func indicator(_ word: String, _ disclosure: Indicator.Disclosure) -> Proposal {
            let id: ID<Indicator> = ID(slug: word) ?? ID("none")
            return Proposal(
                Plan.self, .indicatorDescribed(id: id, Indicator(objective: objective, code: "", title: Localized("\(word) hush"), disclosure: disclosure)))
        }
        let draft = StrategicPlan(title: Localized("zqdraft hush"), from: .testDay, until: .testDay, status: .draft)
        guard let period = plan.periodsInOrder.first?.id else { return [:] }
        try await server.given(
            [
                indicator("zqstaff", .staff), indicator("zqmembers", .members),
                Proposal(Plan.self, .planDescribed(id: ID("zqplan"), draft)),
                Proposal(Plan.self, .perspectiveDescribed(id: ID("zqp"), Perspective(plan: ID("zqplan"), name: Localized("zqmap hush"), level: 1))),
                Proposal(
                    Values.self, .reported(indicator: ID("zqstaff"), period: period, [Report(amount: 1, note: "zqnote hush")])),
            ], in: ID("harbours"))
        return ["zqstaff": .staff, "zqmembers": .participants, "zqdraft": .participants, "zqmap": .participants, "zqnote": .staff]
    }

    @Test func ofThePastOnlyWhatIsNotClosedTodayIsFound() async throws {
        let server = try await league(), stranger = Browser(server), amina = Browser(server)
        let plan = try await server.site.journals.journal(ID("harbours")).standing[Plan.self]
        let objective = try #require(plan.objectives.keys.min())
        func sheet(_ disclosure: Indicator.Disclosure, _ title: String) -> Proposal {
            Proposal(Plan.self, .indicatorDescribed(id: ID("zq"), Indicator(objective: objective, code: "ZQ 7", title: Localized(title), disclosure: disclosure)))
        }
        try await server.given([sheet(.everyone, "Zqopen once")], in: ID("harbours"))
        server.advance(seconds: 86_400)
        let day = "2026-09-15"
        #expect(await stranger.get("/harbours/search?q=zqopen&as-of=\(day)").text.contains("<mark>Zqopen</mark>"))
        try await server.given([sheet(.staff, "Zqclosed now")], in: ID("harbours"))
        await amina.signIn(as: "amina")
        #expect(!(await stranger.get("/harbours/search?q=zqopen&as-of=\(day)").text.contains("<mark>Zqopen")), "it is closed today")
        #expect(!(await stranger.get("/harbours/search?q=zqclosed").text.contains("<mark>Zqclosed")))
        #expect(await amina.get("/harbours/search?q=zqopen&as-of=\(day)").text.contains("<mark>Zqopen</mark> once"), "staff may read what it said then")
        #expect(await amina.get("/harbours/search?q=zq+7").text.contains("<strong><mark>ZQ</mark> <mark>7</mark></strong>"))
    }

    /// A thing that was withdrawn is on no plan today: only what it stood in says that it is closed.
    @Test func whatWasWithdrawnFromAPlanThatWentBackToDraftIsClosedToo() async throws {
        let server = try await league(), stranger = Browser(server), amina = Browser(server), id: OrganisationID = ID("harbours")
        await amina.signIn(as: "amina")
        let plan = try await server.site.journals.journal(id).standing[Plan.self], running = try #require(plan.plan(runningOn: .testDay))
        let perspective = try #require(plan.perspectives(of: running).first?.id), whole = try #require(plan.plans[running])
        let objective = Objective(perspective: perspective, code: "ZQ9", title: Localized("Zqgone aim"), order: 99)
        let measure = Indicator(objective: ID("zqaim"), code: "ZQ9.1", title: Localized("Zqgone measure"))
        let action = Action(objective: ID("zqaim"), code: "ZQ9.2", title: Localized("Zqgone work"))
        try await server.given(
            [
                Proposal(Plan.self, .objectiveDescribed(id: ID("zqaim"), objective)), Proposal(Plan.self, .indicatorDescribed(id: ID("zqmeasure"), measure)),
                Proposal(Plan.self, .actionDescribed(id: ID("zqwork"), action)),
            ], in: id)
        server.advance(seconds: 86_400)
        try await server.given(
            [
                Proposal(Plan.self, .actionWithdrawn(id: ID("zqwork"), because: "No more")), Proposal(Plan.self, .indicatorWithdrawn(id: ID("zqmeasure"), because: "No more")),
                Proposal(Plan.self, .objectiveWithdrawn(id: ID("zqaim"), because: "No more")),
            ], in: id)
        let past = "as-of=2026-09-15", files = ["exports/plan.data.csv", "exports/indicators.data.csv", "exports/stratml/\(running)/part-2/en"]
        func leaks(to reader: Browser) async -> [String] {
            let found = await reader.get("/harbours/search?q=zqgone&\(past)").text.matches(of: /<mark>Zqgone<\/mark> (\w+)/).map { String($0.output.1) }
            var leaks = Set(found).sorted()
            for file in files where await reader.get("/harbours/\(file)?\(past)").text.contains("Zqgone") { leaks.append(file) }
            return leaks
        }
        let all = ["aim", "measure", "work"] + files
        #expect(await leaks(to: stranger) == all, "while the plan is adopted, its past is everybody's")
        var draft = whole
        draft.status = .draft
        try await server.given([Proposal(Plan.self, .planDescribed(id: running, draft))], in: id)
        #expect(await leaks(to: stranger) == [])
        // Since yesterday her session is over.
        await amina.signIn(as: "amina")
        #expect(await leaks(to: amina) == all, "who works on it reads on")
    }

    @Test func erasedWordsAreNotFoundNotEvenFromWhatWasKeptForSpeed() async throws {
        let server = try await league(), stranger = Browser(server), journal = try await server.site.journals.journal(ID("harbours"))
        try await server.given(
            [Proposal(Register.self, .unitDescribed(id: ID("zqunit"), Unit(name: Localized("Zqerased bureau"), kind: .team)))], in: ID("harbours"))
        let position = journal.standing.position
        #expect(await stranger.get("/harbours/search?q=zqerased").text.contains("<mark>Zqerased</mark>"))
        #expect(await stranger.get("/harbours/search?q=zqerased&known-on=2026-09-14").text.contains("<mark>") == false)
        _ = try await journal.eraseWords(at: [position], because: "asked for", Command(by: .system, key: UUID().uuidString, content: Data()))
        #expect(!(await stranger.get("/harbours/search?q=zqerased").text.contains("<mark>")))
        server.advance(seconds: 86_400)
        #expect(!(await stranger.get("/harbours/search?q=zqerased&as-of=2026-09-15").text.contains("<mark>")))
    }

    @Test func hostileQuestionsAreShownAsText() async throws {
        let server = try await ExampleWorld.shared(), stranger = Browser(server)
        for query in ["<script>alert(1)</script>", "\"><img src=x onerror=1>", "%00%FF", String(repeating: "a ", count: 400), "\u{202E}abc", "((((", "'; DROP TABLE event; --", "\"", "*"] {
            let page = await stranger.get("/harbours/search?q=\(percentEncoded(query))&page=99999999999999999999&kind=%3Cscript%3E")
            #expect(page.status == 200)
            #expect(!page.text.contains("<script") && !page.text.contains("<img src=x"))
        }
        for page in ["-1", "0", "9223372036854775807"] { #expect(await stranger.get("/harbours/search?q=a&page=\(page)").status == 200) }
    }
}

/// Questions that somebody might try, the same in each run.
private struct SeededQuestions {
    private var random: SeededGenerator

    init(_ seed: UInt64) { random = SeededGenerator(seed: seed) }

    private static let words = ["secret", "zq", "z", "s", "har", "port", "\"secret\"", "a", "plan", "zqstaff", "zqdraft", "zqmembers", "re", "مي", "про", "zqmap"]

    var query: String {
        mutating get { (0...Int.random(in: 0..<3, using: &random)).map { _ in SeededQuestions.words.randomElement(using: &random) ?? "" }.joined(separator: " ") }
    }
}
