extension LimeSurveyStructure {
    /// The survey as LimeSurvey reads it: tab-separated, UTF-8 with byte order mark, one set of rows for each language.
    ///
    /// - Parameter languages: that of the survey first.
    package func written(in languages: [String]) -> [UInt8] {
        let names = Set(groups.flatMap(\.questions).flatMap { $0.attributes.keys }).sorted()
        var table = LimeSurveyTable(attributes: names)
        for (name, text) in settings.sorted(by: { $0.key < $1.key }) { table.write(["class": "S", "name": name, "text": text]) }
        for language in languages {
            for (name, texts) in texts.sorted(by: { $0.key < $1.key }) {
                table.write(["class": "SL", "name": name, "text": texts[language] ?? "", "language": language])
            }
        }
        for language in languages {
            var number = 0
            for (place, group) in groups.enumerated() {
                table.write([
                    "id": "\(place + 1)", "class": "G", "type/scale": "\(place)", "name": group.name[language] ?? "", "relevance": group.relevance,
                    "text": group.description[language] ?? "", "language": language,
                ])
                for question in group.questions {
                    number += 1
                    table.write(question, number, in: language)
                }
            }
        }
        return table.writer.bytes
    }
}

/// The rows on their way out.
private struct LimeSurveyTable {
    private static let columns = [
        "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "encrypted", "other", "default", "same_default",
    ]

    private(set) var writer = CSVWriter(separator: .tab, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
    private let columns: [String]

    init(attributes: [String]) {
        columns = Self.columns + attributes
        writer.write(columns.map { .text($0) })
    }

    mutating func write(_ cells: [String: String]) { writer.write(columns.map { CSVCell(cells[$0]) }) }

    mutating func write(_ question: LimeSurveyStructure.Question, _ number: Int, in language: String) {
        var cells = [
            "id": "\(number)", "class": "Q", "type/scale": question.type, "name": question.code, "relevance": question.relevance, "text": question.text[language] ?? "",
            "help": question.help[language] ?? "", "language": language, "validation": question.validation, "mandatory": question.isMandatory ? "Y" : "N",
            "other": question.hasOther ? "Y" : "N",
        ]
        for (name, texts) in question.attributes { cells[name] = texts[language] }
        write(cells)
        for (name, items) in [("SQ", question.subquestions), ("A", question.answers)] {
            for item in items {
                write(["id": "\(number)", "class": name, "type/scale": "\(item.scale)", "name": item.code, "text": item.text[language] ?? "", "language": language])
            }
        }
    }
}
