import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with aspects and themes.
enum AspectDecisions {
    static let step = 1 << 20
    /// Political, economic, social, technological, environmental, legal: Aguilar's scanning of 1967 as it is taught today.
    static let pestel = ["political", "economic", "social", "technological", "environmental", "legal"]

    /// The six with their guiding questions, where there is none yet.
    static func usual(_ submission: Submission) -> [Proposal] {
        guard submission.scan.aspects.isEmpty else { return [] }
        return pestel.enumerated().compactMap { place, name in
            ID<Aspect>(name).map { id in
                let aspect = Aspect(title: submission.content("scan.pestel.\(name)"), question: submission.content("scan.pestel.\(name).question"), order: (place + 1) * step)
                return Proposal(Scan.self, .aspectDescribed(id: id, aspect))
            }
        }
    }

    static func addAspect(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let last = submission.scan.aspectsInOrder.last?.aspect.order ?? 0
        return try record(submission.newID(), try aspect(submission, Aspect(title: .empty, order: last &+ step)), present: nil)
    }

    static func changeAspect(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.aspect()
        return try record(id, try aspect(submission, present), present: present)
    }

    /// Nothing may hang on it.
    static func removeAspect(_ submission: Submission) throws -> Outcome {
        let (id, aspect) = try submission.aspect(), scan = submission.scan
        if !scan.themes(of: id).isEmpty || scan.signals.contains(where: { $0.value.aspect == id }) { throw Refusal("scan.refusal.aspect-in-use") }
        return .record([Proposal(Scan.self, .aspectRemoved(id: id))], then: ScanPath.aspects, notice: Saying("scan.notice.removed", ["title": .content(aspect.title)]))
    }

    static func addTheme(_ submission: Submission) throws -> Outcome {
        let (aspect, _) = try submission.aspect(), last = submission.scan.themes(of: aspect).last?.theme.order ?? 0
        let theme = try theme(submission, Theme(aspect: aspect, title: .empty, order: last &+ step))
        return .record([Proposal(Scan.self, .themeDescribed(id: submission.newID(), theme))], then: ScanPath.aspects, notice: Saying("scan.notice.saved", ["title": .content(theme.title)]))
    }

    static func changeTheme(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.theme(), theme = try theme(submission, present)
        return .record(
            theme == present ? [] : [Proposal(Scan.self, .themeDescribed(id: id, theme))], then: ScanPath.aspects, notice: Saying("scan.notice.saved", ["title": .content(theme.title)]))
    }

    static func removeTheme(_ submission: Submission) throws -> Outcome {
        let (id, theme) = try submission.theme(), scan = submission.scan
        let isWritten = scan.accounts.contains { $0.value[id] != nil }
        if isWritten || scan.signals.contains(where: { $0.value.theme == id }) { throw Refusal("scan.refusal.theme-in-use") }
        return .record([Proposal(Scan.self, .themeRemoved(id: id))], then: ScanPath.aspects, notice: Saying("scan.notice.removed", ["title": .content(theme.title)]))
    }

    private static func aspect(_ submission: Submission, _ present: Aspect) throws(Refusal) -> Aspect {
        var aspect = present
        aspect.title = try submission.entered.localized("title", present: present.title, max: 200, required: true)
        aspect.question = try submission.entered.localized("question", present: present.question, max: 1000)
        return aspect
    }

    private static func theme(_ submission: Submission, _ present: Theme) throws(Refusal) -> Theme {
        var theme = present
        theme.title = try submission.entered.localized("title", present: present.title, max: 200, required: true)
        return theme
    }

    private static func record(_ id: ID<Aspect>, _ aspect: Aspect, present: Aspect?) throws -> Outcome {
        .record(
            aspect == present ? [] : [Proposal(Scan.self, .aspectDescribed(id: id, aspect))], then: ScanPath.aspects, notice: Saying("scan.notice.saved", ["title": .content(aspect.title)]))
    }
}

extension Submission {
    /// Words of the house as content, in the languages of the organisation.
    fileprivate func content(_ key: String) -> Localized {
        let languages = organisation.languages, first = languages.first ?? .en
        let texts = languages.compactMap { language in house?.catalogue.text(key, in: language).map { (language, Prose($0)) } }
        return Localized(Dictionary(texts) { one, _ in one }, original: first)
    }

    fileprivate func aspect() throws -> (id: ID<Aspect>, aspect: Aspect) {
        try requirePlanner()
        let id: ID<Aspect> = try id("aspect")
        guard let aspect = scan.aspects[id] else { throw Refusal("pages.refusal.gone") }
        return (id, aspect)
    }

    fileprivate func theme() throws -> (id: ID<Theme>, theme: Theme) {
        try requirePlanner()
        let id: ID<Theme> = try id("theme")
        guard let theme = scan.themes[id] else { throw Refusal("pages.refusal.gone") }
        return (id, theme)
    }
}
