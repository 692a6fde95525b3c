import Exchange
import Methods
import Testing

@Suite("Reading PrefLib files")
struct PrefLibReadingTests {
    @Test("Ties in braces, truncated orders, names, a mark of byte order and CRLF")
    func ordinary() throws {
        let election = try read(
            "\u{FEFF}# FILE NAME: x.toi\r\n# DATA TYPE: toi\r\n# NUMBER ALTERNATIVES: 4\r\n# NUMBER VOTERS: 6\r\n# ALTERNATIVE NAME 2: Two: 2\r\n\r\n"
                + "3: 1,{2,3},4\r\n2: {4, 1}\r\n1: 2\r\n")
        #expect(election.kind == .toi && election.voterCount == 6)
        #expect(election.names == ["1", "Two: 2", "3", "4"])
        #expect(election.ballots.map(\.tiers) == [[[0], [1, 2], [3]], [[3, 0]], [[1]]])
        #expect(election.ballots.map(\.line) == [7, 8, 9])
        #expect(try election.ranked().distinctCount == 3)
        #expect(election.remarks == [])
    }

    @Test("Numbers that the header states and the ballots do not bear out are remarked upon")
    func remarks() throws {
        let election = try read(head("soi", 2) + "# NUMBER VOTERS: 9\n2: 1,2\n")
        #expect(election.remarks.map(\.description) == ["line 3: The header states “9” for NUMBER VOTERS; there are 2."])
    }

    @Test(
        "What is wrong is refused with its line",
        arguments: [
            ("", "line 1: The file ends before the first ballot."), ("3: 1,2\n", "line 1: The ballots begin, but the header has no line “# DATA TYPE"),
            ("# DATA TYPE: wmd\n1: 1\n", "line 1: The data type “wmd” is not read here"), ("# DATA TYPE: soi\n1: 1\n", "line 2: The ballots begin, but the header has no line “# NUMBER ALT"),
            ("# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 999999999999999999999\n1: 1\n", "line 2: The number of alternatives"),
            ("# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 999999999\n1: 1\n", "line 2: There are more than 10000 alternatives."),
            ("# DATA TYPE: soi\n# DATA TYPE: soi\n", "line 2: The header has “DATA TYPE” twice, first on line 1."),
        ])
    func refused(_ text: String, _ said: String) {
        #expect { try read(text) } throws: { "\($0)".hasPrefix(said) }
    }

    @Test(
        "Ballots that cannot be are refused with their line",
        arguments: [
            ("soi", "x", "A ballot must begin with how often"), ("soi", "-1: 1", "A ballot must begin with how often"), ("soi", "0: 1", "A ballot that was cast zero times."),
            ("soi", "99999999999999999999: 1", "A ballot must begin with how often"), ("soi", "999999999: 1", "There are more than 2000000 voters."),
            ("soi", "1: 4", "There is no alternative “4”; they are numbered from 1 to 3."), ("soi", "1: 0", "There is no alternative “0”"),
            ("soi", "1: 99999999999999999999", "There is no alternative “99999999999999999999”"), ("soi", "1: 1,1", "The ballot names the alternative 1 twice."),
            ("soi", "1: 1,{2,3}", "There are ties in a file of orders without ties."), ("toi", "1: {1,2", "A brace is opened and not closed."),
            ("toi", "1: 1}", "A brace is closed that was not opened."), ("toi", "1: {{1}}", "The order is not understood at “{1}}”."),
            ("soi", "1: 1;2", "The order is not understood at “;2”."),
            ("soi", "1: 1 2", "The order is not understood at “2”."),
            ("soc", "1: 1,2", "In a file of complete orders this ballot names only 2 of 3"),
            ("soi", "1: 1\n# LATE: 1", ""),
        ])
    func ballots(_ kind: String, _ ballot: String, _ said: String) {
        #expect { try read(head(kind, 3) + ballot) } throws: { "\($0)".hasPrefix(said.isEmpty ? "line 4: The header goes on" : "line 3: \(said)") }
    }

    @Test("Damaged files are read or refused, never more")
    func damaged() {
        let whole = Array((head("toi", 4) + "3: 1,{2,3},4\n2: {4,1}\n").utf8)
        var random = SeededGenerator(seed: 78)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) { bytes[place] = UInt8.random(in: 0...255, using: &random) } else { bytes.remove(at: place) }
            }
            guard let election = try? PrefLibElection(preflib: bytes, limits: .standard), let ballots = try? election.ranked() else { continue }
            #expect(ballots.borda.doubled.reduce(0, +) == ballots.voterCount * ballots.candidateCount * (ballots.candidateCount - 1))
        }
    }

    private func head(_ kind: String, _ alternatives: Int) -> String { "# DATA TYPE: \(kind)\n# NUMBER ALTERNATIVES: \(alternatives)\n" }

    private func read(_ text: String) throws -> PrefLibElection { try PrefLibElection(preflib: Array(text.utf8), limits: .standard) }
}
