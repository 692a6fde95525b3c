import Accounts
import Features
import Foundation
import Journal
import Methods
import Organisation
import Pages
import TestKit

@testable import Server

/// The last day of a survey: of each administration three people draft and its head submits, over lines that lose requests and answers, with double clicks,
/// sessions that end and a server that is started anew. What everybody was told is held against what is kept.
final class DeadlineDay {
    /// What one administration believes: all that was acknowledged.
    struct Belief: Equatable {
        var draft: [String: String] = [:]
        /// What was submitted, each time.
        var submitted: [[String: String]] = []
    }

    private(set) var server: TestServer
    private(set) var beliefs: [String: Belief] = [:]
    private(set) var faults: [String: Int] = [:]
    private var random: SeededGenerator
    private let members: [String]
    private let house: House
    private(set) var address = ""
    private var section = ""
    private var questions: [String] = []

    init(members count: Int, seed: UInt64) async throws {
        random = SeededGenerator(seed: seed)
        members = (1...count).map { "m\($0)" }
        house = try House(features)
        server = try TestServer([], house: house, allowances: Allowances.unlimited)
        try await found()
        try await open()
    }

    /// An organisation in three regions: each administration has three drafters, of whom the third is its head.
    private func found() async throws {
        var proposals = [
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isExample: true, isPublic: false))),
            Proposal(Grants.self, .granted(id: ID("g-amina"), Grant(account: ID("amina"), role: .planner, scope: .organisation))),
        ]
        for region in ["north", "south", "west"] {
            if let id = ID<Region>(region) { proposals.append(Proposal(Register.self, .regionDescribed(id: id, Region(code: region, name: Localized(region))))) }
        }
        try await server.person(ID("amina"), "Amina")
        for (place, name) in members.enumerated() {
            guard let id = ID<Member>(name) else { continue }
            let region = ID<Region>(["north", "south", "west"][place % 3])
            proposals += [
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized(name), region: region, code: name))), Proposal(Register.self, .memberJoined(id: id)),
            ]
            for person in 1...3 {
                guard let account = ID<Actor>("\(name)-\(person)"), let grant = ID<Grant>("g-\(name)-\(person)") else { continue }
                try await server.person(account, account.text)
                proposals.append(Proposal(Grants.self, .granted(id: grant, Grant(account: account, role: person == 3 ? .headOfAdministration : .drafter, scope: .member(id)))))
            }
        }
        try await server.given(proposals)
    }

    private func open() async throws {
        let amina = Browser(server)
        await amina.signIn(as: "amina")
        address = String(await amina.submit("/test/surveys/new", ["title.en": "Deadline"]).location.split(separator: "?")[0])
        _ = await amina.submit("\(address)/sections/new", ["title.en": "All"])
        func found(_ pattern: Regex<(Substring, Substring)>) async -> [String] { await amina.get(address).text.matches(of: pattern).map { String($0.output.1) } }
        section = await found(/sections\/([a-z0-9-]+)\/edit/).first ?? "none"
        _ = await amina.submit("\(address)/sections/\(section)/new/ranking", ["text.en": "What first?", "options.en": "Trade\nSafety\nHealth"])
        _ = await amina.submit("\(address)/sections/\(section)/new/number", ["text.en": "How many?"])
        _ = await amina.submit("\(address)/sections/\(section)/new/text", ["text.en": "What else?"])
        questions = await found(/questions\/([a-z0-9-]+)\/edit/)
        _ = await amina.submit("\(address)/open", [:])
    }

    /// All of it, in an order that the seed decides.
    func run() async throws {
        var steps = Dictionary(uniqueKeysWithValues: members.map { ($0, script()) })
        while let member = steps.keys.sorted().randomElement(using: &random) {
            guard let step = steps[member]?.first else {
                steps[member] = nil
                continue
            }
            steps[member]?.removeFirst()
            if chance(0.01) { try await startAnew() }
            await take(step, for: member)
        }
    }

    private enum Step { case save(Int, [Int]), submit }

    /// Two or three save what overlaps, the head submits; one in four changes something and submits again, one in six never submits.
    private func script() -> [Step] {
        var steps: [Step] = [.save(1, [0]), .save(2, [1, 2]), .save(chance(0.5) ? 1 : 3, [2])].shuffled(using: &random)
        if !chance(1.0 / 6) { steps.append(.submit) }
        if chance(0.25) { steps += [.save(2, [0, 1]), .submit] }
        return steps
    }

    private func take(_ step: Step, for member: String) async {
        switch step {
        case .save(let person, let places):
            var values: [String: String] = [:]
            for place in places { values.merge(answer(place)) { $1 } }
            if await deliver("\(address)/answers/\(member)/sections/\(section)", values, as: "\(member)-\(person)") { beliefs[member, default: Belief()].draft.merge(values) { $1 } }
        case .submit:
            let said = beliefs[member]?.draft ?? [:]
            // What is submitted already is not submitted again.
            if beliefs[member]?.submitted.last == said { return }
            if await deliver("\(address)/answers/\(member)/submit", ["consent": "nobody"], as: "\(member)-3") { beliefs[member]?.submitted.append(said) }
        }
    }

    private func answer(_ place: Int) -> [String: String] {
        let name = "q-\(questions[place])"
        switch place {
        case 0:
            let places = ["1", "2", "3"].shuffled(using: &random)
            return Dictionary(uniqueKeysWithValues: places.enumerated().map { ("\(name)-\($0.offset + 1)", $0.element) })
        case 1: return [name: "\(Int.random(in: 0...500, using: &random))"]
        default: return [name: "Words \(Int.random(in: 0...9999, using: &random))"]
        }
    }

    /// Sends a form until it is acknowledged, however often that takes.
    private func deliver(_ target: String, _ values: [String: String], as person: String) async -> Bool {
        let browser = Browser(server)
        await browser.signIn(as: person)
        var fields = browser.form(of: await browser.get(target), values)
        for _ in 0..<8 {
            switch Double.random(in: 0..<1, using: &random) {
            case ..<0.15: note("request lost")
            case ..<0.30:
                note("answer lost")
                _ = await browser.send(fields, to: target)
            case ..<0.40:
                note("sent twice at once")
                let sent = fields
                async let one = browser.send(sent, to: target)
                async let other = browser.send(sent, to: target)
                let both = await [one, other]
                if both.contains(where: acknowledged) { return true }
            case ..<0.50:
                note("session over")
                browser.hold(session: "over")
                let away = await browser.send(fields, to: target), back = await returned(away, browser, person)
                // What was typed stands in the form again; it is sent from there.
                let kept = browser.form(of: back)
                fields = kept.isEmpty ? fields : kept
            default: if acknowledged(await browser.send(fields, to: target)) { return true }
            }
        }
        return acknowledged(await browser.send(fields, to: target))
    }

    /// Led on, or told that it stands there already: the answer to the first sending was lost, and the form was filled in anew since.
    private func acknowledged(_ answer: WebResponse) -> Bool {
        answer.status == 303 ? !answer.location.hasPrefix("/sign-in") : answer.status == 422 && answer.text.contains(nothingChanged)
    }

    private var nothingChanged: String { Say(.en, house.catalogue)("survey.refusal.nothing-changed") }

    /// To the sign-in, and from there where one was led from.
    private func returned(_ away: WebResponse, _ browser: Browser, _ person: String) async -> WebResponse {
        let next = away.location.firstMatch(of: /next=([^&]*)/).map { String($0.output.1).removingPercentEncoding ?? "" } ?? ""
        await browser.signIn(as: person)
        return await browser.get(next)
    }

    /// What is in memory is gone: sessions that are kept, forms that were held.
    private func startAnew() async throws {
        note("started anew")
        try server.freeze()
        server = try TestServer([], house: house, after: server, allowances: Allowances.unlimited)
    }

    private func note(_ fault: String) { faults[fault, default: 0] += 1 }
    private func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    /// By which name a field of the form stands in the variables of the archive.
    var questionIDs: [String] { questions }
}
