import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

/// The recorded votes of the states in the General Assembly of the United Nations, sessions 70 to 74: 193 states, 502 roll calls, yes, no or abstention.
///
/// Erik Voeten, Anton Strezhnev and Michael Bailey, “United Nations General Assembly Voting Data” (CC0), beside the project. Public facts; here they stand in
/// for the largest survey that Members could be asked.
struct RollCalls {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data")
    static let file = folder.appending(path: "unga_votes/dev/unga_matrix_sessions_70_74.csv")
    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }
    /// All of them take twenty seconds without optimisation; every fifth tells the same story in five.
    static var areAllAsked: Bool { ProcessInfo.processInfo.environment["ROLLCALLS"] != nil }

    /// By its code, for each roll call 1 (yes), 2 (no), 3 (abstention), or `nil` (absent).
    let states: [(code: String, votes: [Int?])]
    let names: [String]

    init() throws {
        let lines = try String(contentsOf: RollCalls.file, encoding: .utf8).split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let header = try #require(lines.first)
        let chosen = stride(from: 1, to: header.count, by: RollCalls.areAllAsked ? 1 : 5)
        names = chosen.map { String(header[$0]) }
        states = lines.dropFirst().map { cells in (String(cells[0]), chosen.map { ["1": 1, "-1": 2, "0": 3][cells[$0]] }) }
    }

    /// The regions of the world by the United Nations' own list (M49), by code of the state.
    static func regions() throws -> [String: String] {
        let table = try CSVTable(bytes: Array(try Data(contentsOf: folder.appending(path: "countries/country_codes.csv"))), limits: .standard)
        return Dictionary(table.rows.compactMap { row in row["ISO3166-1-Alpha-2"].flatMap { code in row["Region Name"].map { (code, $0) } } }) { first, _ in first }
    }
}

@Suite("A survey of 193 states with up to 502 questions", .enabled(if: RollCalls.isThere, "the roll calls of the General Assembly are not beside the project"))
struct RollCallStories {
    private static let sections = 10

