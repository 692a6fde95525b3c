import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("Writing to those who have not answered")
struct ReminderStories {
    private let form = "surveys/{survey}/reminders", survey1 = ["survey": "n1"]
    private let clearance = "surveys/{survey}/answers/{member}/clearance"

    /// Fikertal has a drafter, an administrator and a head; Golmark a drafter; Havnia a head alone; Isleworth nobody.
    private func world() throws -> World {
        var world = try World.opened()
        let grants: [(StaticString, StaticString, Role, StaticString)] = [
            ("g1", "bruno", .drafter, "fik"), ("g2", "gita", .memberAdministrator, "fik"), ("g3", "chen", .headOfAdministration, "fik"), ("g4", "goran", .drafter, "gol"),
            ("g5", "hana", .headOfAdministration, "hav"), ("g6", "bruno", .memberAdministrator, "fik"),
        ]
        for (id, account, role, member) in grants {
            world.tell(Proposal(Grants.self, .granted(id: ID(id), Grant(account: ID(account), role: role, scope: .member(ID(member))))))
        }
        return world
    }

    private func sent(_ mailings: [Mailing]) -> [String] { mailings.map { "\($0.to) \($0.kind)" }.sorted() }

    @Test("an invitation goes once to each who drafts, heads or administers; who has nobody is left out and said so")
    func invitation() async throws {
        var world = try world()
        let first = try world.send(form, ["kinds": ["invitation"]], survey1)
        #expect(sent(first) == ["bruno survey-invitation", "chen survey-invitation", "gita survey-invitation", "goran survey-invitation", "hana survey-invitation"])
        let rounds = try world.organisation[Reminders.self][ID("n1")]
        #expect(rounds.count == 1 && rounds[0].members == [ID("fik"), ID("gol"), ID("hav")] && rounds[0].people == 5 && rounds[0].on == .testDay)
        #expect(throws: Refusal("survey.refusal.nobody-to-remind", field: "kinds")) { try world.send(form, ["kinds": ["invitation"]], survey1, on: .testDay.adding(days: 9)) }
        let page = try await world.page(form, as: .amina, survey1)
        #expect(page.contains("1 Member without anybody who has an account") && page.contains("Isleworth"))
    }

    @Test("each stage has its own people: those who draft until clearance is asked for, then the head and who stands in today")
    func stages() throws {
        var world = try world()
        let head = "hana survey-notStarted"
        #expect(sent(try copy(world, ["notStarted"])) == ["bruno survey-notStarted", "gita survey-notStarted", "goran survey-notStarted", head], "a head where nobody else is there")
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        #expect(sent(try copy(world, ["notStarted"])) == ["goran survey-notStarted", head])
        #expect(sent(try copy(world, ["notFinished", "notStarted"])) == ["bruno survey-notFinished", "gita survey-notFinished", "goran survey-notStarted", head])
        #expect(throws: Refusal.self) { try copy(world, ["notCleared"]) }
        try world.send(clearance, [:], as: .bruno, ["survey": "n1", "member": "fik"])
        #expect(sent(try copy(world, ["notCleared", "notFinished", "invitation"])).filter { !$0.contains("invitation") } == ["chen survey-notCleared"])
        try world.send("clearance/{member}/new", ["account": ["bruno"], "from": ["2026-09-15"], "until": ["2026-09-20"]], as: .chen, ["member": "fik"])
        #expect(sent(try copy(world, ["notCleared"])) == ["bruno survey-notCleared", "chen survey-notCleared"])
        #expect(sent(try copy(world, ["notCleared"], on: .testDay.adding(days: 9))) == ["chen survey-notCleared"], "once the substitute's time is over")
    }

    private func copy(_ world: World, _ kinds: [String], on day: Day = .testDay) throws -> [Mailing] {
        var copy = world
        return try copy.send(form, ["kinds": kinds], survey1, on: day)
    }

    @Test("nobody has two letters on one day, and whoever has answered none")
    func once() throws {
        var world = try world()
        try world.send(form, ["kinds": ["notStarted"], "regions": ["north"]], survey1)
        #expect(sent(try world.send(form, ["kinds": ["notStarted"]], survey1)) == ["hana survey-notStarted"], "the others had one today")
        #expect(throws: Refusal("survey.refusal.nobody-to-remind", field: "kinds")) { try world.send(form, ["kinds": ["notStarted", "invitation"]], survey1) }
        #expect(sent(try world.send(form, ["kinds": ["notStarted"]], survey1, on: .testDay.adding(days: 1))).count == 4)
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        let seal = try AnswerDecisions.seal(try world.answers[ID("n1"), ID("fik")], at: .member)
        try world.send("surveys/{survey}/answers/{member}/submit", ["seen": [seal], "consent": ["nobody"]], as: .chen, ["survey": "n1", "member": "fik"])
        #expect(sent(try world.send(form, ["kinds": Reminder.allCases.map(\.rawValue)], survey1, on: .testDay.adding(days: 5))) == ["goran survey-invitation", "hana survey-invitation"])
    }

