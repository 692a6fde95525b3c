import Accounts
import Features
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit

@testable import Server

/// The guild with everything that people and the program's own forms made in it, frozen: made once, and the beginning of every server that is asked.
struct Beginning: Sendable {
    let server: TestServer
    private(set) var sessions: [String: Token] = [:]
    /// What the programs of the personas send.
    private(set) var tokens: [String: String] = [:]
    /// What stands in addresses for what was not named beforehand.
    private(set) var names: [String: String] = [:]

    static let house = Result { try House(features) }
    private static let open = Task { try await Beginning(isPublic: true) }
    private static let closed = Task { try await Beginning(isPublic: false) }

    static func guild(isPublic: Bool) async throws -> Beginning { try await (isPublic ? open : closed).value }

    private init(isPublic: Bool) async throws {
        server = try TestServer(features, house: try Beginning.house.get(), allowances: Allowances.unlimited)
        for persona in Persona.all { try await enrol(persona) }
        try await server.person(ID("two"), "Two")
        try await server.password(Guild.password, of: "two@example.org")
        try await server.given(Pilots.proposals(isPublic: isPublic), in: Pilots.id)
        try await makePapers(by: browser("planner"))
        try await invite(by: browser("administrator"))
        await makeSurveys(by: browser("planner"))
        await makePriorities(by: browser("planner"))
        await makeScan(by: browser("planner"))
        await makeRisks(by: browser("planner"))
        await makeScenarios(by: browser("planner"))
        await makeLeadership(by: browser("leadershipAnalyst"))
        try await makeLinks(server.site.signIn)
        names["@style"] = String(server.site.assets.styleSheet.dropFirst("/static/".count))
        try server.freeze()
    }

    private mutating func enrol(_ persona: Persona) async throws {
        guard let account = persona.account else { return }
        try await server.person(account, persona.name)
        try await server.password(Guild.password, of: "\(account)@example.org")
        sessions[persona.name] = try await server.site.signIn.session(for: account)
        let made = try await server.site.signIn.newAccessToken(for: account, name: "test", scope: .write, organisation: nil, days: 7)
        tokens[persona.name] = made.text
        names["@token of \(persona.name)"] = made.token.id.text
    }

    private func browser(_ persona: String) -> Browser {
        let browser = Browser(server)
        if let session = sessions[persona] { browser.hold(session: session.text) }
        return browser
    }

    /// What only forms can make: a draft paper, a final one, and the report of an import.
    private mutating func makePapers(by browser: Browser) async throws {
        let base = "/\(Pilots.id)"
        func made(_ answer: WebResponse) -> String {
            String(answer.location.split(separator: "?").first?.split(separator: "/").last ?? "none")
        }
        names["@final"] = made(await browser.submit("\(base)/paper/new", [:]))
        _ = await browser.submit("\(base)/paper/\(names["@final"] ?? "")/finalise", [:])
        names["@paper"] = made(await browser.submit("\(base)/paper/new", [:]))
        let form = browser.form(of: await browser.get("\(base)/imports/members"))
        names["@report"] = made(
            await browser.send(form, file: ("file", "code,name,region\nMADE,Made,ONE\n"), to: "\(base)/imports/members"))
    }

    /// Somebody is invited for each of the two Members.
    private mutating func invite(by browser: Browser) async throws {
        for half in ["one", "two"] {
            _ = await browser.submit(
                "/\(Pilots.id)/people/invite",
                ["name": "New", "email": "\(half)@example.net", "role": "drafter", "member": "m-\(half)", "region": "", "body": "", "unit": ""])
        }
        for (id, pending) in try await server.site.journals.journal(Pilots.id).standing[Grants.self].invitations {
            if case .member(let member) = pending.invitation.scope { names["@invitation-\(member.text.dropFirst(2))"] = id.text }
        }
        await server.site.mailRoom.settle()
        names["@invitation"] = String(server.mails.link(to: "one@example.net").dropFirst("/invitations/".count))
    }

