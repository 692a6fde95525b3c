extension LimeSurveyStructure {
    /// Reads a survey: tab-separated text as LimeSurvey exports it, or the same table saved by a spreadsheet.
    ///
    /// - Throws: `LimeSurveyFault` for a file that is no such table at all or exceeds `limits`. Whatever is wrong with one row is among the problems.
    package static func read(_ bytes: [UInt8], limits: LimeSurveyLimits) throws(LimeSurveyFault) -> (structure: LimeSurveyStructure, problems: [LimeSurveyProblem]) {
        let table = try LimeSurveyRows(bytes, limits: limits.table)
        for name in ["class", "name", "text"] where !table.hasColumn(name) { throw .noColumn(name) }
        var reading = LimeSurveyReading(table, limits: limits)
        try reading.readAll(table.rows)
        return (reading.structure, reading.problems.sorted { $0.line < $1.line })
    }
}

/// Row after row: first what stands in the language of the survey, then its translations.
private struct LimeSurveyReading {
    private(set) var structure: LimeSurveyStructure
    private(set) var problems: [LimeSurveyProblem]
    private let limits: LimeSurveyLimits
    private var groupsByID: [String: Int] = [:]
    private var codes: [String: (group: Int, question: Int)] = [:]
    /// How many groups of each other language have been met.
    private var translatedGroups: [String: Int] = [:]
    /// Where the rows of answers belong that follow.
    private var current: (group: Int, question: Int)?

    private static let asked: Set<String> = ["G", "Q", "SQ", "A"]
    /// Parts of the format that do not ask anything.
    private static let silent: Set<String> = ["AS", "QTA", "QTALS", "QTAM"]
    private static let columns: Set<String> = [
        "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "encrypted", "other", "same_default",
        "same_script",
    ]

    init(_ table: LimeSurveyRows, limits: LimeSurveyLimits) {
        let said = table.rows.first { $0["class"].uppercased() == "S" && $0["name"].lowercased() == "language" }?["text"]
        let first = table.rows.first { ["G", "Q"].contains($0["class"].uppercased()) && !$0["language"].isEmpty }?["language"]
        structure = LimeSurveyStructure(language: first ?? said ?? "")
        problems = table.problems
        self.limits = limits
    }

    mutating func readAll(_ rows: [LimeSurveyRows.Row]) throws(LimeSurveyFault) {
        for row in rows where !isTranslation(row) { try read(row) }
        current = nil
        for row in rows where isTranslation(row) { translate(row) }
    }

    private func isTranslation(_ row: LimeSurveyRows.Row) -> Bool {
        Self.asked.contains(row["class"].uppercased()) && !row["language"].isEmpty && row["language"] != structure.language
    }

    private mutating func note(_ row: LimeSurveyRows.Row, _ what: LimeSurveyProblem.Kind) { problems.append(LimeSurveyProblem(line: row.line, what: what)) }

    private mutating func read(_ row: LimeSurveyRows.Row) throws(LimeSurveyFault) {
        switch row["class"].uppercased() {
        case "S": structure.settings[row["name"].lowercased()] = row["text"]
        case "SL":
            let language = row["language"].isEmpty ? structure.language : row["language"]
            if !row["text"].isEmpty { structure.texts[row["name"].lowercased(), default: [:]][language] = row["text"] }
        case "G":
            if !row["id"].isEmpty { groupsByID[row["id"]] = structure.groups.count }
            structure.groups.append(
                .init(line: row.line, name: own(row["name"]), description: own(row["text"]), relevance: row["relevance"]))
            current = nil
        case "Q": try readQuestion(row)
        case "SQ", "A": try readItem(row)
        case "C":
            guard let (group, question) = current else { return note(row, .homeless) }
            structure.groups[group].questions[question].oldConditions.append(row.line)
        case let name where Self.silent.contains(name): note(row, .leftOut(name))
        case let name: note(row, .unknownClass(String(name.prefix(40))))
        }
    }

    private func own(_ text: String) -> LimeSurveyTexts { text.isEmpty ? [:] : [structure.language: text] }

