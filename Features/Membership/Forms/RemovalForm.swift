import Journal
import Organisation
import Pages

/// Taking back at once everything that somebody may do here.
enum RemovalForm {
    static let route = Route.form(
        "people/{account}/remove", GrantForms.access,
        show: { visit in
            let id: ID<Actor> = try visit.id("account"), say = visit.say
            let roles = visit.organisation[Grants.self].removable(id, by: visit.viewer)
            guard !roles.isEmpty else { throw Missing() }
            let name = visit.name(of: Actor(id))
            return .withdrawing(
                say("membership.form.remove", ["name": name]), lede: say("membership.form.remove-lede", ["name": name]), place: "people",
                trail: [(say("membership.nav.people"), "people")], submit: say("membership.form.remove-submit"), cancel: "people",
                reason: visit.reasonField("pages.withdraw-why-help"), say
            ) {
                ul {
                    for item in roles {
                        li {
                            say("pages.role.\(item.grant.role.rawValue)"); " ("; visit.words(item.grant.scope); ")"
                        }
                    }
                }
            }
        },
        decide: { submission in
            let reason = try submission.reason
            let proposals = try submission.organisation.remove(try submission.id("account"), because: reason, by: submission.viewer)
            return .record(proposals, then: "people", notice: Saying("membership.notice.removed"))
        })
}
