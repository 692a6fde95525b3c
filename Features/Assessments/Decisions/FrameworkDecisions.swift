import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with a framework of which nobody has been asked yet.
enum FrameworkDecisions {
    /// An empty one, or a copy of one that comes along or of one that is here.
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let from = submission.entered.text("from"), base: Framework
        if from.isEmpty {
            base = Framework(title: .empty)
        } else if let id = ID<Framework>(from), var copy = submission.assessments.frameworks[id] {
            // One that is here goes before the one that came along under its name.
            copy.origin = id
            copy.shipped = nil
            base = copy
        } else if let shipped = ShippedFramework.named(from), let catalogue = submission.house?.catalogue {
            base = shipped.framework(catalogue)
        } else {
            throw Refusal("pages.refusal.choose", field: "from", ofFieldAlone: true)
        }
        var framework = base
        let title = try submission.entered.localized("title", present: .empty, max: 200, required: from.isEmpty)
        if !title.isEmpty { framework.title = title }
        if from.isEmpty { try fill(&framework, submission) }
        let assessments = submission.assessments, fallback: ID<Framework> = submission.newID()
        let id = ID<Framework>(free: framework.shipped ?? fallback.text, otherwise: fallback) { assessments.frameworks[$0] != nil || assessments.formerFrameworks[$0] != nil }
        return .record(
            [Proposal(Assessments.self, .frameworkDescribed(id: id, framework))], then: AssessmentPath.framework(id),
            notice: Saying("assessments.notice.framework", ["title": .content(framework.title)]))
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.unaskedFramework()
        var framework = present
        framework.title = try submission.entered.localized("title", present: present.title, max: 200, required: true)
        try fill(&framework, submission)
        return save(id, present, framework)
    }

    private static func fill(_ framework: inout Framework, _ submission: Submission) throws {
        let entered = submission.entered
        framework.text = try entered.localized("text", present: framework.text, max: 4000)
        framework.source = try entered.localized("source", present: framework.source, max: 2000)
        let rule: Framework.Rule = try entered.choice("rule")
        // Rules of a shape of their own come with what they need.
        guard rule == framework.rule || [.plain, .mastery].contains(rule) else { throw Refusal("pages.refusal.choose", field: "rule", ofFieldAlone: true) }
        framework.rule = rule
        let labels = try LocalizedLines.entered("scale", present: framework.scale.map(\.label), max: Framework.mostPoints, longest: 200, submission)
        if labels.count < 2 { throw Refusal("assessments.refusal.no-scale", field: "scale", ofFieldAlone: true) }
        let points = framework.scale
        framework.scale = try zip(labels, LocalizedLines.places(of: labels, among: points.map(\.label))).enumerated().map { place, item in
            let text = item.1.map { points[$0].text } ?? .empty
            return ScalePoint(label: item.0, text: try entered.localized(ScoreField.meaning(place + 1), present: text, max: 1000))
        }
        let known = framework.levels, titles = try LocalizedLines.entered("levels", present: known.map(\.title), max: Framework.mostLevels, longest: 200, submission)
        let kept = LocalizedLines.places(of: titles, among: known.map(\.title)), used = Set(framework.categories.map(\.level))
        if known.indices.contains(where: { !kept.contains($0) && used.contains(known[$0].id) }) { throw Refusal("assessments.refusal.level-used", field: "levels", ofFieldAlone: true) }
        var taken = Set(known.map(\.id))
        framework.levels = zip(titles, kept).enumerated().map { place, item in
            if let before = item.1.map({ known[$0] }) { return Level(id: before.id, title: item.0, weak: before.weak) }
            let id = ID<Level>(free: "level-\(place + 1)", otherwise: ID("level")) { taken.contains($0) }
            taken.insert(id)
            return Level(id: id, title: item.0)
        }
        framework.sortCategories()
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, framework) = try submission.unaskedFramework(), because = try submission.reason
        if submission.assessments.rounds.contains(where: { $0.value.framework == id }) { throw Refusal("assessments.refusal.in-use") }
        return .record(
            [Proposal(Assessments.self, .frameworkWithdrawn(id: id, because: Prose(because)))], then: AssessmentPath.front,
            notice: Saying("assessments.notice.withdrawn", ["title": .content(framework.title)]))
    }

    private static func save(_ id: ID<Framework>, _ present: Framework, _ framework: Framework) -> Outcome {
        .record(
            framework == present ? [] : [Proposal(Assessments.self, .frameworkDescribed(id: id, framework))], then: AssessmentPath.framework(id),
            notice: Saying("assessments.notice.saved", ["title": .content(framework.title)]))
    }
}

