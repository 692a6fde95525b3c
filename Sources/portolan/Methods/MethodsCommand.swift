import ArgumentParser
import Exchange
import Foundation

struct MethodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "methods",
        abstract: "Elect, rank and weigh with the methods that priorities use; fit S-curves; find coalitions; measure the value chain; tell how much explores.",
        discussion: """
            Reads elections of Pabulib (.pb) and PrefLib (.soi, .toi, .soc, .toc), writes JSON. A file that is not understood is \
            refused with the line. What each method does, and its source: docs/methods/priorities.md; of S-curves docs/methods/s-curves.md; of coalitions docs/methods/coalitions.md; \
            of the value chain docs/methods/assessments.md; of exploring docs/methods/innovation-strategy.md.

              portolan methods equal-shares election.pb --utility cost --completion add1-greedy
              portolan methods greedy election.pb
              portolan methods rank ballots.soi --rule schulze
              portolan methods survey-margins --population 183 --responses 54
              portolan methods s-curve technologies.csv --series Internet
              portolan methods coalitions positions.csv --quota 2/3 --quorum 1/2
              portolan methods value-chain ideas.csv --from 2024-06-01 --until 2026-05-31 --staff 180 --members 183
              portolan methods explore budget.csv --agreed 30
            """,
        subcommands: [
            EqualSharesCommand.self, GreedyCommand.self, RankCommand.self, SurveyMarginsCommand.self, SCurveCommand.self, CoalitionsCommand.self, ValueChainCommand.self, ExploreCommand.self,
        ])
}

/// A file of ballots, or of series, to be read.
struct BallotFile: ParsableArguments {
    @Argument(help: ArgumentHelp("The file; - for the input.", valueName: "FILE"))
    var file: String

    /// Answers the file's bytes with `answer` and says what is odd in it; ends with status 1 and what is wrong, on the error output, where it is not understood.
    func answer(_ answer: ([UInt8]) throws(BallotFault) -> (json: String, remarks: [BallotFault])) throws -> String {
        let bytes = try bytes()
        do {
            let (json, remarks) = try answer(bytes)
            for remark in remarks { BallotFile.note("\(name): \(remark)") }
            return json
        } catch {
            throw failure(error.description)
        }
    }

    private var name: String { file == "-" ? "the input" : file }

    /// No more than one byte beyond what is read at all.
    private func bytes() throws -> [UInt8] {
        let most = BallotLimits.standard.bytes + 1
        do {
            let handle = file == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: file))
            var bytes: [UInt8] = []
            while bytes.count < most, let part = try handle.read(upToCount: min(8 << 20, most - bytes.count)), !part.isEmpty { bytes.append(contentsOf: part) }
            return bytes
        } catch {
            throw failure("It cannot be read.")
        }
    }

    private func failure(_ what: String) -> ExitCode {
        BallotFile.note("\(name): \(what)")
        return ExitCode(1)
    }

    private static func note(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
