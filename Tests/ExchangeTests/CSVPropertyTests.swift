import Methods
import Testing

@testable import Exchange

@Suite("Tables nobody thought of")
struct CSVPropertyTests {
    private static let alphabet: [Unicode.Scalar] = [
        "a", "b", "1", " ", ",", ";", "\t", "|", "\"", "\n", "\r", "=", "'", "é", "ж", "字", "م", "🚢", "\u{301}", "\u{A0}", ".",
    ]

    private func cell(_ random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &random) { text.append(Self.alphabet.randomElement(using: &random) ?? "a") }
        return String(text)
    }

    @Test("what is written is read again, cell by cell", arguments: 0..<400)
    func roundTrip(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let width = Int.random(in: 1...6, using: &random)
        let separator = try #require(CSVSeparator.allCases.randomElement(using: &random))
        let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in (0..<width).map { _ in cell(&random) } }
        let declaration = Array("sep=".utf8) + [separator.rawValue, 0x0D, 0x0A]
        var writer = CSVWriter(separator: separator, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
        writer.write((0..<width).map { .text("column \($0)") })
        for row in rows { writer.write(row.map(CSVCell.text)) }

        let table = try CSVTable(bytes: declaration + writer.bytes, limits: .standard)
        #expect(table.problems.isEmpty)
        // Whoever takes a cell takes the apostrophe of the guard away.
        #expect(table.rows.map { $0.cells.map { Array(CSVFormula.unguarded($0).utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }

    @Test("guarded texts come back as they were", arguments: 0..<50)
    func guardedRoundTrip(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = (["=", "+", "-", "@", "'", ""].randomElement(using: &random) ?? "") + cell(&random)
        #expect(CSVFormula.unguarded(CSVFormula.guarded(text)) == text)
    }

    @Test("two thousand random files are read or refused, never worse")
    func fuzz() {
        var random = SeededGenerator(seed: 20_26)
        let tasty: [UInt8] = [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09, 0x7C, 0x20, 0x61, 0x31, 0xC3, 0xA9, 0xFF, 0xFE, 0x00]
        for round in 0..<2_000 {
            let start: [[UInt8]] = [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], Array("sep=;\n".utf8), Array("a,b\n".utf8)]
            var bytes = start.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...120, using: &random) {
                let any = UInt8.random(in: .min ... .max, using: &random)
                bytes.append(round.isMultiple(of: 2) ? any : tasty.randomElement(using: &random) ?? any)
            }
            guard let table = try? CSVTable(bytes: bytes, limits: .standard) else { continue }
            #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
        }
    }
}
