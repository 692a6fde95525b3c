import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Frameworks from a table: a line for each statement, its text in as many languages as there are columns. One of which people have been asked is not changed.
struct FrameworksImport: Importing {
    let name = "frameworks"
    let title = "assessments.import"
    let columns = FrameworkColumn.all

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        var reading = FrameworkRows(organisation)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.finished())
    }
}

/// The columns: what is told of a framework, level or category once need not be told again.
enum FrameworkColumn {
    static let framework = "framework", level = "level", category = "category", scale = "scale"

    static func title(_ language: Language) -> String { "framework-title-\(language.rawValue)" }
    static func level(_ language: Language) -> String { "level-title-\(language.rawValue)" }
    static func category(_ language: Language) -> String { "category-title-\(language.rawValue)" }
    static func point(_ language: Language) -> String { "scale-\(language.rawValue)" }
    static func statement(_ language: Language) -> String { "statement-\(language.rawValue)" }

    static let all: [ImportColumn] =
        [
            ImportColumn(framework, required: true, help: "assessments.import.framework", example: "readiness"),
            ImportColumn(level, required: true, help: "assessments.import.level", example: "people"),
            ImportColumn(category, required: true, help: "assessments.import.category", example: "skills"),
        ]
        + Language.allCases.flatMap { language in
            [
                ImportColumn(statement(language), help: "assessments.import.statement", example: language == .en ? "People have time to try something." : ""),
                ImportColumn(category(language), help: "assessments.import.category-title", example: language == .en ? "Skills" : ""),
                ImportColumn(level(language), help: "assessments.import.level-title", example: language == .en ? "People" : ""),
                ImportColumn(title(language), help: "assessments.import.title", example: language == .en ? "Readiness" : ""),
                ImportColumn(point(language), help: "assessments.import.scale", example: language == .en ? "No | Partly | Yes" : ""),
            ]
        }
}

/// Line by line, and at the end framework by framework: what is new, what changes, what is the same.
struct FrameworkRows {
    private var result = ImportResult()
    private let assessments: Assessments
    private var made: [ID<Framework>: Framework] = [:]
    private var order: [ID<Framework>] = []
    private var lines: [ID<Framework>: Int] = [:]

