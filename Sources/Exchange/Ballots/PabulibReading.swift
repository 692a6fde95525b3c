extension PabulibElection {
    /// Reads a whole file of Pabulib.
    ///
    /// UTF-8 with or without a mark of byte order, any line ends; fields separated by semicolons, quoted where they hold one; the sections META, PROJECTS and
    /// VOTES in this order. Costs and points are read exactly. Counts that META states and the tables do not bear out are remarks, not faults.
    /// - Throws: `BallotFault` with the line for anything that cannot be understood or exceeds `limits`. Never traps.
    package init(pabulib bytes: [UInt8], limits: BallotLimits) throws(BallotFault) {
        guard bytes.count <= limits.bytes else { throw BallotFault(line: nil, "The file is longer than \(limits.bytes) bytes.") }
        guard TextDecoding.isUTF8(bytes) else {
            throw BallotFault(line: TextDecoding.firstLineThatIsNotUTF8(bytes), "This line is not UTF-8 text.")
        }
        var lines = PabulibLines(bytes)
        var meta = PabulibMeta()
        try lines.enter("META")
        while let record = try lines.next() { try meta.take(record) }
        try lines.enter("PROJECTS")
        let table = try PabulibProjects(&lines, budget: try meta.budget(), limits: limits)
        try lines.enter("VOTES")
        let type = try meta.voteType()
        let votes = try PabulibVotes(&lines, type: type, projects: table, limits: limits)
        var remarks = votes.remarks
        try meta.compare("num_projects", with: table.projects.count, what: "projects", &remarks)
        try meta.compare("num_votes", with: votes.starts.count - 1, what: "votes", &remarks)
        self.init(meta: meta.values, voteType: type, table: table, votes: votes, remarks: remarks)
    }
}

/// The records of a file, section by section; blank lines are passed over.
struct PabulibLines {
    private var records: CSVRecords
    private var ahead: CSVRecord?
    private var lastLine = 1
    private static let sections = ["meta", "projects", "votes"]

    init(_ bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let limits = CSVLimits(bytes: .max, columns: 100, rows: .max, cellBytes: 4 << 20)
        records = CSVRecords(bytes: bytes, from: start, line: 1, separator: .semicolon, limits: limits)
    }

    /// Begins a section; the next record must be its name.
    mutating func enter(_ name: String) throws(BallotFault) {
        guard let record = try read() else { throw BallotFault(line: lastLine, "The file ends before the section \(name).") }
        guard PabulibLines.section(record) == name.lowercased() else {
            throw BallotFault(line: record.line, "Here the section \(name) should begin, not \(record.cells.first?.quotable ?? "").")
        }
    }

    /// The next record of this section; nil at its end.
    mutating func next() throws(BallotFault) -> CSVRecord? {
        guard let record = try read() else { return nil }
        guard PabulibLines.section(record) == nil else {
            ahead = record
            return nil
        }
        return record
    }

    /// The names of the columns, which must be there.
    mutating func header(of section: String) throws(BallotFault) -> (line: Int, names: [String]) {
        guard let record = try next() else { throw BallotFault(line: lastLine, "The section \(section) is empty: it needs a line with the names of its columns.") }
        return (record.line, record.cells.map { PabulibLines.name($0) })
    }

    private mutating func read() throws(BallotFault) -> CSVRecord? {
        if let record = ahead {
            ahead = nil
            return record
        }
        do {
            while let record = try records.next() {
                lastLine = record.line
                if !record.isBlank { return record }
            }
        } catch {
            throw BallotFault(error)
        }
        return nil
    }

    /// The section that a record begins, in lower case.
    private static func section(_ record: CSVRecord) -> String? {
        guard let first = record.cells.first, first.utf8.count <= 16, record.cells.dropFirst().allSatisfy(\.isEmpty) else { return nil }
        let name = PabulibLines.name(first)
        return sections.contains(name) ? name : nil
    }

    private static func name(_ cell: String) -> String { String(cell.trimmed).lowercased() }
}

extension String {
    /// Without spaces and tabs at either end.
    var trimmed: Substring { Substring(self).trimmed }
}

extension Substring {
    var trimmed: Substring {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        guard let first = utf8.firstIndex(where: { !isBlank($0) }), let last = utf8.lastIndex(where: { !isBlank($0) }) else { return "" }
        return self[first...last]
    }
}
