/// Reads a PrefLib file line by line.
struct PrefLibReading {
    private let limits: BallotLimits
    private var values: [String: String] = [:]
    private var lines: [String: Int] = [:]
    private var names: [String] = []
    private var kind: PrefLibElection.Kind?
    private var ballots: [PrefLibElection.Line] = []
    private var voters = 0
    private var entries = 0
    private var lastLine = 0
    /// The ballot that named each alternative last, to find one named twice.
    private var namedBy: [Int] = []

    init(limits: BallotLimits) { self.limits = limits }

    mutating func take(_ bytes: ArraySlice<UInt8>, line: Int) throws(BallotFault) {
        lastLine = line
        let text = Substring(decoding: bytes, as: UTF8.self).trimmed
        if text.isEmpty { return }
        if text.utf8.first == 0x23 { return try takeHeader(text.dropFirst(), line) }
        if kind == nil { try beginBallots(line) }
        try takeBallot(Array(text.utf8), line)
    }

    func end() throws(BallotFault) -> (header: [String: String], kind: PrefLibElection.Kind, names: [String], ballots: [PrefLibElection.Line], remarks: [BallotFault]) {
        guard let kind else { throw BallotFault(line: max(lastLine, 1), "The file ends before the first ballot.") }
        var remarks: [BallotFault] = []
        for (key, count) in [("NUMBER VOTERS", voters), ("NUMBER UNIQUE ORDERS", ballots.count)] {
            guard let text = values[key], text != String(count) else { continue }
            remarks.append(BallotFault(line: lines[key], "The header states \(text.quotable) for \(key); there are \(count)."))
        }
        return (values, kind, names, ballots, remarks)
    }

    private mutating func takeHeader(_ text: Substring, _ line: Int) throws(BallotFault) {
        guard kind == nil else { throw BallotFault(line: line, "The header goes on after the first ballot.") }
        guard let colon = text.utf8.firstIndex(of: 0x3A) else { return }
        let key = String(text[..<colon].trimmed).uppercased(), value = String(text[text.utf8.index(after: colon)...].trimmed)
        guard values[key] == nil else { throw BallotFault(line: line, "The header has \(key.quotable) twice, first on line \(lines[key] ?? 0).") }
        guard values.count < limits.candidates + 1000 else { throw BallotFault(line: line, "The header is too long.") }
        values[key] = value
        lines[key] = line
    }

    /// What the header must have said before the first ballot.
    private mutating func beginBallots(_ line: Int) throws(BallotFault) {
        guard let type = values["DATA TYPE"] else { throw BallotFault(line: line, "The ballots begin, but the header has no line “# DATA TYPE: …”.") }
        guard let kind = PrefLibElection.Kind(rawValue: type.lowercased()) else {
            throw BallotFault(line: lines["DATA TYPE"], "The data type \(type.quotable) is not read here; read are soc, soi, toc and toi.")
        }
        guard let text = values["NUMBER ALTERNATIVES"], let place = lines["NUMBER ALTERNATIVES"] else {
            throw BallotFault(line: line, "The ballots begin, but the header has no line “# NUMBER ALTERNATIVES: …”.")
        }
        guard let count = PrefLibReading.whole(text.utf8), count > 0 else {
            throw BallotFault(line: place, "The number of alternatives \(text.quotable) is not a whole number above zero.")
        }
        guard count <= limits.candidates else { throw BallotFault(line: place, "There are more than \(limits.candidates) alternatives.") }
        names = (1...count).map { values["ALTERNATIVE NAME \($0)"] ?? "\($0)" }
        namedBy = Array(repeating: 0, count: count)
        self.kind = kind
    }

    private mutating func takeBallot(_ text: [UInt8], _ line: Int) throws(BallotFault) {
        guard let colon = text.firstIndex(of: 0x3A), let count = PrefLibReading.whole(text[..<colon]) else {
            throw BallotFault(line: line, "A ballot must begin with how often it was cast and a colon, as in “3: 1,2”.")
        }
        guard count > 0, count <= limits.voters - voters else {
            throw BallotFault(line: line, count > 0 ? "There are more than \(limits.voters) voters." : "A ballot that was cast zero times.")
        }
        voters += count
        let tiers = try tiers(text[(colon + 1)...], line)
        if kind?.isComplete == true, tiers.reduce(0, { $0 + $1.count }) < names.count {
            throw BallotFault(line: line, "In a file of complete orders this ballot names only \(tiers.reduce(0) { $0 + $1.count }) of \(names.count) alternatives.")
        }
        ballots.append(PrefLibElection.Line(line: line, count: count, tiers: tiers))
    }

    /// Alternatives best first; those in braces are tied.
    private mutating func tiers(_ text: ArraySlice<UInt8>, _ line: Int) throws(BallotFault) -> [[Int]] {
        var tiers: [[Int]] = [], tied: [Int]?
        var position = text.startIndex
        var needsComma = false
        while position < text.endIndex {
            switch text[position] {
            case 0x20, 0x09: position += 1
            case 0x2C where needsComma:
                needsComma = false
                position += 1
            case 0x7B where tied == nil && !needsComma:
                guard kind?.hasTies == true else { throw BallotFault(line: line, "There are ties in a file of orders without ties.") }
                tied = []
                position += 1
            case 0x7D:
                guard let tier = tied else { throw BallotFault(line: line, "A brace is closed that was not opened.") }
                if !tier.isEmpty { tiers.append(tier) }
                (tied, needsComma) = (nil, true)
                position += 1
            case 0x30...0x39 where !needsComma:
                let digits = text[position...].prefix { (0x30...0x39).contains($0) }
                position = digits.endIndex
                let alternative = try name(digits, line)
                if tied == nil { tiers.append([alternative]) } else { tied?.append(alternative) }
                needsComma = true
            default: throw BallotFault(line: line, "The order is not understood at \(String(decoding: text[position...], as: UTF8.self).quotable).")
            }
        }
        guard tied == nil else { throw BallotFault(line: line, "A brace is opened and not closed.") }
        return tiers
    }

    private mutating func name(_ digits: ArraySlice<UInt8>, _ line: Int) throws(BallotFault) -> Int {
        guard let number = PrefLibReading.whole(digits), number >= 1, number <= names.count else {
            throw BallotFault(line: line, "There is no alternative \(String(decoding: digits, as: UTF8.self).quotable); they are numbered from 1 to \(names.count).")
        }
        entries += 1
        guard entries <= limits.entries else { throw BallotFault(line: line, "All ballots together name more than \(limits.entries) alternatives.") }
        guard namedBy[number - 1] != line else { throw BallotFault(line: line, "The ballot names the alternative \(number) twice.") }
        namedBy[number - 1] = line
        return number - 1
    }

    /// A whole number of at most nine digits, spaces around it left aside.
    private static func whole(_ text: some Collection<UInt8>) -> Int? {
        let digits = Substring(decoding: text, as: UTF8.self).trimmed.utf8
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