/// Categories of a framework.
extension FrameworkDecisions {
    static func addCategory(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.unaskedFramework()
        if present.categories.count >= Framework.mostCategories { throw Refusal("assessments.refusal.too-many-lines", ["most": "\(Framework.mostCategories)"]) }
        let fallback: ID<Category> = submission.newID()
        var category = Category(id: fallback, level: present.levels.first?.id ?? ID("level-1"), title: .empty)
        category.title = try submission.entered.localized("title", present: .empty, max: 200, required: true)
        category.id = ID(free: String(category.title.plain(in: .en).prefix(40)), otherwise: fallback) { id in present.categories.contains { $0.id == id } }
        return try saved(id, present, category, submission)
    }

    static func changeCategory(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.unaskedFramework(), category = try category(of: present, submission)
        return try saved(id, present, category, submission)
    }

    static func removeCategory(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.unaskedFramework(), category = try category(of: present, submission)
        _ = try submission.reason
        var framework = present
        framework.namePrototypes()
        framework.categories.removeAll { $0.id == category.id }
        return save(id, present, framework)
    }

    private static func category(of framework: Framework, _ submission: Submission) throws -> Category {
        let id: ID<Category> = try submission.id("category")
        guard let category = framework.category(id) else { throw Refusal("pages.refusal.gone") }
        return category
    }

    private static func saved(_ id: ID<Framework>, _ present: Framework, _ before: Category, _ submission: Submission) throws -> Outcome {
        let entered = submission.entered
        var category = before
        category.title = try entered.localized("title", present: before.title, max: 200, required: true)
        category.text = try entered.localized("text", present: before.text, max: 2000)
        guard let level: ID<Level> = try entered.id("level", required: true, where: { id in present.levels.contains { $0.id == id } }) else { throw Refusal("pages.refusal.choose", field: "level") }
        category.level = level
        category.isOptional = entered.flag("optional")
        let texts = try LocalizedLines.entered("statements", present: before.statements.map(\.text), max: Framework.mostStatements, longest: 500, submission)
        var taken = Set(before.statements.map(\.id))
        category.statements = zip(texts, LocalizedLines.places(of: texts, among: before.statements.map(\.text))).enumerated().map { place, item in
            let (text, known) = (item.0, item.1.map { before.statements[$0].id })
            let statement = known ?? ID<Statement>(free: "\(category.id)-\(place + 1)", otherwise: submission.newID()) { taken.contains($0) }
            taken.insert(statement)
            return Statement(id: statement, text: text)
        }
        var framework = present
        framework.namePrototypes()
        if let place = framework.categories.firstIndex(where: { $0.id == category.id }) { framework.categories[place] = category } else { framework.categories.append(category) }
        framework.sortCategories()
        if framework.rule == .culture {
            for place in framework.prototypes.indices {
                framework.prototypes[place].set(try entered.number(ScoreField.prototype(place + 1), in: 1...5), for: category.id)
            }
        }
        return save(id, present, framework)
    }
}

/// What others state, in the terms of a framework.
extension FrameworkDecisions {
    static func quote(_ submission: Submission) throws -> Outcome {
        let (id, framework) = try submission.framework(), entered = submission.entered
        let quote = Quote(
            framework: id, category: try entered.id("category") { framework.category($0) != nil }, text: try entered.localized("text", max: 2000, required: true),
            source: try entered.localized("source", max: 500, required: true), link: Prose(try entered.line("link", max: 2000)))
        return .record(
            [Proposal(Assessments.self, .quoteRecorded(id: submission.newID(), quote))], then: AssessmentPath.framework(id),
            notice: Saying("assessments.notice.quote", ["title": .content(framework.title)]))
    }

    static func removeQuote(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<Quote> = try submission.id("quote"), because = try submission.reason
        guard let quote = submission.assessments.quotes[id] else { throw Refusal("pages.refusal.gone") }
        return .record([Proposal(Assessments.self, .quoteRemoved(id: id, because: Prose(because)))], then: AssessmentPath.framework(quote.framework), notice: Saying("assessments.notice.removed"))
    }
}
