import Testing

@testable import Exchange

@Suite("Refusing a table")
struct CSVRefusalTests {
    private func refusal(_ text: String, limits: CSVLimits = .standard) -> CSVFault? {
        fault(Array(text.utf8), limits: limits)
    }

    @Test("nothing, or nothing but blanks, is no table")
    func empty() {
        #expect(refusal("") == .empty)
        #expect(refusal("\r\n  \n") == .empty)
        #expect(refusal("sep=;\n") == .empty)
    }

    @Test("columns need names, each its own, whatever the case")
    func names() {
        #expect(refusal("\na,,b") == .emptyColumnName(line: 2, column: 2))
        #expect(refusal("a, A ") == .duplicateColumnName(line: 1, name: "A"))
        #expect(refusal("É,e\u{301}") == .duplicateColumnName(line: 1, name: "é"))
    }

    @Test("controls are refused with their line, tabs are not")
    func controls() {
        #expect(refusal("a\tb\n1\t2") == nil)
        #expect(refusal("a\r\nb\r\n\u{0}") == .controlCharacter(line: 3, code: 0))
        #expect(refusal("a\n\u{1B}") == .controlCharacter(line: 2, code: 27))
    }

    @Test("a quote that never ends names the line where it begins")
    func quote() {
        #expect(refusal("a,b\n1,\"x\ny\nz") == .unterminatedQuote(line: 2))
        #expect(refusal("a\n\"") == .unterminatedQuote(line: 2))
    }

    @Test("a separator that is none is refused")
    func separator() {
        #expect(refusal("sep=#\na#b") == .unknownSeparator)
    }

    @Test("every limit holds, and one more is too much")
    func limits() {
        let small = CSVLimits(bytes: 40, columns: 3, rows: 2, cellBytes: 5)
        #expect(refusal("a,b,c\n12345,\"12345\",3\n1,2,3", limits: small) == nil)
        #expect(refusal(String(repeating: "a", count: 41), limits: small) == .tooManyBytes(limit: 40))
        #expect(refusal("a,b,c,d", limits: small) == .tooManyColumns(line: 1, limit: 3))
        #expect(refusal("a\n1\n2\n3", limits: small) == .tooManyRows(line: 4, limit: 2))
        #expect(refusal("a\n123456", limits: small) == .cellTooLong(line: 2, limit: 5))
        #expect(refusal("a\n\"12\n456\"", limits: small) == .cellTooLong(line: 2, limit: 5))
        #expect(refusal("a\n\"12\"\"45\"", limits: small) == nil)
        #expect(refusal("a\n\"12\"\"456\"", limits: small) == .cellTooLong(line: 2, limit: 5))
    }

    @Test("a fault can be said in any language: key and arguments, long names cut")
    func words() {
        let fault = CSVFault.duplicateColumnName(line: 7, name: String(repeating: "x", count: 500))
        #expect(fault.key == "csv.fault.duplicate-column-name")
        #expect(fault.arguments["line"] == "7")
        #expect(fault.arguments["name"]?.count == 80)
    }
}
