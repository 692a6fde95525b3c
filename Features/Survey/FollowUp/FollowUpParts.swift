import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners see of those who are missing: how many by region, who cannot be reached, and what went out.
struct FollowUpParts {
    let visit: Visit
    let follow: FollowUp

    private var say: Say { visit.say }
    private static let stages: [MemberAnswer.Stage] = [.notStarted, .drafting, .awaitingClearance]

    /// By region, in the order of their codes; Members without one last.
    private var regions: [(name: Localized, missing: [FollowUp.Missing])] {
        let groups = Dictionary(grouping: follow.missing, by: \.region)
        let known = visit.register.regionsInOrder.compactMap { region in groups[region.id].map { (region.region.name, $0) } }
        return known + (groups[nil].map { [(Localized.empty, $0)] } ?? [])
    }

    @MarkupBuilder var counts: Markup {
        if !follow.missing.isEmpty {
            sheet(say("survey.missing")) {
                scrollingTable(say("survey.missing-caption"), id: "missing") {
                    headings(
                        [(say("survey.region"), false)] + FollowUpParts.stages.map { (say("survey.missing.\($0.rawValue)"), true) } + [(say("survey.missing.longest"), true)])
                    tbody {
                        for region in regions { row(region.name.isEmpty ? Markup(say("survey.no-region")) : visit.text(region.name), region.missing) }
                        if regions.count > 1 { row(Markup(say("survey.missing.all")), follow.missing) }
                    }
                }
                div(.class("actions")) { link(visit.path(SurveyPath.survey(follow.id, "missing.csv")), .class("button quiet")) { say("survey.missing.file") } }
            }
        }
    }

    private func row(_ name: Markup, _ missing: [FollowUp.Missing]) -> Markup {
        tr {
            th(.scope("row")) { name }
            for stage in FollowUpParts.stages { td(.class("n")) { say.number(missing.count { $0.stage == stage }) } }
            td(.class("n")) { longest(missing) }
        }
    }

    /// Since when whoever was not written to for longest was not.
    private func longest(_ missing: [FollowUp.Missing]) -> String {
        let days = missing.map { $0.last.map { $0.days(until: follow.today) } }
        if days.contains(nil) { return say("survey.missing.never") }
        return say("survey.missing.days", count: days.compactMap { $0 }.max() ?? 0)
    }

    /// Members that no letter reaches, and those of whose people some have mail coming back.
    @MarkupBuilder var unreached: Markup {
        let cases = follow.missing.compactMap { missing -> (missing: FollowUp.Missing, kind: Reminder)? in
            guard let kind = follow.kinds(for: missing).last else { return nil }
            return follow.reached(missing.member, by: kind).isEmpty || !follow.unreached(missing.member, by: kind).isEmpty ? (missing, kind) : nil
        }
        if !cases.isEmpty {
            sheet(say("survey.unreached")) {
                p { say("survey.unreached-lede") }
                ul { for item in say.sorted(cases, by: { visit.plain(visit.register.name(of: $0.missing.member)) }) { li { entry(item.missing.member, item.kind) } } }
                if visit.may(.planners) {
                    p {
                        link(visit.path("people")) { say("survey.unreached.people") }
                        " · "
                        link(visit.path("people/returned-mail")) { say("survey.unreached.returned") }
                    }
                }
            }
        }
    }

    private func entry(_ member: ID<Member>, _ kind: Reminder) -> Markup {
        let returned = follow.unreached(member, by: kind), isReached = !follow.reached(member, by: kind).isEmpty
        return group {
            visit.text(visit.register.name(of: member))
            ": "
            if returned.isEmpty {
                say(kind.isForClearance ? "survey.unreached.no-head" : "survey.unreached.nobody")
            } else {
                say(isReached ? "survey.unreached.some" : "survey.unreached.none")
                for person in returned {
                    if let mail = visit.post.returned[person] {
                        " "
                        small { say("survey.unreached.person", ["person": visit.name(of: Actor(person)), "why": say(mail.why), "day": say.shortDay(mail.on), "status": mail.status]) }
                    }
                }
            }
        }
    }

    @MarkupBuilder var rounds: Markup {
        if !follow.rounds.isEmpty {
            sheet(say("survey.rounds")) {
                ul {
                    for round in follow.rounds.reversed().prefix(20) {
                        li {
                            say(
                                "survey.round", count: round.members.count,
                                [
                                    "day": say.day(round.on), "kind": say("survey.reminder.\(round.kind.rawValue)"), "people": say("survey.people", count: round.people),
                                    "person": visit.name(of: round.by),
                                ])
                        }
                    }
                }
            }
        }
    }
}
