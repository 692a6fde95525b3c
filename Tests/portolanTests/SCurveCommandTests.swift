import ArgumentParser
import Exchange
import Foundation
import Testing

@testable import portolan

@Suite("S-curves on the command line")
struct SCurveCommandTests {
    /// A rise to 90 and a fall, each as long as the other.
    private var text: String {
        var lines = ["technology,year,percent"]
        for year in 0..<24 {
            let value = 90 / (1 + exp(-0.4 * (Double(year) - 11)))
            lines += ["rises,\(1990 + year),\(value)", "falls,\(1990 + year),\(90 - value)", "stays,\(1990 + year),100"]
        }
        return lines.joined(separator: "\n") + "\nbegins,2010,1\n"
    }

    private func answers(_ arguments: [String]) throws -> [[String: Any]] {
        let command = try SCurveCommand.parse(["-"] + arguments), table = try SeriesTable(bytes: Array(text.utf8), columns: command.columns, limits: .standard)
        return try command.answer(table).split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
    }

    @Test("A series that is one: model, parameters, sum of squares, era")
    func fitted() throws {
        let answer = try #require(try answers(["--series", "rises", "--models", "logistic,gompertz", "--bootstrap", "20"]).first)
        let parameters = try #require(answer["parameters"] as? [String: Double]), intervals = try #require(answer["intervals"] as? [String: Any])
        #expect(answer["verdict"] as? String == "fitted" && answer["reason"] is NSNull && answer["model"] as? String == "logistic")
        #expect(abs((parameters["L"] ?? 0) - 90) < 1e-3 && abs((parameters["r"] ?? 0) - 0.4) < 1e-5 && abs((parameters["t0"] ?? 0) - 2001) < 1e-3)
        #expect(answer["era"] as? String == "maturity" && (answer["rss"] as? Double ?? 1) < 1e-6)
        #expect((answer["fits"] as? [Any])?.count == 2 && intervals["replicates"] as? Int == 20)
        #expect(try answers(["--series", "rises", "--at", "1996"])[0]["era"] as? String == "ferment")
    }

    @Test("Series that are none are answered with the reason, all of them a line each")
    func refused() throws {
        let answers = try answers(["--all", "--models", "logistic"])
        #expect(answers.map { $0["series"] as? String } == ["rises", "falls", "stays", "begins"])
        #expect(answers.map { $0["reason"] as? String } == [nil, "decline", "constant", "too-few"])
        #expect(answers[1]["era"] is NSNull && answers[2]["parameters"] is NSNull)
    }

    @Test("A known limit, a logarithmic scale, and less is better")
    func options() throws {
        let known = try answers(["--series", "rises", "--limit", "100", "--models", "gompertz"])[0]
        #expect((known["parameters"] as? [String: Double])?["L"] == 100)
        #expect(try answers(["--series", "rises", "--scale", "log", "--models", "richards"])[0]["verdict"] as? String == "fitted")
        #expect(try answers(["--series", "falls", "--direction", "down"])[0]["verdict"] as? String == "fitted")
    }

    @Test("More replicates than can be worked out are refused before anything is, with how many can")
    func replicates() throws {
        let long = "year,value\n" + (1...2100).map { "\($0),\($0)" }.joined(separator: "\n")
        let command = try SCurveCommand.parse(["-", "--bootstrap", "10000"])
        let table = try SeriesTable(bytes: Array(long.utf8), columns: command.columns, limits: .standard)
        #expect(throws: BallotFault(what: "10000 replicates of 2100 points are too many: at most 9523 with --bootstrap.")) { try command.answer(table) }
    }

    @Test(
        "What cannot be meant is refused",
        arguments: [
            ["--models", "linear"], ["--models", ""], ["--limit", "0"], ["--limit", "nan"], ["--bootstrap", "0"], ["--bootstrap", "99999999"],
            ["--at", "inf"], ["--all", "--series", "a"], ["--direction", "sideways"],
        ])
    func arguments(arguments: [String]) {
        #expect(throws: (any Error).self) { try SCurveCommand.parse(["-"] + arguments) }
    }
}
