import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("The whole questionnaire is filled in away from here")
struct SheetTests {
    /// One answer to each of eleven kinds, as it is typed into a sheet in English.
    private static let typed = [
        "q-n3": "Yes", "q-n4-1": "x", "q-n4-3": "X", "q-n5": "4", "q-n6-2": "2", "q-n6-3": "1", "q-n7-1": "60", "q-n7-2": "40", "q-n8": "1250.5", "q-n9-low": "10", "q-n9-likely": "12.5",
        "q-n9-high": "20", "q-n10": "2024-02-29", "q-n11-1": "Good", "q-n11-2": "Not applicable", "q-n12": "Everything,\nand \"more\"; =2", "q-n13": "https://example.org/plan",
    ]

    private static let meant: [ID<Question>: Response] = [
        ID("n3"): .chosen([1], other: nil), ID("n4"): .chosen([1, 3], other: nil), ID("n5"): .step(4), ID("n6"): .ranked([3, 2]), ID("n7"): .points([60, 40, 0]), ID("n8"): .number(1250.5),
        ID("n9"): .range(low: 10, likely: 12.5, high: 20), ID("n10"): .day(Day(2024, 2, 29) ?? .beginning), ID("n11"): .matrix([2, 0]),
        ID("n12"): .text("Everything,\nand \"more\"; =2"), ID("n13"): .link("https://example.org/plan"),
    ]

    private func filled(_ bytes: [UInt8]) throws -> Spreadsheet {
        var sheet = try Spreadsheet(bytes)
        for (key, text) in Self.typed { sheet[key] = text }
        return sheet
    }

