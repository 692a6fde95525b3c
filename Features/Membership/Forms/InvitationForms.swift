import HashTreeCollections
import Journal
import Organisation
import Pages

/// Inviting people, also those who have no account yet; sending an invitation anew, or withdrawing it.
enum InvitationForms {
    static let new = Route.form(
        "people/invite", GrantForms.access, address: "email",
        show: { visit in
            let say = visit.say, languages = Language.allCases.map { Choice($0.rawValue, $0.ownName) }
            return Form(
                say("membership.form.invite"),
                lede: say(GrantForms.isLimited(visit.viewer) ? "membership.form.invite-own" : "membership.form.invite-lede"), place: "people",
                trail: [(say("membership.nav.people"), "people")], submit: say("membership.form.invite"), cancel: "people",
                fields: [
                    Field("name", say("membership.form.invitee-name"), .line, required: true, help: say("membership.form.invitee-name-help")),
                    Field("email", say("membership.form.email"), .line, required: true, help: say("membership.form.email-help")),
                    Field("language", say("membership.form.language"), .choice(languages), value: say.language.rawValue, required: true),
                    Field("role", say("membership.role"), .choice(GrantForms.roles(visit)), required: true, help: say("membership.form.role-help")),
                ] + GrantForms.scopes(visit))
        },
        decide: { submission in
            let wish = try wish(submission)
            let (id, isNew, proposals) = try submission.organisation.invite(
                wish.role, in: wish.scope, bearer: wish.bearer, as: submission.newID(Invitation.self), by: submission.viewer, today: submission.today)
            let notice = Saying(isNew ? "membership.notice.invited" : "membership.notice.invited-again", until(submission.today))
            return .invite(id, Invitee(name: wish.name, email: wish.bearer.email, language: wish.language), proposals, then: "people", notice: notice)
        })

    static let renew = Route.form(
        "people/invitations/{invitation}/renew", GrantForms.access,
        show: { visit in try question(visit, "renew") },
        decide: { submission in
            let id: ID<Invitation> = try submission.id("invitation")
            let proposals = try submission.organisation.renew(id, by: submission.viewer, today: submission.today)
            return .invite(id, nil, proposals, then: "people", notice: Saying("membership.notice.invited-again", until(submission.today)))
        })

    static let withdraw = Route.form(
        "people/invitations/{invitation}/withdraw", GrantForms.access,
        show: { visit in
            var form = try question(visit, "withdraw-invitation")
            form.isDangerous = true
            return form
        },
        decide: { submission in
            let proposals = try submission.organisation.withdraw(try submission.id("invitation"), by: submission.viewer)
            return .record(proposals, then: "people", notice: Saying("membership.notice.invitation-withdrawn"))
        })

    /// Who is to be invited to what, as it was entered; or else everything that is wrong with it, at once.
    private static func wish(
        _ submission: Submission
    ) throws(Refusals) -> (name: String, bearer: Bearer, language: Language, role: Role, scope: Scope) {
        let entered = submission.entered
        var refusals: [Refusal] = []
        func read<Value>(_ value: () throws(Refusal) -> Value) -> Value? {
            do throws(Refusal) { return try value() } catch {
                refusals.append(error)
                return nil
            }
        }
        let name = read { () throws(Refusal) in try entered.line("name", max: 100, required: true) }
        let bearer = read { () throws(Refusal) in try addressee(submission) }
        let language = read { () throws(Refusal) in try entered.choice("language", of: Language.self) }
        let role = read { () throws(Refusal) in try entered.choice("role", of: Role.self) }
        let scope = read { () throws(Refusal) in try GrantForms.scope(entered) }
        // Whoever is invited is not yet of the staff.
        if role == .leadershipAnalyst { refusals.append(Refusal("membership.refusal.staff-only", field: "role")) }
        if let role, let scope { _ = read { () throws(Refusal) in try submission.organisation.check(role, in: scope, by: submission.viewer) } }
        guard let name, let bearer, let language, let role, let scope, refusals.isEmpty else { throw Refusals(refusals) }
        return (name, bearer, language, role, scope)
    }

    private static func addressee(_ submission: Submission) throws(Refusal) -> Bearer {
        _ = try submission.entered.line("email", max: 254, required: true)
        guard let bearer = submission.bearer else { throw Refusal("membership.refusal.not-an-address", field: "email", ofFieldAlone: true) }
        return bearer
    }

    private static func question(_ visit: Visit, _ key: String) throws -> Form {
        let id: ID<Invitation> = try visit.id("invitation"), say = visit.say
        guard let pending = visit.organisation[Grants.self].invitations[id], visit.viewer.mayInvite(pending.invitation) else { throw Missing() }
        let name = visit.invitees[id]?.name ?? say("membership.told.somebody")
        return Form(
            say("membership.form.\(key)"),
            lede: say("membership.form.\(key)-lede", ["name": name, "role": visit.words(pending.invitation.roles), "scope": visit.words(pending.invitation.scope)]),
            place: "people", trail: [(say("membership.nav.people"), "people")], submit: say("membership.form.\(key)"), cancel: "people", fields: [])
    }

    private static func until(_ today: Day) -> [String: Saying.Argument] { ["day": .day(today.adding(days: Invitation.days))] }
}

extension Visit {
    func words(_ roles: [Role]) -> String { say.list(roles.map { say("pages.role.\($0.rawValue)") }) }
}