    @Test("a letter is in the words of its reader and names the survey and the Member; what a draft says is in none, nor in the journal or on the page")
    func words() async throws {
        var world = try world()
        try world.send(World.section, ["q-n12": ["Between us"]], as: .bruno, World.ofFik)
        let mailings = try world.send(form, ["kinds": ["notFinished"], "text.en": ["Please hurry"], "text.fr": ["Merci de faire vite"]], survey1)
        let mailing = try #require(mailings.first), house = try House([survey]), name = try world.organisation[Register.self].profile?.name ?? .empty
        func written(_ language: Language) -> (subject: String, text: String) { mailing.written(to: "Bruno", link: "http://x/y", organisation: name, Say(language, house.catalogue)) }
        let english = written(.en), french = written(.fr), arabic = written(.ar)
        #expect(english.subject == "Fikertal: the answer to “Where next?” has not been submitted")
        for part in ["Dear Bruno,", "until 31 December 2026", "Please hurry", "http://x/y", "League of Harbours", "You are written to because"] { #expect(english.text.contains(part), "\(part)") }
        #expect(french.text.contains("Bonjour Bruno") && french.text.contains("Merci de faire vite") && !french.text.contains("Please hurry"))
        #expect(arabic.text.contains("\u{2068}Fikertal\u{2069}") && arabic.text.contains("Please hurry") && arabic.subject.hasPrefix("\u{200F}"))
        #expect(mailing.path == "surveys/n1/answers/fik")
        #expect(!mailings.contains { "\($0)".contains("Between us") })
        for page in [try await world.page(form, as: .amina, survey1), try await world.page("surveys/{survey}", as: .amina, survey1)] { #expect(!page.contains("Between us")) }
    }

    @Test("what would be sent is shown first, and nothing is recorded by that")
    func preview() throws {
        let world = try world(), organisation = try world.organisation
        let route = try #require(survey.routes.first { $0.path == form })
        guard case .form(let handler) = route.handler else { throw Missing() }
        let entered = Entered([("kinds", "notStarted"), ("look", "yes"), ("text.en", "Please hurry")], language: .en)
        let sent = Submission(
            organisation: organisation, viewer: .amina, entered: entered, parameters: survey1, today: .testDay, language: .en, post: Post(isOpen: true), makeID: { "x" })
        guard case .propose(let button, let without, let page) = try handler.decide(sent) else { throw Missing() }
        let text = page(visit(try House([survey]), organisation, as: .amina), Markup()).body.text
        #expect(without == "look" && button.arguments["n"] == .count(4))
        #expect(text.contains("4 people would be written to, for 3 Members") && text.contains("Please hurry") && text.contains("Isleworth"))
    }

    @Test("whose mail comes back is not written to, and planners see whose; without mail nothing is sent, and the table is offered")
    func unreached() async throws {
        var world = try world()
        world.post.returned[ID("goran")] = Post.Returned(on: .testDay, status: "5.1.1", reason: "")
        world.post.returned[ID("bruno")] = Post.Returned(on: .testDay, status: "5.7.1", reason: "")
        world.post.returned[ID("gita")] = Post.Returned(on: .testDay, status: "4.4.1", reason: "")
        #expect(sent(try copy(world, ["notStarted"])) == ["gita survey-notStarted", "hana survey-notStarted"], "late is not lost")
        let page = try await world.page(form, as: .amina, survey1)
        #expect(page.contains("<bdi>Fikertal</bdi>: some mail comes back") && page.contains("<bdi>Golmark</bdi>: all mail comes back") && page.contains("The address does not exist"))
        world.post = .closed
        #expect(throws: Refusal("survey.refusal.no-mail")) { try world.send(form, ["kinds": ["notStarted"]], survey1) }
        let closed = try await world.page(form, as: .amina, survey1)
        #expect(closed.contains("Who is to be written to") && !closed.contains("name=\"kinds\""))
        #expect(closed.contains("No mail goes out from here") && closed.contains("missing.csv") && !closed.contains("<button class=\"button\" type=\"submit\""))
    }

    @Test("who is missing by region, with the days since the last letter; the table names nobody")
    func missing() async throws {
        var world = try world()
        try world.send(form, ["kinds": ["notStarted"], "regions": ["north"]], survey1)
        let later = Day.testDay.adding(days: 4), page = try await world.page("surveys/{survey}", as: .amina, survey1, on: later)
        #expect(page.contains("4 days") && page.contains("never written to") && page.contains("last written to on"))
        let organisation = try world.organisation, route = try #require(survey.routes.first { $0.path == "surveys/{survey}/missing.csv" })
        guard case .read(let read) = route.handler, case .file(let file) = try await read(visit(try House([survey]), organisation, as: .amina, parameters: survey1, times: Times(today: later)))
        else { throw Missing() }
        let table = String(decoding: try file.bytes, as: UTF8.self)
        #expect(table.contains("FIK,Fikertal,North,notStarted,2,2,2026-09-15,4") && table.contains("ISL,Isleworth,South,notStarted,0,0,,"))
        #expect(!table.contains("Bruno") && !table.contains("bruno"))
        #expect(!route.access.admits(.bruno) && !route.access.admits(.public))
    }

    @Test("only planners write, and only while the survey is open")
    func rights() throws {
        var world = try world()
        #expect(throws: Missing.self) { try world.send(form, ["kinds": ["notStarted"]], as: .bruno, survey1) }
        #expect(throws: Refusal("survey.refusal.not-open")) { try world.send(form, ["kinds": ["notStarted"]], survey1, on: Day(2027, 1, 1) ?? .beginning) }
        #expect(throws: Refusal("survey.refusal.no-kind", field: "kinds", ofFieldAlone: true)) { try world.send(form, ["kinds": ["everybody"]], survey1) }
    }

    @Test("what was once recorded of letters can always be read")
    func forever() throws {
        try expectEventsAreForever(
            Reminders.self, today: Reminder.allCases.map { .remindersSent(survey: ID("a"), kind: $0, members: [ID("fik"), ID("gol")], people: 3) })
    }
}
