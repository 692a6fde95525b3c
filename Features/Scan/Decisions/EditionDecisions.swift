import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with an edition. Each is pure: it answers events, or refuses.
enum EditionDecisions {
    /// The first one brings the six aspects along.
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<ScanEdition> = submission.newID(), edition = try entered(submission, ScanEdition(title: .empty))
        return .record(
            [Proposal(Scan.self, .editionDescribed(id: id, edition))] + AspectDecisions.usual(submission), then: ScanPath.edition(id),
            notice: Saying("scan.notice.edition", ["title": .content(edition.title)]))
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.unpublishedEdition(), edition = try entered(submission, present)
        return .record(
            edition == present ? [] : [Proposal(Scan.self, .editionDescribed(id: id, edition))], then: ScanPath.edition(id),
            notice: Saying("scan.notice.saved", ["title": .content(edition.title)]))
    }

    static func open(_ submission: Submission) throws -> Outcome {
        let (id, edition) = try submission.unpublishedEdition(), scan = submission.scan
        guard scan.phase(of: id) == .draft else { throw Refusal("scan.refusal.open-already") }
        // Signals are rated on the axes of one edition at a time.
        if let other = scan.editionsInOrder.first(where: { scan.phase(of: $0.id) == .open }) {
            throw Refusal("scan.refusal.another-open", ["title": other.edition.title.plain(in: submission.language)])
        }
        return .record([Proposal(Scan.self, .editionOpened(id: id))], then: ScanPath.edition(id), notice: Saying("scan.notice.opened", ["title": .content(edition.title)]))
    }

    /// Every theme of which something is written or to which a signal belongs is answered, or it is said why not: that is what the scan is for.
    static func publish(_ submission: Submission) throws -> Outcome {
        let (id, edition) = try submission.unpublishedEdition(), scan = submission.scan
        let written = scan.written(in: id)
        if written.isEmpty { throw Refusal("scan.refusal.nothing-written") }
        if let open = written.first(where: { !$0.account.isAnswered }) {
            throw Refusal("scan.refusal.unanswered", ["theme": open.theme.title.plain(in: submission.language)])
        }
        let looked = scan.alive.filter { scan.status(of: $0.id) != .new }, signals = looked.map(\.id)
        let silent = Set(looked.compactMap(\.signal.theme)).subtracting(written.map(\.id))
        if let theme = silent.compactMap({ scan.themes[$0] }).min(by: { $0.order < $1.order }) {
            throw Refusal("scan.refusal.unanswered", ["theme": theme.title.plain(in: submission.language)])
        }
        return .record(
            [Proposal(Scan.self, .editionPublished(id: id, signals: signals))], then: ScanPath.edition(id),
            notice: Saying("scan.notice.published", ["title": .content(edition.title), "n": .count(signals.count)]))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, edition) = try submission.unpublishedEdition(), because = try submission.reason
        return .record(
            [Proposal(Scan.self, .editionWithdrawn(id: id, because: Prose(because)))], then: ScanPath.scan, notice: Saying("scan.notice.withdrawn", ["title": .content(edition.title)]))
    }

    /// Both halves of what it says of a theme.
    static func write(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.unpublishedEdition(), theme: ID<Theme> = try submission.id("theme"), entered = submission.entered
        guard let described = submission.scan.themes[theme] else { throw Refusal("pages.refusal.gone") }
        let present = submission.scan.accounts[id]?[theme] ?? ThemeAccount(), plan = submission.organisation[Plan.self]
        var account = present
        account.observations = try entered.localized("observations", present: present.observations, max: 20_000, required: true)
        account.response = try entered.localized("response", present: present.response, max: 20_000)
        account.objectives = try entered.several("objectives") { plan.objectives[$0] != nil }.sorted()
        account.noAction = try entered.localized("no-action", present: present.noAction, max: 4000)
        if !account.objectives.isEmpty, !account.noAction.isEmpty { throw Refusal("scan.refusal.both-answers", field: "no-action") }
        return .record(
            account == present ? [] : [Proposal(Scan.self, .themeWritten(edition: id, theme: theme, account))], then: ScanPath.edition(id),
            notice: Saying("scan.notice.saved", ["title": .content(described.title)]))
    }

    private static func entered(_ submission: Submission, _ present: ScanEdition) throws(Refusal) -> ScanEdition {
        let entered = submission.entered
        var edition = present
        edition.title = try entered.localized("title", present: present.title, max: 300, required: true)
        edition.introduction = try entered.localized("introduction", present: present.introduction, max: 20_000)
        edition.summary = try entered.localized("summary", present: present.summary, max: 20_000)
        edition.fromYear = try entered.integer("from", in: 1900...2200)
        edition.untilYear = try entered.integer("until", in: 1900...2200)
        if let from = edition.fromYear, let until = edition.untilYear, until < from { throw Refusal("scan.refusal.years", field: "until") }
        edition.readers = try entered.choice("readers")
        edition.axis = try entered.choice("axis")
        edition.source = try entered.localized("source", present: present.source, max: 2000)
        return edition
    }
}

extension Scan {
    /// The themes of which an edition says something, aspect by aspect.
    func written(in edition: ID<ScanEdition>) -> [(id: ID<Theme>, theme: Theme, account: ThemeAccount)] {
        let accounts = accounts[edition] ?? [:]
        return aspectsInOrder.flatMap { themes(of: $0.id) }.compactMap { id, theme in accounts[id].map { (id, theme, $0) } }
    }
}
