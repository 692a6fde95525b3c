import ArgumentParser
import Foundation
import Methods

struct SurveyMarginsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey-margins", abstract: "Say how well a share is known from so many answers, and how many would be needed.",
        discussion: """
            Of a finite population, at 95 %, for a share of one half, as if those who answered had been drawn at random: a floor. \
            Percentages of the margin are points.
            """)

    @Option(help: ArgumentHelp("How many could answer.", valueName: "N"))
    var population: Int

    @Option(help: ArgumentHelp("How many did.", valueName: "n"))
    var responses: Int

    func validate() throws {
        guard population > 0 else { throw ValidationError("--population must be above zero.") }
        guard 0...population ~= responses else { throw ValidationError("--responses must be between 0 and the population.") }
    }

    func run() throws { tell(answer) }

    /// The answer as JSON; the margin is null without an answer.
    var answer: String {
        let margin = marginOfError(responses: responses, population: population, share: 0.5, z: Confidence.z95)
        let needed = [5, 10].compactMap { points in
            sampleSize(population: population, margin: Double(points) / 100, share: 0.5, z: Confidence.z95).map { "\"\(points)\": \($0)" }
        }
        let percent = margin.map { String(format: "%.2f", 100 * $0) } ?? "null"
        let rate = String(format: "%.2f", 100 * Double(responses) / Double(population))
        return """
            {"margin_percent": \(percent), "needed_for_percent": {\(needed.joined(separator: ", "))}, "population": \(population), \
            "response_rate_percent": \(rate), "responses": \(responses)}
            """
    }
}
