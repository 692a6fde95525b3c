import HashTreeCollections
import Exchange
import Journal
import Organisation
import Pages

/// The answers of an archive as a table: a line for each Member, a column for each variable.
enum AnswersFile {
    static let name = "answers.csv"
    /// Before the variables; no variable is called so.
    static let columns = ["member", "member-name", "region-code", "region", "submitted", "version"]

    static func bytes(_ content: ArchiveContent) -> [UInt8] {
        let visit = content.reading.visit, questions = content.reading.questionnaire.questions, variables = Variable.all(questions)
        let roles = Dictionary(grouping: variables, by: \.question).mapValues { $0.map(\.role) }
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write((columns + variables.map(\.name)).map { .text($0) })
        for answer in content.answers {
            let about: [CSVCell] = [
                CSVCell(answer.code), CSVCell(visit.plain(answer.member.name)), CSVCell(answer.region?.code), CSVCell(answer.region.map { visit.plain($0.name) }),
                .text("\(answer.version.on)"), .integer(answer.number),
            ]
            let given = questions.flatMap { id, question -> [CSVCell] in
                let roles = roles[id] ?? []
                if answer.withheld.contains(id) { return roles.map { _ in .text(Variable.Missing.withheld.rawValue) } }
                return ResponseCells(question: question, roles: roles).cells(answer.version.responses[id])
            }
            writer.write(about + given)
        }
        return writer.bytes
    }
}