    /// One survey of all roll calls; who was absent from one did not answer it.
    private func world(_ calls: RollCalls) throws -> World {
        let regions = try RollCalls.regions()
        var world = World.empty
        for name in Set(regions.values) where !name.isEmpty {
            let id = try #require(ID<Region>(slug: name))
            world.tell(Proposal(Register.self, .regionDescribed(id: id, Region(code: id.text, name: Localized(name))), on: .beginning))
        }
        for state in calls.states {
            let id = try #require(ID<Member>(state.code.lowercased())), region = regions[state.code].flatMap { ID<Region>(slug: $0) }
            world.tell(
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized(state.code), region: region, code: state.code)), on: .beginning),
                Proposal(Register.self, .memberJoined(id: id), on: .beginning))
        }
        var described = Survey(title: Localized("Roll calls"), needsClearance: false, readers: .everyone)
        described.closesOn = Day(2026, 12, 31)
        world.tell(Proposal(Surveys.self, .surveyDescribed(id: ID("n1"), described)))
        for section in 0..<RollCallStories.sections {
            let id = try #require(ID<SurveySection>("s\(section)"))
            world.tell(Proposal(Surveys.self, .sectionDescribed(id: id, SurveySection(survey: ID("n1"), title: Localized("Part \(section + 1)"), order: section))))
        }
        let size = (calls.names.count + RollCallStories.sections - 1) / RollCallStories.sections
        let ids = try calls.names.map { try #require(ID<Question>("r\($0)")) }
        for (number, name) in calls.names.enumerated() {
            var question = Question(section: try #require(ID<SurveySection>("s\(number / size)")), code: "R\(name)", text: Localized("Roll call \(name)"), kind: .single, order: number)
            question.options = Localized("Yes\nNo\nAbstention")
            world.tell(Proposal(Surveys.self, .questionDescribed(id: ids[number], question)))
        }
        world.tell(Proposal(Surveys.self, .surveyOpened(id: ID("n1"), asked: calls.states.compactMap { ID<Member>($0.code.lowercased()) }.sorted())))
        for state in calls.states {
            let given = zip(ids, state.votes).compactMap { id, vote in vote.map { Given(question: id, response: .chosen([$0], other: nil)) } }
            if !given.isEmpty { try world.answer(state.code.lowercased(), given, consent: .everyone) }
        }
        return world
    }

    @Test("every tally is that of the roll call, by region too; the archive brings every vote back; the page keeps its size")
    func run() async throws {
        let calls = try RollCalls(), regions = try RollCalls.regions(), late = Day(2027, 2, 1) ?? .beginning
        #expect(calls.states.count == 193 && calls.names.count == (RollCalls.areAllAsked ? 502 : 101))
        let world = try Kept(world: self.world(calls)), reading = try world.reading(as: .public, on: late), respondents = Respondents(reading)
        let answered = calls.states.count { $0.votes.contains { $0 != nil } }
        #expect(respondents.all.versions.count == answered && reading.questionnaire.questions.count == calls.names.count)

        // Counted again from the file, without anything of ours.
        let states = Dictionary(grouping: calls.states) { regions[$0.code] ?? "" }
        for (number, item) in reading.questionnaire.questions.enumerated() {
            let figures = QuestionFigures(item.id, item.question, respondents)
            func recount(_ states: [(code: String, votes: [Int?])]) -> [Int] { (1...3).map { vote in states.count { $0.votes[number] == vote } } }
            #expect(figures.all.options.counts == recount(calls.states), "\(item.question.code)")
            for (group, tally) in figures.regions {
                #expect(tally.options.counts == recount(states[group.name.plain()] ?? []), "\(item.question.code) \(group.code)")
            }
        }
        for group in respondents.regions {
            let own = states[group.name.plain()] ?? []
            #expect(group.asked == own.count && group.versions.count == own.count { $0.votes.contains { $0 != nil } })
        }

        // Weighted by region: the mean of the regions' shares, each with its share of those who were asked.
        let weighted = Respondents(reading, .region), first = try #require(reading.questionnaire.questions.first)
        let figures = QuestionFigures(first.id, first.question, weighted)
        var yes = 0.0, mass = 0.0
        for group in respondents.regions {
            let own = (states[group.name.plain()] ?? []).filter { $0.votes[0] != nil }
            let weight = Double(group.asked) / Double(max(1, group.versions.count))
            yes += weight * Double(own.count { $0.votes[0] == 1 })
            mass += weight * Double(own.count)
        }
        #expect(abs((figures.all.options.shares.first ?? 0) - yes / mass) < 1e-9)

        try await archived(world, calls, late)
        try await paged(world, late)
    }

    private func archived(_ world: Kept, _ calls: RollCalls, _ late: Day) async throws {
        let file = try await SurveyArchive.file(try world.reading(as: .public, on: late), .everyone), bytes = try file.bytes
        let archive = try ReadArchive(bytes)
        let byCode = Dictionary(archive.answers.map { ($0.code, $0) }) { first, _ in first }
        for state in calls.states where state.votes.contains(where: { $0 != nil }) {
            let answer = try #require(byCode[state.code])
            let votes = archive.questions.map { id, _ -> Int? in if case .chosen(let options, nil)? = answer.responses[id] { options.first } else { nil } }
            #expect(votes == state.votes, "\(state.code)")
        }
        let recount = Recount(archive)
        #expect(recount.faults == [] && recount.partial == 0 && recount.same > calls.names.count * 3 * 5)
        print("archive of \(archive.answerCount) × \(archive.questionCount): \(bytes.count >> 10) KiB, \(recount.same) figures recounted")
    }

    /// Forty questions a page, each of them a page that a telephone loads.
    private func paged(_ world: Kept, _ late: Day) async throws {
        let clock = ContinuousClock()
        for (query, name) in [([:], "first page"), (["page": "2"], "page 2"), (["page": "2", "weights": "region"], "page 2, weighted")] as [([String: String], String)] {
            let start = clock.now, visit = try world.visit(as: .public, query: query, on: late)
            guard case .read(let read) = ResultsPage.route.handler, case .page(let page) = try await read(visit) else { throw Missing() }
            let text = page.body.text
            print("\(name): \((clock.now - start) / .milliseconds(1)) ms, \(text.utf8.count >> 10) KiB")
            #expect(text.utf8.count < 600 << 10)
            #expect(text.contains("Roll call 5394") == (query["page"] == nil) && text.contains("rel=\"prev\"") == (query["page"] == "2"))
        }
    }

    /// The same organisation for every reader: to fold it again for each would be most of the time.
    private struct Kept {
        let organisation: Organisation
        let house: House

        init(world: World) throws {
            organisation = try world.organisation
            house = try House([survey])
        }

        func visit(as viewer: Viewer, query: [String: String] = [:], on day: Day) throws -> Visit {
            TestKit.visit(house, organisation, as: viewer, parameters: ["survey": "n1"], query: query, times: Times(today: day))
        }

        func reading(as viewer: Viewer, on day: Day) throws -> SurveyReading { try SurveyReading(visit(as: viewer, on: day)) }
    }
}
