import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with categories, thresholds and what is said of the register.
enum CategoryDecisions {
    static let step = 1 << 20

    static func add(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let last = submission.risks.categoriesInOrder.last?.category.order ?? 0
        return try record(submission, submission.newID(), RiskCategory(title: .empty, order: last &+ step), isNew: true)
    }

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, present) = try category(submission)
        return try record(submission, id, present, isNew: false)
    }

    /// No risk may be in it.
    static func remove(_ submission: Submission) throws -> Outcome {
        let (id, category) = try category(submission)
        if submission.risks.risks.contains(where: { $0.value.category == id }) { throw Refusal("risks.refusal.category-in-use") }
        return .record([Proposal(Risks.self, .categoryRemoved(id: id))], then: RiskPath.categories, notice: submission.saved("removed", category.title))
    }

    static func setThresholds(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, scores = RiskPlace.scores
        guard let red = try entered.integer("red", required: true, in: scores), let amber = try entered.integer("amber", required: true, in: scores) else { throw Missing() }
        if amber >= red { throw Refusal("risks.refusal.amber-above", field: "amber") }
        let thresholds = RiskThresholds(red: red, amber: amber)
        return .record(
            thresholds == submission.risks.thresholds ? [] : [Proposal(Risks.self, .thresholdsSet(thresholds))], then: RiskPath.categories, notice: Saying("risks.notice.thresholds"))
    }

    static func describeRegister(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let present = submission.risks.account, entered = submission.entered
        var account = present ?? RegisterAccount()
        account.introduction = try entered.localized("introduction", present: account.introduction, max: 10_000)
        account.source = try entered.localized("source", present: account.source, max: 1000)
        let link = try entered.line("link", max: 2000)
        if !link.isEmpty, !link.isWebAddress { throw Refusal("risks.refusal.not-an-address", field: "link", ofFieldAlone: true) }
        if !link.isEmpty, account.source.isEmpty { throw Refusal("risks.refusal.no-source", field: "source") }
        account.link = Prose(link)
        account.readers = try entered.choice("readers")
        return .record(account == present ? [] : [Proposal(Risks.self, .registerDescribed(account))], then: RiskPath.risks, notice: Saying("risks.notice.register"))
    }

    private static func category(_ submission: Submission) throws -> (id: ID<RiskCategory>, category: RiskCategory) {
        try submission.requirePlanner()
        let id: ID<RiskCategory> = try submission.id("category")
        guard let category = submission.risks.categories[id] else { throw Refusal("pages.refusal.gone") }
        return (id, category)
    }

    private static func record(_ submission: Submission, _ id: ID<RiskCategory>, _ present: RiskCategory, isNew: Bool) throws -> Outcome {
        let entered = submission.entered
        var category = present
        category.title = try entered.localized("title", present: present.title, max: 200, required: true)
        category.statement = try entered.localized("statement", present: present.statement, max: 2000)
        category.appetite = try entered.integer("appetite", in: RiskPlace.scores)
        return .record(
            category == present && !isNew ? [] : [Proposal(Risks.self, .categoryDescribed(id: id, category))], then: RiskPath.categories, notice: submission.saved("saved", category.title))
    }
}
