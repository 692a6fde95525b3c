import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who clears answers in the place of the head of an administration: named by the head, for a time, and on record.
enum SubstituteDecisions {
    private static let longest = 366

    static func name(_ submission: Submission) throws -> Outcome {
        let member = try headed(submission), entered = submission.entered
        let people = submission.organisation.people(of: member)
        guard let account: ID<Actor> = try entered.id("account", required: true, where: { people.contains($0) && $0 != submission.viewer.account }) else { throw Missing() }
        guard let from = try entered.day("from", required: true), let until = try entered.day("until", required: true) else { throw Missing() }
        if until < from { throw Refusal("survey.refusal.until-before-from", field: "until") }
        if until < submission.today { throw Refusal("survey.refusal.over-already", field: "until") }
        if from.days(until: until) > longest { throw Refusal("survey.refusal.too-long", field: "until") }
        let substitute = Substitute(member: member, account: account, from: from, until: until)
        return .record(
            [Proposal(Answers.self, .substituteNamed(id: submission.newID(), substitute))], then: SubstitutePath.of(member),
            notice: Saying("survey.notice.substitute", ["person": .person(account)]))
    }

    static func dismiss(_ submission: Submission) throws -> Outcome {
        let member = try headed(submission), id: ID<Substitute> = try submission.id("substitute")
        guard let substitute = submission.organisation[Answers.self].substitutes[id], substitute.member == member else { throw Refusal("pages.refusal.gone") }
        return .record(
            [Proposal(Answers.self, .substituteDismissed(id: id))], then: SubstitutePath.of(member),
            notice: Saying("survey.notice.dismissed", ["person": .person(substitute.account)]))
    }

    private static func headed(_ submission: Submission) throws -> ID<Member> {
        let member: ID<Member> = try submission.id("member")
        guard submission.viewer.answers(for: member) else { throw Missing() }
        guard submission.viewer.heads(member) else { throw Refusal("survey.refusal.head-names") }
        return member
    }
}

enum SubstitutePath {
    static func of(_ member: ID<Member>, _ rest: String = "") -> String { rest.isEmpty ? "clearance/\(member)" : "clearance/\(member)/\(rest)" }
}

extension Organisation {
    /// The accounts of a Member's own people who work on answers.
    func people(of member: ID<Member>) -> Set<ID<Actor>> {
        Set(self[Grants.self].all.values.filter { $0.scope == .member(member) && Role.ofAdministrations.contains($0.role) }.map(\.account))
    }
}
