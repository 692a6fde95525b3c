/// The section META: keys and values, of which a few matter here.
struct PabulibMeta {
    private(set) var values: [String: String] = [:]
    private var lines: [String: Int] = [:]

    mutating func take(_ record: CSVRecord) throws(BallotFault) {
        let key = String((record.cells.first ?? "").trimmed).lowercased()
        let value = String((record.cells.count > 1 ? record.cells[1] : "").trimmed)
        if lines.isEmpty, key == "key", value.lowercased() == "value" { return }
        guard lines[key] == nil else { throw BallotFault(line: record.line, "META has \(key.quotable) twice, first on line \(lines[key] ?? 0).") }
        guard lines.count < 1000 else { throw BallotFault(line: record.line, "META has more than a thousand lines.") }
        values[key] = value
        lines[key] = record.line
    }

    func budget() throws(BallotFault) -> (line: Int, amount: ExactDecimal) {
        guard let text = values["budget"], let line = lines["budget"] else { throw BallotFault(line: nil, "META does not say the budget.") }
        return (line, try PabulibMeta.amount(text, "budget", line))
    }

    func voteType() throws(BallotFault) -> PabulibElection.VoteType {
        guard let text = values["vote_type"], let line = lines["vote_type"] else { throw BallotFault(line: nil, "META does not say the vote_type.") }
        // An older name of approval with a single project.
        if text.lowercased() == "choose-1" { return .approval }
        guard let type = PabulibElection.VoteType(rawValue: text.lowercased()) else {
            let known = PabulibElection.VoteType.allCases.map(\.rawValue).joined(separator: ", ")
            throw BallotFault(line: line, "The vote_type \(text.quotable) is not known; known are \(known).")
        }
        return type
    }

    /// Remarks where META states another number than there is; a statement that is no number is a fault.
    func compare(_ key: String, with count: Int, what: String, _ remarks: inout [BallotFault]) throws(BallotFault) {
        guard let text = values[key], let line = lines[key], !text.isEmpty else { return }
        let stated = try PabulibMeta.amount(text, key, line)
        if stated.places > 0 || stated.digits != count {
            remarks.append(BallotFault(line: line, "META states \(text.quotable) \(what); there are \(count)."))
        }
    }

    /// A number that is not negative, exactly as written.
    static func amount(_ text: String, _ what: String, _ line: Int) throws(BallotFault) -> ExactDecimal {
        do {
            return try ExactDecimal(text.utf8)
        } catch .negative {
            throw BallotFault(line: line, "The \(what) \(text.quotable) is negative.")
        } catch .tooLong {
            throw BallotFault(line: line, "The \(what) \(text.quotable) has more digits than can be counted with (fifteen).")
        } catch {
            throw BallotFault(line: line, "The \(what) \(text.quotable) is not a number.")
        }
    }
}