    init(_ organisation: Organisation) { assessments = organisation[Assessments.self] }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            guard let id: ID<Framework> = try row.id(FrameworkColumn.framework) else { throw .blank(FrameworkColumn.framework) }
            guard let level: ID<Level> = try row.id(FrameworkColumn.level) else { throw .blank(FrameworkColumn.level) }
            guard let category: ID<Category> = try row.id(FrameworkColumn.category) else { throw .blank(FrameworkColumn.category) }
            let statement = try text(row, FrameworkColumn.statement, max: 500)
            if statement.isEmpty { throw .blank(FrameworkColumn.statement(.en)) }
            if assessments.formerFrameworks[id] != nil, assessments.frameworks[id] == nil { throw Refusal("assessments.import.withdrawn", field: FrameworkColumn.framework) }
            var framework = made[id] ?? begun(id)
            try describe(&framework, row, isNew: made[id] == nil && assessments.frameworks[id] == nil)
            try place(statement, category, level, &framework, row)
            if made[id] == nil { (order, lines[id]) = (order + [id], row.line) }
            made[id] = framework
        } catch { result.refuse(row.line, error) }
    }

    /// The categories of a known one are told anew; what no column can say of it stays.
    private func begun(_ id: ID<Framework>) -> Framework {
        guard var known = assessments.frameworks[id] else { return Framework(title: .empty) }
        known.namePrototypes()
        (known.levels, known.categories) = ([], [])
        return known
    }

    private func describe(_ framework: inout Framework, _ row: CSVTable.Row, isNew: Bool) throws(Refusal) {
        let title = try text(row, FrameworkColumn.title, max: 200)
        if !title.isEmpty { framework.title = title }
        if framework.title.isEmpty { throw .blank(FrameworkColumn.title(.en)) }
        let points = try scale(row)
        if !points.isEmpty { framework.scale = points }
        if framework.scale.count < 2 { throw Refusal("assessments.refusal.no-scale", field: FrameworkColumn.point(.en)) }
    }

    private func scale(_ row: CSVTable.Row) throws(Refusal) -> [ScalePoint] {
        var labels: [Localized] = []
        for language in Language.allCases {
            guard let own = row.list(FrameworkColumn.point(language)) else { continue }
            if own.count > Framework.mostPoints { throw Refusal("assessments.refusal.too-many-lines", ["most": "\(Framework.mostPoints)"], field: FrameworkColumn.point(language)) }
            if !labels.isEmpty, own.count != labels.count {
                throw Refusal("assessments.refusal.lines-differ", ["language": language.ownName, "n": "\(own.count)", "of": "\(labels.count)"], field: FrameworkColumn.point(language))
            }
            if labels.isEmpty { labels = own.map { Localized($0, language) } } else { for (index, label) in own.enumerated() { labels[index] = labels[index].with(label, in: language) } }
        }
        return labels.map { ScalePoint(label: $0) }
    }

    private func place(_ statement: Localized, _ id: ID<Category>, _ level: ID<Level>, _ framework: inout Framework, _ row: CSVTable.Row) throws(Refusal) {
        if !framework.levels.contains(where: { $0.id == level }) {
            let title = try text(row, FrameworkColumn.level, max: 200)
            if framework.levels.count >= Framework.mostLevels { throw Refusal("assessments.refusal.too-many-lines", ["most": "\(Framework.mostLevels)"], field: FrameworkColumn.level) }
            framework.levels.append(Level(id: level, title: title.isEmpty ? Localized(level.text) : title))
        }
        if !framework.categories.contains(where: { $0.id == id }) {
            if framework.categories.count >= Framework.mostCategories { throw Refusal("assessments.refusal.too-many-lines", ["most": "\(Framework.mostCategories)"], field: FrameworkColumn.category) }
            let title = try text(row, FrameworkColumn.category, max: 200)
            framework.categories.append(Category(id: id, level: level, title: title.isEmpty ? Localized(id.text) : title))
        }
        guard let index = framework.categories.firstIndex(where: { $0.id == id }) else { return }
        guard framework.categories[index].level == level else { throw Refusal("assessments.import.other-level", field: FrameworkColumn.level) }
        let count = framework.categories[index].statements.count
        if count >= Framework.mostStatements { throw Refusal("assessments.refusal.too-many-lines", ["most": "\(Framework.mostStatements)"], field: FrameworkColumn.statement(.en)) }
        guard let own = ID<Statement>("\(id)-\(count + 1)") else { throw Refusal("pages.import.not-an-id", ["column": FrameworkColumn.category, "text": id.text]) }
        framework.categories[index].statements.append(Statement(id: own, text: statement))
        framework.sortCategories()
    }

    private func text(_ row: CSVTable.Row, _ column: (Language) -> String, max: Int) throws(Refusal) -> Localized {
        var content = Localized.empty
        for language in Language.allCases {
            guard let text = try row.text(column(language), max: max) else { continue }
            content = content.isEmpty ? Localized(text, language) : content.with(text, in: language)
        }
        return content
    }

    mutating func finished() -> ImportResult {
        for id in order {
            guard var framework = made[id] else { continue }
            let before = assessments.frameworks[id]
            // What is known of a category besides what the table says.
            for index in framework.categories.indices {
                guard let known = before?.category(framework.categories[index].id) else { continue }
                let read = framework.categories[index]
                framework.categories[index] = known
                (framework.categories[index].level, framework.categories[index].title, framework.categories[index].statements) = (read.level, read.title, read.statements)
            }
            if let before { framework = framework.keeping(before) }
            guard framework != before else {
                result.same += 1
                continue
            }
            if assessments.isAsked(id) {
                result.refuse(lines[id], Refusal("assessments.refusal.asked", field: FrameworkColumn.framework))
                continue
            }
            if before == nil { result.new += 1 } else { result.changed += 1 }
            result.proposals.append(Proposal(Assessments.self, .frameworkDescribed(id: id, framework)))
            result.note(lines[id], "assessments.import.read", ["title": framework.title.plain(), "n": "\(framework.categories.reduce(0) { $0 + $1.statements.count })"])
        }
        return result
    }
}

/// What a table cannot say stays where the table says the same.
extension Framework {
    fileprivate func keeping(_ before: Framework) -> Framework {
        var kept = self
        kept.title = title.kept(before.title)
        for index in kept.scale.indices where before.scale.indices.contains(index) && scale.count == before.scale.count {
            let label = scale[index].label.kept(before.scale[index].label)
            kept.scale[index] = before.scale[index]
            kept.scale[index].label = label
        }
        for index in kept.levels.indices {
            guard let known = before.levels.first(where: { $0.id == levels[index].id }) else { continue }
            let title = levels[index].title.kept(known.title)
            kept.levels[index] = known
            kept.levels[index].title = title
        }
        for index in kept.categories.indices {
            guard let known = before.category(categories[index].id) else { continue }
            kept.categories[index].title = categories[index].title.kept(known.title)
            for place in kept.categories[index].statements.indices {
                let own = categories[index].statements[place]
                guard let statement = known.statements.first(where: { $0.id == own.id }) ?? known.statements.first(where: { own.text.isSame(as: $0.text) }) else { continue }
                kept.categories[index].statements[place] = statement
                kept.categories[index].statements[place].text = own.text.kept(statement.text)
            }
        }
        return kept
    }
}

extension Localized {
    /// In every language the same words, whichever is the original.
    fileprivate func isSame(as other: Localized) -> Bool {
        Set(texts.keys) == Set(other.texts.keys) && texts.allSatisfy { $0.value.text == other.texts[$0.key]?.text }
    }

    fileprivate func kept(_ before: Localized) -> Localized { isSame(as: before) ? before : self }
}
