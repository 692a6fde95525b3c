import Exchange
import Journal
import Methods
import Organisation
import Pages

/// What the page shows as a table for machines: a line for each question, option and region.
enum ResultsFile {
    static let route = Route.file("surveys/{survey}/results.csv", .everyone) { visit in
        let reading = try SurveyReading(visit)
        guard visit.viewer.belongs(to: reading.resultsAudience), reading.opening != nil, reading.areResultsOpen else { throw Missing() }
        return try file(reading)
    }

    private static let columns = ["question", "code", "kind", "option", "region", "answered", "asked", "share"]

    private static func file(_ reading: SurveyReading) throws -> File {
        let respondents = Respondents(reading), visit = reading.visit
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(columns.map { .text($0) })
        for (id, question) in reading.questionnaire.questions where question.kind.isCompared {
            let result = QuestionResult(reading: reading, respondents: respondents, id: id, question: question), labels = Regions.labels(result)
            let groups = [respondents.all] + respondents.regions, tallies = groups.map { Tally(id, question, $0) }
            let isShown = [tallies[0].answered >= respondents.least] + disclosed(tallies.dropFirst().map(\.answered), least: respondents.least)
            for (place, group) in groups.enumerated() where isShown[place] {
                let shares = Regions.shares(tallies[place])
                for (option, share) in zip(labels, shares) {
                    writer.write(
                        [
                            visit.plain(question.text), question.code, question.kind.rawValue, option, place == 0 ? "" : visit.plain(group.name), "\(tallies[place].answered)",
                            "\(group.asked)", plainDigits((share * 10_000).rounded() / 10_000, .point),
                        ].map { CSVCell($0) })
                }
            }
        }
        return File(name: "results-\(reading.id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
