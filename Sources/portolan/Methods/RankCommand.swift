import ArgumentParser
import Exchange
import Foundation
import Methods

struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Rank alternatives by ordered ballots.",
        discussion: """
            Scores beside the order are points under borda, and under schulze the number of others that an alternative is before. \
            Alternatives are called by their numbers in the file.
            """)

    enum Rule: String, ExpressibleByArgument, CaseIterable { case borda, schulze }

    @OptionGroup var input: BallotFile

    @Option(help: "By which rule: \(Rule.allCases.map(\.rawValue).joined(separator: " or ")).")
    var rule: Rule

    func run() throws {
        tell(
            try input.answer { bytes throws(BallotFault) in
                let election = try PrefLibElection(preflib: bytes, limits: .standard)
                return (try answer(election), election.remarks)
            })
    }

    /// The answer as JSON.
    func answer(_ election: PrefLibElection) throws(BallotFault) -> String {
        let ballots = try election.ranked()
        switch rule {
        case .borda:
            let borda = ballots.borda
            return RankCommand.json(borda.ranking, scores: borda.doubled.map { $0 % 2 == 0 ? "\($0 / 2)" : "\($0 / 2).5" })
        case .schulze:
            let limit = BallotFault(what: "Schulze compares at most \(PairwiseVotes.mostCandidates) alternatives.")
            guard let votes = PairwiseVotes(ballots) else { throw limit }
            let schulze = SchulzeResult(votes)
            return RankCommand.json(schulze.ranking, scores: schulze.wins.map(String.init))
        }
    }

    private static func json(_ ranking: Ranking, scores: [String]) -> String {
        let groups = ranking.groups.map { "[\($0.map { "\($0 + 1)".json }.joined(separator: ", "))]" }
        let pairs = scores.enumerated().map { "\("\($0.offset + 1)".json): \($0.element)" }
        return "{\"ranking\": [\(groups.joined(separator: ", "))], \"scores\": {\(pairs.joined(separator: ", "))}}"
    }
}

extension String {
    /// As JSON writes it, with its quotation marks.
    var json: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{0}"..."\u{1F}", "\u{7F}": text += "\\u" + String(format: "%04x", scalar.value)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
