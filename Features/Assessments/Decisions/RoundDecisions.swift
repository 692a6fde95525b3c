import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with a round.
enum RoundDecisions {
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let assessments = submission.assessments
        guard let framework: ID<Framework> = try submission.entered.id("framework", required: true, where: { assessments.frameworks[$0] != nil }) else {
            throw Refusal("pages.refusal.choose", field: "framework", ofFieldAlone: true)
        }
        let id: ID<AssessmentRound> = submission.newID(), round = try entered(submission, AssessmentRound(framework: framework, title: .empty), isOpen: false)
        return .record(
            [Proposal(Assessments.self, .roundDescribed(id: id, round))], then: AssessmentPath.round(id), notice: Saying("assessments.notice.round", ["title": .content(round.title)]))
    }

    /// Once it is open, who is asked, from how many on something is shown, and who may read it stay as they were promised.
    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.round()
        if submission.assessments.closings[id] != nil { throw Refusal("assessments.refusal.closed") }
        let round = try entered(submission, present, isOpen: submission.assessments.isOpen(id))
        return .record(
            round == present ? [] : [Proposal(Assessments.self, .roundDescribed(id: id, round))], then: AssessmentPath.round(id),
            notice: Saying("assessments.notice.saved", ["title": .content(round.title)]))
    }

    static func open(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round(), register = submission.organisation[Register.self]
        guard submission.assessments.phase(of: id) == .draft else { throw Refusal("assessments.refusal.open-already") }
        guard let framework = submission.assessments.framework(of: round) else { throw Refusal("pages.refusal.gone") }
        if let fault = framework.fault { throw Refusal(fault) }
        if round.groups.isEmpty { throw Refusal("assessments.refusal.no-groups") }
        let asked = Set(round.members.isEmpty ? register.members.map(\.id) : round.members)
        let frame = RoundFrame(
            regions: register.regionsInOrder.map { region in
                RoundFrame.Part(id: region.id, name: region.region.name, members: asked.filter { register.described[$0]?.region == region.id }.sorted())
            })
        return .record([Proposal(Assessments.self, .roundOpened(id: id, frame))], then: AssessmentPath.round(id), notice: Saying("assessments.notice.opened", ["title": .content(round.title)]))
    }

    static func close(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round()
        guard submission.assessments.isOpen(id) else { throw Refusal("assessments.refusal.not-open") }
        return .record([Proposal(Assessments.self, .roundClosed(id: id))], then: AssessmentPath.round(id), notice: Saying("assessments.notice.closed", ["title": .content(round.title)]))
    }

    static func publish(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round()
        guard submission.assessments.phase(of: id) == .closed else { throw Refusal("assessments.refusal.not-closed") }
        return .record([Proposal(Assessments.self, .roundPublished(id: id))], then: AssessmentPath.round(id), notice: Saying("assessments.notice.published", ["title": .content(round.title)]))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round(), because = try submission.reason
        if submission.assessments.phase(of: id) == .published { throw Refusal("assessments.refusal.published") }
        return .record(
            [Proposal(Assessments.self, .roundWithdrawn(id: id, because: Prose(because)))], then: AssessmentPath.front, notice: Saying("assessments.notice.withdrawn", ["title": .content(round.title)])
        )
    }

    private static func entered(_ submission: Submission, _ present: AssessmentRound, isOpen: Bool) throws -> AssessmentRound {
        let entered = submission.entered, register = submission.organisation[Register.self]
        var round = present
        round.title = try entered.localized("title", present: present.title, max: 300, required: true)
        round.purpose = try entered.localized("purpose", present: present.purpose, max: 4000)
        round.until = try entered.day("until")
        if let until = round.until, until != present.until, until < submission.today { throw Refusal("assessments.refusal.past", field: "until", ofFieldAlone: true) }
        if isOpen { return round }
        round.readers = try entered.choice("readers")
        round.least = try entered.integer("least", required: true, in: AssessmentRound.fewest...AssessmentRound.most) ?? AssessmentRound.usualLeast
        let possible = Set(submission.assessments.frameworks[round.framework]?.categories.filter(\.isOptional).map(\.id) ?? [])
        round.optional = try entered.several("optional") { possible.contains($0) }
        round.units = try entered.several("units") { register.units[$0] != nil }
        round.members = try entered.several("members") { register.described[$0] != nil }
        round.groups = try groups(submission, present.groups)
        return round
    }

    /// Lines without a title are left out.
    private static func groups(_ submission: Submission, _ present: [RespondentGroup]) throws -> [RespondentGroup] {
        var groups: [RespondentGroup] = []
        for number in 1...AssessmentRound.mostGroups {
            let names = GroupField(number), before = present.indices.contains(number - 1) ? present[number - 1] : nil
            var title = try submission.entered.localized(names.title, present: before?.title ?? .empty, max: 100)
            if title.isEmpty { continue }
            if before == nil, let catalogue = submission.house?.catalogue { title = title.withoutUsualNames(catalogue) }
            let kind: RespondentGroup.Kind = try submission.entered.choice(names.kind)
            let id =
                before?.id
                ?? ID(free: String(title.plain(in: .en).prefix(40)), otherwise: ID("group-\(number)") ?? submission.newID()) { id in
                    (present + groups).contains { $0.id == id }
                }
            groups.append(RespondentGroup(id: id, title: title, kind: kind))
        }
        if groups.isEmpty { throw Refusal("assessments.refusal.no-groups", field: GroupField(1).title, ofFieldAlone: true) }
        return groups
    }
}

extension Localized {
    /// The form of a new round comes with usual names in every language: where somebody wrote another in one of them, those that still stand in the others name somebody else.
    fileprivate func withoutUsualNames(_ catalogue: Catalogue) -> Localized {
        let usual = ["staff", "management", "members"].map { words("assessments.group.\($0)", catalogue) }
        func isUsual(_ language: Language) -> Bool { usual.contains { $0.texts[language] == texts[language] } }
        guard !isUsual(original) else { return self }
        var named = self
        for language in texts.keys where language != original && isUsual(language) { named.texts[language] = nil }
        return named
    }
}

/// The names of the inputs for one group.
struct GroupField {
    let title: String, kind: String

    init(_ number: Int) { (title, kind) = ("group-\(number)", "kind-\(number)") }
}