    /// A survey that is being made, and one that is open: drafted, cleared once by the head, changed since, with somebody who stands in.
    private mutating func makeSurveys(by planner: Browser) async {
        let base = "/\(Pilots.id)/surveys", clearance = "/\(Pilots.id)/clearance/m-one"
        for state in ["draft", "open"] {
            let survey = await planner.submit("\(base)/new", ["title.en": "Survey \(state)", "consent": "yes"]).location.split(separator: "?")[0]
            names["@\(state)"] = String(survey.split(separator: "/").last ?? "none")
            _ = await planner.submit("\(survey)/sections/new", ["title.en": "Section"])
            func found(_ pattern: Regex<(Substring, Substring)>) async -> String { await planner.get(String(survey)).text.firstMatch(of: pattern).map { String($0.output.1) } ?? "none" }
            let section = await found(/sections\/([a-z0-9-]+)\/edit/)
            _ = await planner.submit("\(survey)/sections/\(section)/new/text", ["text.en": "What else?"])
            names["@\(state)-section"] = section
            names["@\(state)-question"] = await found(/questions\/([a-z0-9-]+)\/edit/)
        }
        let open = "\(base)/\(names["@open"] ?? "")", section = "sections/\(names["@open-section"] ?? "")", question = "q-\(names["@open-question"] ?? "")"
        let drafter = browser("drafter"), head = browser("headOfAdministration")
        _ = await planner.submit("\(open)/\(section)/new/ranking", ["text.en": "What first?", "options.en": "Trade\nSafety\nHealth\nSpace"])
        let ranking = await planner.get(String(open)).text.matches(of: /questions\/([a-z0-9-]+)\/edit/).last.map { String($0.output.1) } ?? "none"
        names["@ranking"] = ranking
        _ = await planner.submit("\(open)/open", [:])
        for member in ["m-one", "m-two"] {
            _ = await planner.submit("\(open)/paper/\(member)/\(section)", [question: "On paper", "q-\(ranking)-1": "2", "q-\(ranking)-2": "1"])
            _ = await planner.submit("\(open)/paper/\(member)/submit", ["received": "\(Day.testDay)", "signed": "yes", "consent": "nobody"])
            _ = await planner.submit("\(open)/paper/\(member)/\(section)", [question: "On paper, once more"])
        }
        _ = await drafter.submit("\(open)/answers/m-one/\(section)", [question: "Words", "q-\(ranking)-1": "1"])
        _ = await head.submit("\(open)/answers/m-one/submit", ["consent": "nobody"])
        _ = await drafter.submit("\(open)/answers/m-one/\(section)", [question: "Other words"])
        _ = await drafter.submit("\(open)/answers/m-one/clearance", [:])
        _ = await head.submit("\(clearance)/new", ["account": "drafter", "until": "\(Day.testDay.adding(days: 9))"])
        names["@seal"] = await head.get("\(open)/answers/m-one/submit").text.firstMatch(of: /name="seen" value="([^"]*)"/).map { String($0.output.1) } ?? "none"
        names["@substitute"] = await head.get(clearance).text.firstMatch(of: /m-one\/([a-z0-9-]+)\/dismiss/).map { String($0.output.1) } ?? "none"
    }

    /// A round for those who take part and one for staff, each with a candidate that stands and one that was dropped.
    private mutating func makePriorities(by planner: Browser) async {
        for readers in ["participants", "staff"] {
            let fields = ["title.en": "Round for \(readers)", "readers": readers, "box": "surveys:\(names["@ranking"] ?? "")"]
            let round = await planner.submit("/\(Pilots.id)/priorities/new", fields).location.split(separator: "?")[0]
            names["@round-\(readers)"] = String(round.split(separator: "/").last ?? "none")
            for option in 1...3 { _ = await planner.submit("\(round)/take", ["options": "\(option)"]) }
            let found = await planner.get(String(round)).text.matches(of: /candidates\/([a-z0-9]{6,})"/).map { String($0.output.1) }
            names["@candidate-\(readers)"] = found.first ?? "none"
            names["@second-\(readers)"] = found.dropLast().last ?? "none"
            names["@dropped-\(readers)"] = found.last ?? "none"
            _ = await planner.submit("\(round)/candidates/\(found.last ?? "none")/drop", ["because": "Not ours"])
        }
    }

    /// An edition that is published for everybody with one signal, one in the making, and signals that nobody has looked at.
    private mutating func makeScan(by planner: Browser) async {
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
    private mutating func makeRisks(by planner: Browser) async {
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

    /// An analysis with an issue and an actor.
    private mutating func makeLeadership(by analyst: Browser) async {
        let made = await analyst.submit("/\(Pilots.id)/leadership/analyses/new", ["title.en": "Arena", "question.en": "Who wants what?", "quota": "2/3"]).location
        let analysis = String(made.split(separator: "?")[0])
        names["@analysis"] = String(analysis.split(separator: "/").last ?? "none")
        _ = await analyst.submit("\(analysis)/issues/new", ["title.en": "Fees"])
        _ = await analyst.submit("\(analysis)/actors/new", ["name.en": "North", "kind": "region", "votes": "3", "power": "2"])
        let page = await analyst.get(analysis).text
        names["@arena-issue"] = page.firstMatch(of: /leadership\/issues\/([a-z0-9-]+)\//).map { String($0.output.1) } ?? "none"
        names["@arena-actor"] = page.firstMatch(of: /leadership\/actors\/([a-z0-9-]+)\//).map { String($0.output.1) } ?? "none"
    }

    /// A study in the making, one that is open, and one that is published for everybody.
    private mutating func makeScenarios(by planner: Browser) async {
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

    /// Links that are sent to people, one of each kind.
    private mutating func makeLinks(_ signIn: SignIn) async throws {
        names["@welcome"] = try await signIn.link(name: "New", email: "welcome@example.org").token.text
        names["@reset"] = try await signIn.resetLink(email: "two@example.org")?.token.text
        names["@confirm"] = try await signIn.addressLink(of: ID("two"), password: Guild.password, to: "second@example.org").text
    }
}
