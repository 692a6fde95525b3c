/// Ranked ballots as a file of PrefLib (.soc, .soi, .toc, .toi) tells them.
///
/// Alternatives are numbered from 1 in the file and stand here from 0. Source: preflib.org, "Format".
package struct PrefLibElection: Sendable {
    /// What a file may hold: orders without or with ties, complete or not.
    package enum Kind: String, Sendable, CaseIterable {
        case soc, soi, toc, toi

        var hasTies: Bool { self == .toc || self == .toi }
        var isComplete: Bool { self == .soc || self == .toc }
    }

    /// One line of ballots: how often each tier, best first, was put so.
    package struct Line: Sendable, Hashable {
        package let line: Int
        package let count: Int
        package let tiers: [[Int]]
    }

    /// What stands in the header, by key in capitals.
    package let header: [String: String]
    package let kind: Kind

    /// As named in the file; the number where it names none.
    package let names: [String]
    package let ballots: [Line]

    /// What is odd and was read nevertheless, with the line.
    package let remarks: [BallotFault]

    package var voterCount: Int { ballots.reduce(0) { $0 + $1.count } }
}

extension PrefLibElection {
    /// Reads a whole file of PrefLib with its header of `# KEY: value` lines.
    ///
    /// UTF-8 with or without a mark of byte order, any line ends. Numbers of voters and orders that the header states and the ballots do not bear out are
    /// remarks, not faults.
    /// - Throws: `BallotFault` with the line for anything that cannot be understood or exceeds `limits`. Never traps.
    package init(preflib bytes: [UInt8], limits: BallotLimits) throws(BallotFault) {
        guard bytes.count <= limits.bytes else { throw BallotFault(line: nil, "The file is longer than \(limits.bytes) bytes.") }
        guard TextDecoding.isUTF8(bytes) else {
            throw BallotFault(line: TextDecoding.firstLineThatIsNotUTF8(bytes), "This line is not UTF-8 text.")
        }
        var reading = PrefLibReading(limits: limits)
        for (line, text) in PlainLines(bytes) { try reading.take(text, line: line) }
        let found = try reading.end()
        self.init(header: found.header, kind: found.kind, names: found.names, ballots: found.ballots, remarks: found.remarks)
    }
}

/// The lines of a text with their numbers, counted from 1, whatever ends them; a mark of byte order is no part of the first.
struct PlainLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position: Int
    private var line = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> (line: Int, text: ArraySlice<UInt8>)? {
        guard position < bytes.count else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        let end = position
        if position < bytes.count {
            let isCRLF = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
            position += isCRLF ? 2 : 1
        }
        line += 1
        return (line, bytes[start..<end])
    }
}
