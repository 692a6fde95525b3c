import HashTreeCollections
import Journal
import Organisation
import Pages

/// Giving and taking roles.
enum GrantForms {
    static let access = Access.roles([.administrator, .memberAdministrator])

    static let new = Route.form(
        "people/grant", access,
        show: { visit in
            let say = visit.say
            let seen = Set(visit.organisation[Grants.self].seen(by: visit.viewer).map(\.grant.account))
            let people = say.sorted(visit.names.filter { seen.contains($0.key) }.map { ($0.key, $0.value) }, by: \.1).map { Choice($0.0.text, $0.1) }
            return Form(
                say("membership.form.grant"),
                lede: say(isLimited(visit.viewer) ? "membership.form.grant-own" : "membership.form.grant-lede"),
                place: "people", trail: [(say("membership.nav.people"), "people")], submit: say("membership.form.grant"), cancel: "people",
                fields: [
                    Field(
                        "account", say("membership.person"), .choice([visit.nothing("membership.form.choose")] + people), required: true,
                        help: say("membership.form.account-help")),
                    Field("role", say("membership.role"), .choice(roles(visit)), required: true, help: say("membership.form.role-help")),
                ] + scopes(visit))
        },
        decide: { submission in
            let entered = submission.entered
            guard let account = ID<Actor>(entered.text("account")) else { throw Refusal("pages.refusal.choose", field: "account") }
            let grant = Grant(account: account, role: try entered.choice("role"), scope: try scope(entered))
            return .record(
                try submission.organisation.grant(grant, as: submission.newID(Grant.self), by: submission.viewer), then: "people",
                notice: Saying("membership.notice.granted", ["role": .word("pages.role.\(grant.role.rawValue)")]))
        })

    static let revoke = Route.form(
        "people/{grant}/revoke", access,
        show: { visit in
            let id: ID<Grant> = try visit.id("grant")
            let say = visit.say
            guard let grant = visit.organisation[Grants.self].all[id], visit.viewer.mayGrant(grant.role, in: grant.scope) else {
                throw Missing()
            }
            return .withdrawing(
                say("membership.form.revoke"),
                lede: say(
                    "membership.form.revoke-lede",
                    [
                        "name": visit.name(of: Actor(grant.account)), "role": say("pages.role.\(grant.role.rawValue)"),
                        "scope": visit.words(grant.scope),
                    ]),
                place: "people", trail: [(say("membership.nav.people"), "people")], submit: say("membership.form.revoke"), cancel: "people",
                reason: visit.reasonField("pages.withdraw-why-help"), say)
        },
        decide: { submission in
            let reason = try submission.reason
            let proposals = try submission.organisation.revoke(try submission.id("grant"), because: reason, by: submission.viewer)
            return .record(proposals, then: "people", notice: Saying("membership.notice.revoked"))
        })

    static func isLimited(_ viewer: Viewer) -> Bool { !viewer.has(.administrator) }

    static func roles(_ visit: Visit) -> [Choice] {
        let roles = isLimited(visit.viewer) ? [Role.drafter, .headOfAdministration] : Role.allCases
        // None is chosen beforehand: what is overlooked must not make anybody an administrator.
        return [visit.nothing("membership.form.choose")] + roles.map { Choice($0.rawValue, visit.say("pages.role.\($0.rawValue)")) }
    }

    static func scopes(_ visit: Visit) -> [Field] {
        let say = visit.say
        let none = visit.nothing("membership.form.no-scope")
        let own = visit.viewer.administeredMembers
        if isLimited(visit.viewer) {
            let members = own.map { Choice($0.text, visit.memberName($0)) }
            return [Field("member", say("membership.member"), .choice(members), required: true)]
        }
        return [
            Field(
                "region", say("membership.region"), .choice([none] + visit.regionChoices.dropFirst()),
                help: say("membership.form.scope-region")),
            Field("body", say("membership.body"), .choice([none] + visit.bodyChoices), help: say("membership.form.scope-body")),
            Field("unit", say("membership.unit"), .choice([none] + visit.unitChoices), help: say("membership.form.scope-unit")),
            Field("member", say("membership.member"), .choice([none] + visit.memberChoices), help: say("membership.form.scope-member")),
        ]
    }

    /// The one thing that was chosen; the whole organisation where nothing was.
    static func scope(_ entered: Entered) throws(Refusal) -> Scope {
        let chosen = ["region", "body", "unit", "member"].filter { !entered.text($0).isEmpty }
        guard let kind = chosen.first else { return .organisation }
        if chosen.count > 1 { throw Refusal("membership.refusal.one-scope", field: chosen[1]) }
        let text = entered.text(kind)
        switch kind {
        case "region": if let id = ID<Region>(text) { return .region(id) }
        case "body": if let id = ID<Body>(text) { return .body(id) }
        case "unit": if let id = ID<Unit>(text) { return .unit(id) }
        default: if let id = ID<Member>(text) { return .member(id) }
        }
        throw Refusal("pages.refusal.choose", field: kind)
    }
}