    private mutating func readQuestion(_ row: LimeSurveyRows.Row) throws(LimeSurveyFault) {
        current = nil
        let code = row["name"]
        guard !code.isEmpty else { return note(row, .noName) }
        guard codes[code.lowercased()] == nil else { return note(row, .repeated(String(code.prefix(40)))) }
        guard codes.count < limits.questions else { throw .tooManyQuestions(line: row.line, limit: limits.questions) }
        if structure.groups.isEmpty {
            note(row, .homeless)
            structure.groups.append(.init(line: row.line, name: [:]))
        }
        let group = structure.groups.count - 1
        var attributes = row.others(than: Self.columns).mapValues(own)
        // Asked for once more and then let go: neither needed nor not.
        if row["mandatory"].uppercased() == "S" { attributes["mandatory=S"] = own("S") }
        structure.groups[group].questions.append(
            .init(
                line: row.line, type: row["type/scale"], code: code, relevance: row["relevance"], text: own(row["text"]), help: own(row["help"]), validation: row["validation"],
                isMandatory: row["mandatory"].uppercased() == "Y", hasOther: row["other"].uppercased() == "Y",
                attributes: attributes))
        current = (group, structure.groups[group].questions.count - 1)
        codes[code.lowercased()] = current
    }

    private mutating func readItem(_ row: LimeSurveyRows.Row) throws(LimeSurveyFault) {
        guard let (group, question) = current else { return note(row, .homeless) }
        let code = row["name"]
        guard !code.isEmpty else { return note(row, .noName) }
        let item = LimeSurveyStructure.Item(line: row.line, code: code, scale: row.scale, text: own(row["text"]), relevance: row["class"].uppercased() == "SQ" ? row["relevance"] : "")
        let list = row.list, others = structure.groups[group].questions[question][keyPath: list]
        guard others.count < limits.items else { throw .tooManyItems(line: row.line, limit: limits.items) }
        if others.contains(where: { $0.code == code && $0.scale == item.scale }) { return note(row, .repeated(String(code.prefix(40)))) }
        structure.groups[group].questions[question][keyPath: list].append(item)
    }
}

extension LimeSurveyReading {
    private mutating func translate(_ row: LimeSurveyRows.Row) {
        let language = row["language"], nothing = LimeSurveyProblem.Kind.translationOfNothing(String(row["name"].prefix(40)))
        func add(_ column: String, to texts: inout LimeSurveyTexts) { if !row[column].isEmpty { texts[language] = row[column] } }
        switch row["class"].uppercased() {
        case "G":
            // Older files number them anew in each language: then they stand in the same order.
            let place = translatedGroups[language, default: 0], group = groupsByID[row["id"]] ?? place
            translatedGroups[language] = place + 1
            guard structure.groups.indices.contains(group) else { return note(row, nothing) }
            add("name", to: &structure.groups[group].name)
            add("text", to: &structure.groups[group].description)
        case "Q":
            current = codes[row["name"].lowercased()]
            guard let (group, question) = current else { return note(row, nothing) }
            add("text", to: &structure.groups[group].questions[question].text)
            add("help", to: &structure.groups[group].questions[question].help)
            for (name, text) in row.others(than: Self.columns) { structure.groups[group].questions[question].attributes[name, default: [:]][language] = text }
        default:
            guard let (group, question) = current,
                let place = structure.groups[group].questions[question][keyPath: row.list].firstIndex(where: { $0.code == row["name"] && $0.scale == row.scale })
            else { return note(row, nothing) }
            add("text", to: &structure.groups[group].questions[question][keyPath: row.list][place].text)
        }
    }
}

extension LimeSurveyRows.Row {
    fileprivate var scale: Int { self["type/scale"] == "1" ? 1 : 0 }

    /// Which of a question's lists a row `SQ` or `A` belongs to.
    fileprivate var list: WritableKeyPath<LimeSurveyStructure.Question, [LimeSurveyStructure.Item]> { self["class"].uppercased() == "SQ" ? \.subquestions : \.answers }
}
