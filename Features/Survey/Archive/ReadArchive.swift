import Exchange
import Journal
import Organisation
import Pages

/// Why a file is no archive of a survey: which part of it, and what is wrong there.
package struct ArchiveFault: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ part: String, _ what: String) { description = "\(part): \(what)" }
}

/// An archive of a survey, read again by whoever was given it: nothing that it says of itself is believed.
package struct ReadArchive {
    struct Answer {
        let code: String
        let regionCode: String
        /// Beside each question; what was withheld is not among them.
        let responses: [ID<Question>: Response]
        let withheld: Set<ID<Question>>
    }

    /// Where an answer stands in the journal, as the archive says.
    struct Place {
        let code: String
        let position: Int
        let hash: String?
    }

    package let organisation: String
    package let survey: String
    package let headPosition: Int
    package let headHash: String
    let questions: [(id: ID<Question>, question: Question)]
    let answers: [Answer]
    let places: [Place]
    let results: [CSVTable.Row]

    package var answerCount: Int { answers.count }
    package var questionCount: Int { questions.count }

    private static let limits = WorkbookLimits(entries: 20, bytes: 200 << 20, ratio: 1000, rows: 0, cells: 0)
    private static let tableLimits = CSVLimits(bytes: 100 << 20, columns: 20_000, rows: 1_000_000, cellBytes: 64 << 10)

    package init(_ bytes: [UInt8]) throws(ArchiveFault) {
        let wanted: Set = [AnswersFile.name, QuestionnaireDocument.name, Proof.name, ResultsFile.name], archive: Archive
        do { archive = try Archive(bytes, limits: ReadArchive.limits) { wanted.contains($0) } } catch { throw ArchiveFault("the file", "it is no archive that can be read (\(error.key))") }
        let questionnaire = try ReadArchive.json(archive, QuestionnaireDocument.name), proof = try ReadArchive.json(archive, Proof.name)
        guard let questions = QuestionnaireDocument.questions(questionnaire) else { throw ArchiveFault(QuestionnaireDocument.name, "it is no questionnaire of a survey") }
        guard proof["format"]?.text == Proof.format, let organisation = proof["organisation"]?.text, let survey = proof["survey"]?.text,
            let head = proof["head"]?["hash"]?.text, let position = proof["head"]?["position"]?.amount.flatMap({ Int(exactly: $0) }), let items = proof["answers"]?.items
        else { throw ArchiveFault(Proof.name, "it does not say where the answers stand in the journal") }
        guard questionnaire["survey"]?.text == survey else { throw ArchiveFault(Proof.name, "it is of another survey than the questionnaire") }
        self.organisation = organisation
        self.survey = survey
        headPosition = position
        headHash = head
        self.questions = questions
        places = items.compactMap { item in
            guard let code = item["member"]?.text, let position = item["position"]?.amount.flatMap({ Int(exactly: $0) }) else { return nil }
            return Place(code: code, position: position, hash: item["hash"]?.text)
        }
        answers = try ReadArchive.answers(try ReadArchive.table(archive, AnswersFile.name), questions)
        results = try ReadArchive.table(archive, ResultsFile.name).rows
    }

    private static func part(_ archive: Archive, _ name: String) throws(ArchiveFault) -> [UInt8] {
        guard let bytes = archive.parts[name] else { throw ArchiveFault(name, "it is missing") }
        return bytes
    }

    private static func json(_ archive: Archive, _ name: String) throws(ArchiveFault) -> JSON {
        let bytes = try part(archive, name)
        do { return try JSONReader.read(bytes) } catch { throw ArchiveFault(name, "it is no JSON from byte \(error.offset) on") }
    }

    private static func table(_ archive: Archive, _ name: String) throws(ArchiveFault) -> CSVTable {
        let bytes = try part(archive, name), table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: tableLimits) } catch { throw ArchiveFault(name, "it is no table (\(error.key))") }
        if let problem = table.problems.first { throw ArchiveFault(name, "line \(problem.line) does not fit its columns") }
        return table
    }

    private static func answers(_ table: CSVTable, _ questions: [(id: ID<Question>, question: Question)]) throws(ArchiveFault) -> [Answer] {
        let variables = Variable.all(questions)
        guard table.header == AnswersFile.columns + variables.map(\.name) else { throw ArchiveFault(AnswersFile.name, "its columns are not those of the questionnaire") }
        let roles = Dictionary(grouping: variables, by: \.question).mapValues { $0.map(\.role) }
        var answers: [Answer] = [], codes: Set<String> = []
        for row in table.rows {
            var responses: [ID<Question>: Response] = [:], withheld: Set<ID<Question>> = [], place = AnswersFile.columns.count
            guard let code = row.cells.first, codes.insert(code).inserted else { throw ArchiveFault(AnswersFile.name, "line \(row.line): this Member is there twice") }
            for (id, question) in questions {
                let roles = roles[id] ?? [], cells = row.cells[place..<place + roles.count].map(CSVFormula.unguarded)
                place += roles.count
                switch ResponseCells(question: question, roles: roles).response(cells) {
                case .response(let response): responses[id] = response
                case .withheld: withheld.insert(id)
                case nil: throw ArchiveFault(AnswersFile.name, "line \(row.line): \(question.code) cannot be answered with this")
                }
            }
            answers.append(Answer(code: code, regionCode: row["region-code"] ?? "", responses: responses, withheld: withheld))
        }
        return answers
    }
}