    @Test(arguments: ["csv", "xlsx"]) func `an answer of every kind is filled in, sent back, and stands in the draft`(form: String) async throws {
        var world = try SheetWorld()
        let sheet = try filled(try await world.download(form)), bytes = form == "csv" ? sheet.text() : try sheet.workbook()
        let page = try world.proposal(bytes)
        #expect(page.contains("11 answers would be taken over") && page.contains("[take]") && !page.contains("What is wrong"))
        #expect(try world.draft.isEmpty, "nothing is recorded before it was seen")
        try world.take(bytes)
        let draft = try world.draft
        for (id, response) in Self.meant { #expect(draft[id] == response, "\(id)") }
        #expect(draft.count == Self.meant.count)
        #expect(try world.proposal(bytes).contains("The sheet changes nothing"), "the same file twice")
        for again in ["csv", "xlsx"] { #expect(try world.proposal(try await world.download(again)).contains("The sheet changes nothing"), "taken along and sent back untouched") }
    }

    @Test(arguments: [CSVSeparator.semicolon, .comma, .tab]) func `a sheet in French has decimal commas, whatever its spreadsheet puts between cells`(separator: CSVSeparator) async throws {
        var world = try SheetWorld()
        try world.save(["q-n8": ["1250.5"]])
        var sheet = try Spreadsheet(try await world.download("csv", language: .fr))
        #expect(sheet["q-n8"] == "1250,5" && sheet.header[5] == "Réponse")
        (sheet["q-n8"], sheet["q-n9-low"], sheet["q-n9-likely"], sheet["q-n9-high"], sheet["q-n3"]) = ("1 250,75", "0,5", "1,125", "2", "Oui")
        try world.take(sheet.text(separator), language: .fr)
        #expect(try world.draft[ID("n8")] == .number(1250.75) && world.draft[ID("n9")] == .range(low: 0.5, likely: 1.125, high: 2))
    }

    @Test func `a sheet in Arabic is read in every language of its choices, with its own digits`() async throws {
        var world = try SheetWorld()
        try world.save(["q-n5": ["na"]])
        var sheet = try Spreadsheet(try await world.download("xlsx", language: .ar))
        #expect(sheet.header[5] == "الإجابة" && sheet["q-n5"] == "لا ينطبق")
        (sheet["q-n5"], sheet["q-n8"], sheet["q-n6-1"], sheet["q-n11-1"], sheet["q-n11-2"], sheet["q-n4-2"]) = ("٤", "١٢٥٠", "١", "2", "Sans objet", "نعم")
        try world.take(try sheet.workbook(), language: .ar)
        let draft = try world.draft
        #expect(draft[ID("n5")] == .step(4) && draft[ID("n8")] == .number(1250) && draft[ID("n6")] == .ranked([1]) && draft[ID("n11")] == .matrix([2, 0]))
        #expect(draft[ID("n4")] == .chosen([2], other: nil))
    }

    @Test func `every fault is named by its cell with what was typed, and the right answers are taken over all the same`() async throws {
        var world = try SheetWorld(), sheet = try Spreadsheet(try await world.download("csv"))
        let wrong = [
            "q-n3": "Perhaps", "q-n4-1": "maybe", "q-n5": "9", "q-n6-1": "first", "q-n7-1": "-5", "q-n8": "about 12", "q-n10": "09/10/2026", "q-n11-1": "Bad",
            "q-n12": "Kept", "q-n13": "example.org",
        ]
        for (key, text) in wrong { sheet[key] = text }
        // What stands on several lines of the file is one row of a spreadsheet.
        sheet["q-n3-other"] = "On\nthree\nlines"
        (sheet["q-n9-low"], sheet["q-n9-likely"], sheet["q-n9-high"]) = ("5", "4", "9")
        let reading = try world.reading(sheet.text())
        #expect(
            reading.faults.map { "\($0.cell) \($0.number) \($0.typed) \($0.refusal.key)" } == [
                "F3 1 Perhaps survey.sheet.not-a-choice", "F5 2 maybe survey.sheet.not-a-tick", "F8 3 9 survey.sheet.not-a-choice", "F9 4 first survey.sheet.not-a-place",
                "F12 5 -5 pages.refusal.out-of-range", "F15 6 about 12 pages.refusal.not-a-number", "F17 7 4 survey.refusal.range-order", "F19 8 09/10/2026 pages.refusal.not-a-day",
                "F20 9 Bad survey.sheet.not-a-choice", "F23 11 example.org survey.refusal.not-a-link",
            ])
        let page = try world.proposal(sheet.text())
        #expect(page.contains("1 answer would be taken over") && page.contains("10 cells cannot be read") && page.contains("<bdi>about 12</bdi>"))
        let then = try world.take(sheet.text())
        #expect(try world.draft.count == 1 && world.draft[ID("n12")] == .text("Kept"))
        #expect(then.contains("answers/fik?left=F3-1,F5-2"))
        let house = try House([survey]), again = visit(house, try world.world.organisation, as: .bruno, parameters: SheetWorld.answer, query: ["left": "F3-1,F5-2,<b>-1,F9-99,F1--3"])
        let form = SheetLeft.markup(again, try AnswerPlace(again)).text
        #expect(form.contains("<bdi>F3</bdi>") && form.contains("Do you have a plan?") && !form.contains("<b>") && !form.contains("F9"))
    }

    @Test func `what was typed beside another answer is not lost in silence`() async throws {
        var world = try SheetWorld()
        try world.save(["q-n3": ["1"], "q-n5": ["na"]])
        var sheet = try Spreadsheet(try await world.download("csv"))
        (sheet["q-n3-other"], sheet["q-n4-1"], sheet["q-n4-2"], sheet["q-n4-3"]) = ("Half a plan", "x", "x", "x")
        let reading = try world.reading(sheet.text())
        #expect(reading.faults.map { "\($0.cell) \($0.refusal.key)" } == ["F4 survey.refusal.other-not-chosen", "F7 survey.refusal.too-many"])
    }

    @Test func `a cell that was not touched never replaces what a colleague has saved since; what both changed is shown, and stays`() async throws {
        var world = try SheetWorld()
        try world.save(["q-n8": ["10"], "q-n12": ["First words"], "q-n5": ["2"]])
        var sheet = try Spreadsheet(try await world.download("xlsx"))
        (sheet["q-n12"], sheet["q-n3"], sheet["q-n5"]) = ("My words", "No", "")
        try world.save(["q-n8": ["99"], "q-n12": ["A colleague’s words"], "q-n6-1": ["1"], "q-n6-2": [""], "q-n6-3": [""]])
        let bytes = try sheet.workbook(), page = try world.proposal(bytes)
        #expect(page.contains("2 answers would be taken over") && page.contains("1 question was meanwhile answered differently"))
        #expect(page.contains("My words") && page.contains("A colleague’s words"))
        try world.take(bytes)
        let draft = try world.draft
        #expect(draft[ID("n8")] == .number(99) && draft[ID("n6")] == .ranked([1]) && draft[ID("n12")] == .text("A colleague’s words"))
        #expect(draft[ID("n3")] == .chosen([2], other: nil) && draft[ID("n5")] == nil, "and a cell that was emptied is empty")
        try world.take(bytes, mine: true)
        #expect(try world.draft[ID("n12")] == .text("My words") && world.draft[ID("n8")] == .number(99))
    }

    @Test func `rows may be moved, left out, repeated or added: nothing of it is lost in silence`() async throws {
        var world = try SheetWorld(), sheet = try Spreadsheet(try await world.download("csv"))
        sheet["q-n8"] = "12"
        var second = try #require(sheet.rows.first { $0.last == "q-n8" })
        second[5] = "13"
        let width = sheet.header.count
        sheet.rows = sheet.rows.reversed().filter { $0.last != "q-n12" } + [second, ["", "", "", "", "", "A note of my own", "", "mine"]]
        #expect(sheet.rows.allSatisfy { $0.count == width })
        let reading = try world.reading(sheet.text())
        #expect(reading.faults.map { "\($0.cell) \($0.typed) \($0.refusal.key)" } == ["F23 13 survey.sheet.doubled"])
        #expect(reading.given.isEmpty)
        #expect(reading.remarks.map(\.key) == ["survey.sheet.unknown-row", "survey.sheet.missing-rows"])
        #expect(reading.remarks[0].arguments["text"] == "A note of my own" && reading.remarks[1].arguments["count"] == "1")
        sheet.rows.removeLast(2)
        try world.take(sheet.text())
        #expect(try world.draft[ID("n8")] == .number(12))
    }

    @Test func `what is no sheet of this answer is refused as a whole, and says why`() async throws {
        let world = try SheetWorld(), bytes = try await world.download("csv")
        func refusal(_ bytes: [UInt8]) -> Refusal? {
            do {
                _ = try world.outcome(bytes)
                return nil
            } catch { return error as? Refusal }
        }
        var renamed = try Spreadsheet(bytes), stranger = renamed, foreign = renamed
        renamed.header[5] = "My answers"
        stranger.rows[0][7] = "sheet n1 gol"
        foreign.rows = [["", "", "", "", "", "x", "", "q-other"]]
        #expect(refusal(renamed.text()) == Refusal("survey.sheet.no-column", ["column": "Answer"], field: "file"))
        #expect(refusal(stranger.text())?.key == "survey.sheet.of-another" && refusal(foreign.text())?.key == "survey.sheet.no-row")
        #expect(refusal([])?.key == "pages.refusal.required" || refusal([])?.key == "csv.fault.empty")
        #expect(refusal(Array("%PDF-1.4".utf8))?.key == "csv.fault.other-document")
    }

    @Test func `without what stood there, nothing that stands is replaced; and the sheet need not say whose it is`() async throws {
        var world = try SheetWorld()
        try world.save(["q-n8": ["10"]])
        var sheet = try Spreadsheet(try await world.download("csv"))
        (sheet["q-n8"], sheet["q-n12"]) = ("11", "New")
        sheet.rows = sheet.rows.dropFirst().map { Array($0[0...5] + [$0[7]]) }
        sheet.header.remove(at: 6)
        let reading = try world.reading(sheet.text())
        #expect(reading.given.map(\.question) == [ID("n12")] && reading.conflicts.map(\.number) == [6])
        #expect(reading.remarks.map(\.key) == ["survey.sheet.no-before", "survey.sheet.unnamed"])
        try world.take(sheet.text(), mine: true)
        #expect(try world.draft[ID("n8")] == .number(11))
    }

    @Test func `a day is read as spreadsheets rewrite it, where it can be only one`() async throws {
        for (text, day) in [("15.09.2026", Day(2026, 9, 15)), ("25/12/2026", Day(2026, 12, 25)), ("12/25/2026", Day(2026, 12, 25)), ("2026/9/5", Day(2026, 9, 5)), ("03/04/2026", nil), ("soon", nil)] {
            let world = try SheetWorld()
            var sheet = try Spreadsheet(try await world.download("csv"))
            sheet["q-n10"] = text
            let reading = try world.reading(sheet.text())
            #expect(reading.given.first?.response == day.map { .day($0) } && reading.faults.isEmpty == (day != nil), "\(text)")
        }
    }

    @Test func `an option that is itself a number is meant by its text; otherwise its number will do`() {
        var question = Question(section: ID("s"), code: "Q1", text: Localized("How many?"), kind: .single, options: Localized("0\n1\n2\n3 or more"), order: 1)
        func read(_ text: String) -> SheetValue {
            SheetCell(SheetLine.lines(of: question, ID("q"), number: 1)[0], question, isWorkbook: false, mark: .point, language: .en).value(of: text)
        }
        #expect(read("2") == .read("3") && read("3 or more") == .read("4") && read("4") == .unread(Refusal("survey.sheet.not-a-choice", ["text": "4"])))
        question.options = Localized([.en: "Yes\nNo", .fr: "Oui\nNon"], original: .en)
        for text in ["2", "No", "non", " NO ", "2. No", "2 Non", "２"] { #expect(read(text) == .read("2"), "\(text)") }
        (question.kind, question.options, question.lowest) = (.scale, Localized("Bad\nPoor\nFair\nGood\nBest"), -2)
        question.highest = 2
        for text in ["-2", "Bad", "-2 Bad"] { #expect(read(text) == .read("-2"), "\(text)") }
        #expect(read("3") == .unread(Refusal("survey.sheet.not-a-choice", ["text": "3"])))
    }

    @Test func `what was typed into a workbook as a text is read as its writer writes numbers`() {
        let question = Question(section: ID("s"), code: "Q1", text: Localized("How many?"), kind: .number, order: 1)
        func read(_ text: String, _ language: Language, isWorkbook: Bool = true, mark: DecimalMark = .point) -> SheetValue {
            SheetCell(SheetLine.lines(of: question, ID("q"), number: 1)[0], question, isWorkbook: isWorkbook, mark: mark, language: language).value(of: text)
        }
        #expect(read("1.125", .fr) == .read("1.125"), "a number of the workbook itself")
        #expect(read("1,125", .fr) == .read("1.125") && read("1,125", .en) == .read("1125"))
        #expect(read("1.125", .fr, isWorkbook: false, mark: .comma) == .read("1125") && read("1,125", .fr, isWorkbook: false, mark: .comma) == .read("1.125"))
    }

    @Test func `however many rows of a file say nothing, only some of them are named`() async throws {
        let world = try SheetWorld()
        var sheet = try Spreadsheet(try await world.download("csv"))
        sheet.rows += (0..<200).map { ["", "", "", "", "", "Note \($0)", "", "mine-\($0)"] }
        let remarks = try world.reading(sheet.text()).remarks
        #expect(remarks.count == 51 && remarks.last?.arguments == ["count": "150"])
    }

    @Test func `a workbook that openpyxl has saved is read`() async throws {
        var world = try SheetWorld()
        let bytes = try #require(Data(base64Encoded: OpenpyxlSheet.base64, options: .ignoreUnknownCharacters))
        try world.take(Array(bytes))
        let draft = try world.draft
        #expect(draft[ID("n3")] == .chosen([2], other: nil) && draft[ID("n8")] == .number(12.5) && draft[ID("n10")] == .day(Day(2026, 9, 15) ?? .beginning))
        #expect(draft[ID("n12")] == .text("Two\nlines") && draft[ID("n4")] == .chosen([2], other: nil))
    }

    @Test func `the Secretariat types a paper into a sheet of its own, which leaves the draft of the administration alone`() async throws {
        var world = try SheetWorld()
        try world.save(["q-n12": ["Ours"]])
        let path = "surveys/{survey}/paper/{member}"
        var sheet = try Spreadsheet(try await world.download("csv", path: path, as: .amina))
        #expect(sheet["q-n12"].isEmpty, "a draft is for nobody else")
        sheet["q-n12"] = "On paper"
        try world.take(sheet.text(), path: path, as: .amina)
        let answer = try world.world.answers[ID("n1"), ID("fik")]
        #expect(answer.paper[ID("n12")] == .text("On paper") && answer.draft[ID("n12")] == .text("Ours"))
    }

    @Test func `nobody but its own people takes an answer along, or sends one`() async throws {
        let world = try SheetWorld(), bytes = try await world.download("csv")
        for viewer in [Viewer.amina, .goran, .administrator, .public] {
            await #expect(throws: Missing.self) { try await world.download("xlsx", as: viewer) }
            #expect(throws: Missing.self) { try world.outcome(bytes, as: viewer) }
        }
    }
}
