import DataExchange
import Exchange
import Journal
import Organisation
import Pages
import TestKit
import Testing

/// One column of names, kept by nobody.
private struct Names: Importing, Exporting {
    var name = "members"
    let title = "dataexchange.column"
    let columns = [ImportColumn("name", required: true, help: "dataexchange.column", example: "Alpha", choices: ["Alpha", "Beta"])]

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        var result = ImportResult()
        for row in file.table.rows {
            if row.cells[0] == "=bad" {
                result.refused += 1
                result.remarks.append(ImportRemark(.refused, line: row.line, "dataexchange.column", ["column": "name"]))
                continue
            }
            result.new += 1
            let unit = Unit(name: Localized(row.cells[0]), kind: .team)
            result.proposals.append(Proposal(Register.self, .unitDescribed(id: ID("u"), unit)))
            if let change = ImportChange(row.cells[0], columns: ["name"], before: nil, after: [.text(row.cells[0])]) { result.changes.append(change) }
        }
        return file.finished(result)
    }

    func columns(for organisation: Organisation) -> [ImportColumn] { columns }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) rethrows {
        try take([.text("<script>")])
        try take([.text("=bad")])
    }
}

@Suite("Files come in and go out through doors")
struct DataExchangeTests {
    private func scene() throws -> (House, Organisation) {
        var other = Feature(name: "Names", words: [:])
        other.exports = [Names()]
        let house = try House([dataExchange(doors: [Names()]), other])
        return (house, try organisation([], chapters: house.chapters))
    }

    private func outcome(_ bytes: [UInt8], _ fileName: String, dryRun: Bool) throws -> (Outcome, House, Organisation) {
        let (house, organisation) = try scene(), route = try #require(house.routes.first { $0.path == "imports/members" })
        guard case .form(let form) = route.handler else { throw Missing() }
        let sent = submission(
            organisation, as: .amina, dryRun ? ["dry-run": "yes"] : [:], uploads: ["file": Entered.Upload(fileName: fileName, bytes: bytes)], house: house)
        return (try form.decide(sent), house, organisation)
    }

    @Test("A dry run shows what would become of the first things, as text, and names the cells of a workbook")
    func dryRun() throws {
        let (house, standing) = try scene(), bytes = try Names().file(.workbook, for: visit(house, standing)).bytes
        guard case .propose(_, _, let page) = try outcome(bytes, "a.xlsx", dryRun: true).0 else { throw Missing() }
        let text = page(visit(house, standing, as: .amina), Markup()).body.text
        #expect(text.contains("What would change") && text.contains("&lt;script&gt;") && !text.contains("<script>"))
        #expect(text.contains("<td class=\"n\">A3</td><td>name</td>"), "the cell that was not taken")
        guard case .propose(_, _, let plain) = try outcome(Array("name\nAlpha\n=bad\n".utf8), "a.csv", dryRun: true).0 else { throw Missing() }
        #expect(plain(visit(house, standing, as: .amina), Markup()).body.text.contains("<td class=\"n\">3</td><td>name</td>"), "line and column of a text")
    }

    @Test("A workbook taken along as another table, or from another organisation, is known")
    func templates() throws {
        let (house, standing) = try scene(), bytes = try Names().file(.workbook, for: visit(house, standing)).bytes
        #expect(throws: Refusal.self) { try ImportTable(bytes, for: Names(name: "plan"), into: standing) }
        let elsewhere = Organisation(ID("elsewhere"), house.chapters, on: .testDay)
        let result = try Names().read(bytes, into: elsewhere, today: .testDay)
        #expect(result.remarks.first?.key == "pages.import.of-another" && result.remarks.first?.arguments == ["organisation": "test"])
    }

    @Test("The name of a file is kept as a name only")
    func fileNames() async throws {
        guard case .record(let proposals, _, _) = try outcome(Array("name\nAlpha\n".utf8), "../../\u{202E}evil.csv", dryRun: false).0 else { throw Missing() }
        let folded = try organisation(proposals, chapters: try scene().0.chapters)
        let page = try #require(try scene().0.routes.first { $0.path == "imports" })
        guard case .read(let read) = page.handler, case .page(let shown) = try await read(visit(try scene().0, folded, as: .amina)) else { throw Missing() }
        #expect(shown.body.text.contains(">evil.csv<"))
    }

    private func exports(as viewer: Viewer = .public) async throws -> String {
        let (house, standing) = try scene(), route = try #require(house.routes.first { $0.path == "exports" })
        guard case .read(let read) = route.handler, case .page(let page) = try await read(visit(house, standing, as: viewer)) else { throw Missing() }
        return page.body.text
    }

    @Test("Everything that can be taken along is on one page, in three forms")
    func page() async throws {
        let page = try await exports()
        for form in TableForm.allCases { #expect(page.contains("exports/members.\(form.rawValue)")) }
    }

    @Test func `whoever takes a table along is told who can bring it in again, and only those have the link`() async throws {
        for reader in [Viewer.with(.drafter, .member(ID("fik")), account: ID("bruno"), name: "Bruno"), .public] {
            let page = try await exports(as: reader)
            #expect(page.contains("Administrator, Planner") && !page.contains(#"href="/test/imports""#))
        }
        let page = try await exports(as: .amina)
        #expect(page.contains(#"href="/test/imports""#) && !page.contains("send the file to somebody"))
    }
}
