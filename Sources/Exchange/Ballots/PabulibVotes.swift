/// The section VOTES: whom each voter named, and with how many points.
struct PabulibVotes {
    private(set) var starts = [0]
    private(set) var named: [Int32] = []
    private(set) var points: [Int32]?
    private(set) var pointDecimals = 0
    private(set) var remarks: [BallotFault] = []

    /// The most points one voter may give one project, in the smallest unit; also what Equal Shares takes.
    private static let mostPoints = 1_000_000_000

    /// How many remarks are kept of all votes; a broken export has one for each line.
    private static let mostRemarks = 100

    init(_ lines: inout PabulibLines, type: PabulibElection.VoteType, projects: PabulibProjects, limits: BallotLimits) throws(BallotFault) {
        let header = try lines.header(of: "VOTES")
        guard let vote = header.names.firstIndex(of: "vote") else { throw BallotFault(line: header.line, "VOTES needs the column vote.") }
        let voter = header.names.firstIndex(of: "voter_id")
        // Ordinal files often carry the points of the city's own rule; approvals carry none that would matter.
        let pointColumn = type == .approval ? nil : header.names.firstIndex(of: "points")
        guard pointColumn != nil || type == .approval || type == .ordinal else {
            throw BallotFault(line: header.line, "VOTES of the type \(type.rawValue) need the column points.")
        }
        var voters: Set<String> = []
        var written: [(amount: ExactDecimal, line: Int)] = []
        // The vote that named each project last, to find one named twice.
        var namedBy = [Int](repeating: 0, count: projects.projects.count)
        while let record = try lines.next() {
            let line = record.line
            guard starts.count <= limits.voters else { throw BallotFault(line: line, "There are more than \(limits.voters) votes.") }
            guard record.cells.count > max(vote, pointColumn ?? 0) else { throw BallotFault(line: line, "This vote has fewer fields than the line above says.") }
            if let voter, voter < record.cells.count, !voters.insert(record.cells[voter]).inserted {
                remark(line, "The voter \(record.cells[voter].quotable) voted before; both votes count.")
            }
            let before = named.count
            var repeated: Substring?
            for part in record.cells[vote].utf8.split(separator: 0x2C) {
                guard let name = Substring(part).trimmed.nonEmpty else { continue }
                guard let place = projects.places[String(name)] else {
                    throw BallotFault(line: line, "The vote names the project \(String(name).quotable), which is not among the projects.")
                }
                if namedBy[Int(place)] == starts.count { repeated = name }
                namedBy[Int(place)] = starts.count
                named.append(place)
            }
            guard named.count <= limits.entries else { throw BallotFault(line: line, "All votes together name more than \(limits.entries) projects.") }
            if let pointColumn {
                for part in record.cells[pointColumn].utf8.split(separator: 0x2C) {
                    guard let text = Substring(part).trimmed.nonEmpty else { continue }
                    written.append((try PabulibMeta.amount(String(text), "number of points", line), line))
                }
                guard written.count == named.count else {
                    throw BallotFault(line: line, "The vote names \(named.count - before) projects and gives \(written.count - before) numbers of points.")
                }
            }
            if let repeated {
                remark(line, "The vote names the project \(String(repeated).quotable) more than once; it counts once\(pointColumn == nil ? "" : ", with the last points").")
                dropRepeated(from: before, &written)
            }
            starts.append(named.count)
        }
        if pointColumn != nil { points = try scaled(written) }
    }

    /// Keeps each project that the last vote names once, where it was named first, with the points it was given last.
    private mutating func dropRepeated(from start: Int, _ written: inout [(amount: ExactDecimal, line: Int)]) {
        var kept: [Int32: Int] = [:], end = start
        for place in start..<named.count {
            if let first = kept[named[place]] {
                if !written.isEmpty { written[first] = written[place] }
                continue
            }
            kept[named[place]] = end
            named[end] = named[place]
            if !written.isEmpty { written[end] = written[place] }
            end += 1
        }
        written.removeLast(written.isEmpty ? 0 : named.count - end)
        named.removeLast(named.count - end)
    }

    private mutating func remark(_ line: Int, _ what: String) {
        if remarks.count < PabulibVotes.mostRemarks { remarks.append(BallotFault(line: line, what)) }
    }

    private mutating func scaled(_ written: [(amount: ExactDecimal, line: Int)]) throws(BallotFault) -> [Int32] {
        pointDecimals = written.lazy.map(\.amount.places).max() ?? 0
        var points: [Int32] = []
        points.reserveCapacity(written.count)
        for (amount, line) in written {
            guard let scaled = amount.scaled(to: pointDecimals), scaled <= PabulibVotes.mostPoints else {
                throw BallotFault(line: line, "A number of points is more than can be counted exactly (10^9 of the smallest unit).")
            }
            points.append(Int32(scaled))
        }
        return points
    }
}

extension Substring {
    fileprivate var nonEmpty: Substring? { isEmpty ? nil : self }
}
