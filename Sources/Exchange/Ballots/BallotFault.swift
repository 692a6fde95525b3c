/// Why a file of ballots, or of series, is not read.
package struct BallotFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1; nil where the fault is not of one line.
    package let line: Int?

    /// A sentence without the line, in plain English; what it quotes of the file is cut short.
    package let what: String

    /// `line 12: the cost "x" is not a number.`
    package var description: String { line.map { "line \($0): \(what)" } ?? what }

    init(line: Int?, _ what: String) {
        self.line = line
        self.what = what
    }

    /// What is wrong with the file as a whole.
    package init(what: String) { self.init(line: nil, what) }

    /// What can be said of a fault in the cells themselves.
    init(_ fault: CSVFault) {
        let line = fault.arguments["line"].flatMap { Int($0) }
        switch fault {
        case .unterminatedQuote: self.init(line: line, "A quotation mark is opened here and never closed.")
        case .tooManyColumns(_, let limit): self.init(line: line, "This line has more than \(limit) fields.")
        case .cellTooLong(_, let limit): self.init(line: line, "A field is longer than \(limit) bytes.")
        default: self.init(line: line, "This is not read as text (\(fault.key)).")
        }
    }
}

extension String {
    /// As it may be quoted to people: at most forty characters, without controls.
    var quotable: String {
        let visible = unicodeScalars.lazy.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(41)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: visible.prefix(40))
        return "“\(String(text))\(visible.count > 40 ? "…" : "")”"
    }

    /// In the order of code points, which is the same everywhere.
    func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

/// How much of a file of ballots is read before it is refused.
package struct BallotLimits: Hashable, Sendable {
    package var bytes: Int
    /// Projects or alternatives.
    package var candidates: Int
    package var voters: Int
    /// All names on all ballots.
    package var entries: Int

    package init(bytes: Int, candidates: Int, voters: Int, entries: Int) {
        self.bytes = bytes
        self.candidates = candidates
        self.voters = voters
        self.entries = entries
    }

    /// 128 MiB, ten thousand candidates, two million voters who name forty million.
    package static let standard = BallotLimits(bytes: 128 << 20, candidates: 10_000, voters: 2_000_000, entries: 40_000_000)
}
