import Exchange
import Foundation
import Pages
import Synchronization

/// The last hours of a survey, through the pages that people use: two hundred drafts are open, sixty answers are submitted each second for two minutes, the results
/// are looked at all the while, and twenty look on at the figures that are pushed.
struct LastDay: Sendable {
    private static let perSecond = 60, seconds = 120, onlookers = 20, each = 8
    private static let options = ["Trade", "Safety", "Health", "Data"]

    let file: LastDayFile
    private let log = Log()

    func figures() async throws {
        guard let program = try Served(file.path) else { return print("last day: make release builds the program; it was not measured") }
        defer { withExtendedLifetime(program) {} }
        let port = program.port, survey = try await open(port)
        let begun = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, person) in file.cookies.enumerated() {
                group.addTask { try await Line.open(port, cookie: person.cookie) { try await self.answer(survey, person.member, place, &$0) } }
            }
            try await group.waitForAll()
        }
        print("\(file.cookies.count) drafts open after \(shown(ContinuousClock.now - begun))")
        log.clear()
        let start = ContinuousClock.now, end = start + .seconds(LastDay.seconds)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, person) in file.cookies.enumerated() {
                group.addTask { try await Line.open(port, cookie: person.cookie) { try await self.submit(survey, person.member, place, start, &$0) } }
            }
            for page in ["results", "results?weights=region", ""] {
                group.addTask { try await Line.open(port, cookie: file.planner) { try await self.look("\(survey.path)/\(page)", until: end, &$0) } }
            }
            for _ in 0..<LastDay.onlookers {
                group.addTask { try await Line.open(port, cookie: file.planner) { try await self.follow("\(survey.path)/live", until: end, &$0) } }
            }
            try await group.waitForAll()
        }
        let taken = ContinuousClock.now - start
        try await check(survey, port)
        log.show(seconds: taken / .seconds(1))
    }

    struct Survey: Sendable {
        var path: String
        var section = ""
        /// Identifiers, by kind.
        var questions: [String: [String]] = [:]
    }

    /// By a planner, in the browser: eight choices, eight numbers, eight texts.
    private func open(_ port: Int) async throws -> Survey {
        try await Line.open(port, cookie: file.planner) { line in
            func send(_ path: String, _ values: [String: String]) async throws -> Line.Answer {
                let answer = try await line.submit(path, try await line.get(path), values)
                guard answer.status == 303 else { throw Line.Failed(description: "\(path): \(answer.status) \(answer.text.suffix(3000))") }
                return answer
            }
            let made = try await send("\(LastDayFile.home)/surveys/new", ["title.en": "Last day", "readers": "participants", "moment": "live", "cell": "0"])
            var survey = Survey(path: String(made.location.split(separator: "?")[0]))
            _ = try await send("\(survey.path)/sections/new", ["title.en": "All"])
            survey.section = try await line.get(survey.path).text.firstMatch(of: /sections\/([a-z0-9-]+)\/edit/).map { String($0.output.1) } ?? ""
            for (kind, options) in [("single", LastDay.options.joined(separator: "\n")), ("number", nil), ("text", nil)] as [(String, String?)] {
                for number in 1...LastDay.each {
                    _ = try await send(
                        "\(survey.path)/sections/\(survey.section)/new/\(kind)", ["text.en": "Question \(kind) \(number)"].merging(options.map { ["options.en": $0] } ?? [:]) { $1 })
                }
                let known = Set(survey.questions.values.joined())
                survey.questions[kind] = try await line.get(survey.path).text.matches(of: /questions\/([a-z0-9-]+)\/edit/).map { String($0.output.1) }.filter { !known.contains($0) }
            }
            _ = try await send("\(survey.path)/open", [:])
            return survey
        }
    }

    /// One look at the section, one saving of it.
    private func answer(_ survey: Survey, _ member: String, _ turn: Int, _ line: inout Line) async throws {
        let path = "\(survey.path)/answers/\(member)/sections/\(survey.section)"
        var values: [String: String] = [:]
        for (kind, questions) in survey.questions {
            for (place, question) in questions.enumerated() {
                values["q-\(question)"] = kind == "single" ? "\(((turn &* 2_654_435_761) >> 7 &+ place) % 4 + 1)" : kind == "number" ? "\(turn * 7 + place)" : "Words \(turn) of \(member)"
            }
        }
        let page = try await log.timed("section shown", 200) { try await line.get(path) }
        let form = values
        _ = try await log.timed("draft saved", 303) { try await line.submit(path, page, form) }
    }

    /// Each Member in its turn: the draft changed, and submitted. A turn that is late is not left out.
    private func submit(_ survey: Survey, _ member: String, _ place: Int, _ start: ContinuousClock.Instant, _ line: inout Line) async throws {
        let path = "\(survey.path)/answers/\(member)/submit"
        for turn in stride(from: place, to: LastDay.perSecond * LastDay.seconds, by: file.cookies.count) {
            let due = start + .milliseconds(turn * 1000 / LastDay.perSecond)
            try await Task.sleep(until: due, clock: .continuous)
            log.late(ContinuousClock.now - due)
            try await answer(survey, member, 1 + turn, &line)
            let page = try await log.timed("submission shown", 200) { try await line.get(path) }
            _ = try await log.timed("submitted", 303) { try await line.submit(path, page, ["consent": "nobody"]) }
        }
    }

    private func look(_ path: String, until end: ContinuousClock.Instant, _ line: inout Line) async throws {
        while ContinuousClock.now < end {
            _ = try await log.timed(path.contains("results") ? "results shown" : "survey shown", 200) { try await line.get(path) }
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    private func follow(_ path: String, until end: ContinuousClock.Instant, _ line: inout Line) async throws {
        try await line.follow(path) { part in
            if part.contains("class=\"now\"") { log.pushed() }
            return ContinuousClock.now < end
        }
    }

    /// Every submission that was acknowledged is there, once: the numbers of the last versions add up to them.
    private func check(_ survey: Survey, _ port: Int) async throws {
        let zip = try await Line.open(port, cookie: file.planner) { line in try await line.get("\(survey.path)/archive.zip?for=secretariat").body }
        let archive = try Archive(zip, limits: .standard, keeping: { $0.hasSuffix("answers.csv") })
        let lines = String(decoding: archive.parts.first?.value ?? [], as: UTF8.self).split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let column = lines.first?.firstIndex(of: "version") else { throw Line.Failed(description: "the archive has no versions") }
        let versions = lines.dropFirst().compactMap { Int($0[column]) }
        let acknowledged = log.count(of: "submitted"), kept = versions.reduce(0, +)
        print("\(acknowledged) submissions acknowledged; \(kept) versions of \(versions.count) answers in the archive")
        if acknowledged != kept { throw Line.Failed(description: "what was acknowledged is not what is kept") }
    }

    private func shown(_ duration: Duration) -> String { String(format: "%.1f s", duration / .seconds(1)) }
}
