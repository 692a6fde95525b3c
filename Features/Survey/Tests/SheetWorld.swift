import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

/// Whoever takes a sheet along, fills it in and sends it back.
struct SheetWorld {
    var world: World

    init() throws { world = try World.opened() }

    static let answer = ["survey": "n1", "member": "fik"]
    static let path = "surveys/{survey}/answers/{member}"

    var draft: TreeDictionary<ID<Question>, Response> { get throws { try world.answers[ID("n1"), ID("fik")].draft } }

    /// Saved in the browser, perhaps by a colleague.
    mutating func save(_ values: [String: [String]]) throws { try world.send(World.section, values, as: .bruno, World.ofFik) }

    func download(_ form: String, language: Language = .en, path: String = SheetWorld.path, as viewer: Viewer = .bruno) async throws -> [UInt8] {
        let house = try House([survey]), route = try #require(survey.routes.first { $0.path == "\(path)/sheet.\(form)" })
        guard route.access.admits(viewer), case .read(let read) = route.handler else { throw Missing() }
        let visit = visit(house, try world.organisation, as: viewer, language: language, parameters: Self.answer)
        guard case .file(let file) = try await read(visit) else { throw Missing() }
        return try file.bytes
    }

    func outcome(_ bytes: [UInt8], language: Language = .en, mine: Bool = false, look: Bool = true, path: String = SheetWorld.path, as viewer: Viewer = .bruno) throws -> Outcome {
        let route = try #require(survey.routes.first { $0.path == "\(path)/sheet" && $0.isForm })
        guard route.access.admits(viewer), case .form(let handler) = route.handler else { throw Missing() }
        let values = (look ? ["look": "yes"] : [:]).merging(mine ? ["mine": "yes"] : [:]) { one, _ in one }
        return try handler.decide(
            submission(
                try world.organisation, as: viewer, values, parameters: Self.answer, uploads: ["file": Entered.Upload(fileName: "sheet", bytes: bytes)], language: language,
                house: try House([survey])))
    }

    /// What a sheet would do, as its page says it; nothing is recorded.
    func proposal(_ bytes: [UInt8], language: Language = .en, mine: Bool = false) throws -> String {
        let visit = visit(try House([survey]), try world.organisation, as: .bruno, language: language, parameters: Self.answer)
        switch try outcome(bytes, language: language, mine: mine) {
        case .show(let page): return page(visit).body.text
        case .propose(_, _, let page): return page(visit, Markup("[take]")).body.text
        default: throw Missing()
        }
    }

    /// Takes over what is right.
    /// - Returns: where it leads.
    @discardableResult
    mutating func take(_ bytes: [UInt8], language: Language = .en, mine: Bool = false, path: String = SheetWorld.path, as viewer: Viewer = .bruno) throws -> String {
        guard case .record(let proposals, let then, _) = try outcome(bytes, language: language, mine: mine, look: false, path: path, as: viewer) else { throw Missing() }
        for proposal in proposals { world.tell(proposal) }
        return then
    }

    /// The reading itself, for what is to be said of single cells.
    func reading(_ bytes: [UInt8], language: Language = .en) throws -> SheetReading {
        let house = try House([survey]), place = try AnswerPlace(visit(house, try world.organisation, as: .bruno, parameters: Self.answer))
        return SheetReading(try SheetTable(bytes, for: place, language: language), for: place, language: language, isMineFirst: false)
    }
}

/// A sheet in somebody's spreadsheet.
struct Spreadsheet {
    var header: [String]
    var rows: [[String]]
    private let template: WorkbookTemplate?

    init(_ bytes: [UInt8]) throws {
        let table = try CSVTable(bytes: bytes, limits: .standard)
        (header, rows, template) = (table.header, table.rows.map(\.cells), table.template)
    }

    /// By the key in the last column.
    subscript(key: String) -> String {
        get { rows.first { $0.last == key }?[5] ?? "" }
        set { for index in rows.indices where rows[index].last == key { rows[index][5] = newValue } }
    }

    /// As text, as an office saves it.
    func text(_ separator: CSVSeparator = .comma, mark: Bool = true) -> [UInt8] {
        var writer = CSVWriter(separator: separator, formulaGuard: false, byteOrderMark: mark, decimalMark: .point)
        for row in [header] + rows { writer.write(row.map { .text($0) }) }
        return writer.bytes
    }

    /// As a workbook, numbers as numbers.
    func workbook() throws -> [UInt8] {
        let columns = header.map { WorkbookColumn(name: $0, help: "", example: "", isRequired: false, choices: []) }
        let words = WorkbookWords(sheet: "About", column: "", isRequired: "", help: "", example: "", yes: "")
        let writer = try WorkbookWriter(columns, template: template ?? WorkbookTemplate(kind: SheetColumn.template, organisation: "test"), words: words)
        for row in rows { try writer.write(row.map { cell in Double(cell).map { .number($0) } ?? CSVCell(cell) }) }
        return try writer.finished().bytes
    }
}
