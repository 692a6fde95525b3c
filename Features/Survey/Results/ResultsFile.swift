import Exchange
import Journal
import Methods
import Organisation
import Pages

/// What the page shows as a table for machines: a line for each question, option and region.
enum ResultsFile {
    static let route = Route.file("surveys/{survey}/results.csv", .everyone) { visit in
        let reading = try SurveyReading(visit)
        guard reading.showsResults else { throw Missing() }
        return try file(reading)
    }

    private static let columns = ["question", "code", "kind", "option", "region", "answered", "asked", "share"]

    private static func file(_ reading: SurveyReading) throws -> File {
        let respondents = Respondents(reading), visit = reading.visit
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(columns.map { .text($0) })
        for (id, question) in reading.questionnaire.questions where question.kind.isCompared {
            let result = QuestionResult(reading: reading, respondents: respondents, id: id, question: question), labels = Regions.labels(result)
            for row in QuestionShares.rows(id, question, respondents) {
                for (option, share) in zip(labels, row.shares) {
                    writer.write(
                        [
                            visit.plain(question.text), question.code, question.kind.rawValue, option, row.isWhole ? "" : visit.plain(row.group.name), "\(row.answered)",
                            "\(row.group.asked)", plainDigits(QuestionShares.rounded(share), .point),
                        ].map { CSVCell($0) })
                }
            }
        }
        return File(name: "results-\(reading.id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
