import Exchange
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite(.serialized) struct DeadlineDayTests {
    /// With SOAK all 183 administrations, and more than one day.
    private static let seeds: [UInt64] = isSoaked ? [2018, 2022, 2026] : [2018]
    private static let members = isSoaked ? 183 : 15
    private static let isSoaked = ProcessInfo.processInfo.environment["SOAK"] != nil

    @Test("on the last day of a survey no answer is lost and none counted twice, whatever the lines do", arguments: seeds)
    func deadline(_ seed: UInt64) async throws {
        let day = try await DeadlineDay(members: DeadlineDayTests.members, seed: seed)
        try await day.run()
        #expect(day.faults.keys.count >= 4, "\(day.faults)")
        let amina = Browser(day.server)
        await amina.signIn(as: "amina")
        let archive = try Archive(await amina.get("\(day.address)/archive.zip?for=secretariat").body, limits: .standard, keeping: { $0.hasSuffix("answers.csv") })
        let answers = try rows(try #require(archive.parts.first?.value))
        let submitted = day.beliefs.filter { !$0.value.submitted.isEmpty }
        #expect(Set(answers.map { $0["member"] ?? "" }) == Set(submitted.keys), "each once, and nobody else")
        #expect(answers.count == submitted.count)
        for row in answers {
            let belief = try #require(day.beliefs[row["member"] ?? ""]), last = try #require(belief.submitted.last)
            #expect(row["version"] == "\(belief.submitted.count)", "\(row["member"] ?? ""): every version once")
            for (place, question) in day.questionIDs.enumerated() where place > 0 { #expect(row["Q\(place + 1)"] == last["q-\(question)"]) }
        }
        try await recount(answers, amina, day)
    }

    /// How many put each option first, counted from the archive and from what everybody believes, against the table of results.
    private func recount(_ answers: [[String: String]], _ amina: Browser, _ day: DeadlineDay) async throws {
        let results = try rows(await amina.get("\(day.address)/results.csv").body)
        let answered = results.first { $0["code"] == "Q2" && ($0["region-code"] ?? "").isEmpty }?["answered"]
        #expect(answered == "\(answers.count { !($0["Q2"] ?? "").isEmpty })")
        let numbers = day.beliefs.values.compactMap { $0.submitted.last?["q-\(day.questionIDs[1])"].flatMap(Double.init) }.sorted()
        let middle = numbers.count % 2 == 1 ? numbers[numbers.count / 2] : (numbers[numbers.count / 2 - 1] + numbers[numbers.count / 2]) / 2
        let median = results.first { $0["code"] == "Q2" && $0["measure"] == "median" && ($0["region-code"] ?? "").isEmpty }?["value"].flatMap(Double.init)
        #expect(median == middle)
    }

    private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let head = try #require(lines.first)
        return lines.dropFirst().map { line in Dictionary(zip(head, line)) { first, _ in first } }
    }
}
