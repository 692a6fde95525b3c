import Exchange
import Foundation
import Journal
import Pages
import TestKit
import Testing

@testable import Server

/// Everything that can stand in any cell of any table that comes in: a new column is asked without being named here.
@Suite struct HostileTableTests {
    private static let fileName = "<script>alert(7)</script>\u{202E}fdp.exe\u{0}"

    private static let cells =
        Hostile.readable.map { String($0.prefix(5_000)) } + ["A\u{202E}B"] + Hostile.numbers + Hostile.days.filter { !$0.contains("\u{0}") } + Hostile.choices

    @Test func everyCellIsTakenCleanOrItsLineIsRefusedAndSaysWhy() async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" })
        for door in try Beginning.house.get().imports where !door.columns.isEmpty {
            let address = try await matrix.address("imports/\(door.name)", [:]), table = try Self.table(for: door, address)
            let result = try door.read(Array(table.utf8), into: try await matrix.guild().site.journals.journal(Pilots.id).standing, today: .testDay)
            let refused = result.remarks.filter { $0.gravity == .refused }
            #expect(result.refused == refused.count && refused.allSatisfy { $0.line != nil }, "\(door.name): every refused line is named")
            #expect(result.refused > door.columns.count, "\(door.name): \(result.refused)")
            let browser = try await matrix.browser(planner), form = browser.form(of: await browser.get(address))
            let tried = await browser.send(form, file: ("file", table), called: Self.fileName, to: address)
            #expect(tried.status == 200 && Hostile.harm(in: tried) == nil, "\(door.name): \(tried.status) \(Hostile.harm(in: tried) ?? "")")
            let taken = await browser.send(form.filter { $0.0 != "dry-run" && $0.0 != "key" }, file: ("file", table), called: Self.fileName, to: address)
            #expect(taken.status == 303, "\(door.name): \(taken.status)")
            let report = await browser.get(taken.location)
            #expect(report.status == 200 && Hostile.harm(in: report) == nil && report.text.contains("&lt;script&gt;"), "\(door.name): \(Hostile.harm(in: report) ?? "")")
        }
        try await expectStoredWordsAreClean(in: matrix)
    }

    /// What is no table is refused as a whole, in words, with the place.
    @Test func filesOfOtherKindsAreRefusedWithTheirReason() async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" }), browser = try await matrix.browser(planner)
        for door in try Beginning.house.get().imports {
            let address = try await matrix.address("imports/\(door.name)", [:]), position = try await matrix.position()
            let header = door.columns.map(\.name).joined(separator: ",")
            let duplicate = "\(header),<script>alert(7)</script>\u{202E},<script>alert(7)</script>\u{202E}\n"
            let nested = String(repeating: "<Goal>", count: 5_000)
            for text in [
                "\(header)\nA\u{0}B\n", duplicate, "<script>alert(7)</script>\u{202E}", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><StrategicPlan>&e;</StrategicPlan>", nested,
                "\u{202E}", "{\"a\":1}",
            ] {
                let form = browser.form(of: await browser.get(address))
                let answer = await browser.send(form, file: ("file", text), called: Self.fileName, to: address)
                let what = "\(door.name) after \(text.prefix(30).debugDescription)"
                #expect(answer.status == 422 && answer.saysWhatIsWrong, "\(what): \(answer.status)")
                #expect(Hostile.harm(in: answer) == nil, "\(what): \(Hostile.harm(in: answer) ?? "")")
            }
            #expect(try await matrix.position() == position)
        }
    }

    /// The line of `Samples.file`, which is a good one, once for each column and each cell, with that cell in that column.
    private static func table(for door: any Importing, _ address: String) throws -> String {
        let lines = try #require(Samples.file(for: address)?.text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) })
        let good = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
        var writer = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point), number = 0
        writer.write(door.columns.map { .text($0.name) })
        for column in door.columns {
            for cell in cells {
                number += 1
                writer.write(
                    door.columns.map { other in
                        if other.name == column.name { return .text(cell) }
                        return ["code", "id"].contains(other.name) ? .text("h-\(number)") : CSVCell(good[other.name])
                    })
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// What lies in the journal of the guild is composed, and holds neither controls nor what turns other characters around.
func expectStoredWordsAreClean(in matrix: Matrix) async throws {
    let journal = try await matrix.guild().site.journals.journal(Pilots.id)
    for entry in try await journal.entries(after: 0) {
        let words = entry.words?.bytes ?? Data()
        for unwanted in ["e\u{301}", "\u{202E}", "\u{2066}", "\u{0}", "\\u0000", "\\u0007", "\\u001b", "\u{7}", "\u{1B}"] {
            #expect(words.range(of: Data(unwanted.utf8)) == nil, "\(entry.record.event) at \(entry.record.position): \(unwanted.debugDescription)")
        }
    }
}
