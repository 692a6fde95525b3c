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

    private typealias Case = (missing: FollowUp.Missing, kind: Reminder)

    /// Members that no letter reaches, and those of whose people some have mail coming back.
    @MarkupBuilder var unreached: Markup {
        let cases = follow.missing.compactMap { missing in follow.kinds(for: missing).last.map { Case(missing, $0) } }
        let nobody = cases.filter { follow.reached($0.missing.member, by: $0.kind).isEmpty && follow.unreached($0.missing.member, by: $0.kind).isEmpty }
        let returned = cases.filter { !follow.unreached($0.missing.member, by: $0.kind).isEmpty }
        if !nobody.isEmpty || !returned.isEmpty {
            sheet(say("survey.unreached")) {
                p { say("survey.unreached-lede") }
                if !returned.isEmpty { ul { for item in say.sorted(returned, by: name) { li { entry(item) } } } }
                named("survey.unreached.nobody", nobody.filter { !$0.kind.isForClearance })
                named("survey.unreached.no-head", nobody.filter(\.kind.isForClearance))
                p {
                    link(visit.path("people")) { say("survey.unreached.people") }
                    " · "
                    link(visit.path("people/returned-mail")) { say("survey.unreached.returned") }
                }
            }
        }
    }

    private func name(_ item: Case) -> String { visit.plain(visit.register.name(of: item.missing.member)) }

    /// Many of one kind stand back behind the form that follows.
    @MarkupBuilder private func named(_ key: String, _ cases: [Case]) -> Markup {
        if !cases.isEmpty {
            details(.flag("open", cases.count <= 12)) {
                summary { say(key, count: cases.count) }
                p { say.list(say.sorted(cases, by: name).map(name)) }
            }
        }
    }

    private func entry(_ item: Case) -> Markup {
        let member = item.missing.member, isReached = !follow.reached(member, by: item.kind).isEmpty
        return group {
            visit.text(visit.register.name(of: member))
            ": "
            say(isReached ? "survey.unreached.some" : "survey.unreached.none")
            for person in follow.unreached(member, by: item.kind) {
                if let mail = visit.post.returned[person] {
                    " "
                    small {
                        say(
                            "survey.unreached.person",
                            ["person": visit.name(of: Actor(person)), "why": say(mail.why), "day": say.shortDay(mail.on), "status": mail.status])
                    }
                }
            }
        }
    }

    /// Who is to be written to where no mail goes out from here.
    @MarkupBuilder var byHand: Markup {
        if !follow.missing.isEmpty {
            details(.flag("open", follow.missing.count <= 40)) {
                summary { say("survey.reminders.by-hand") }
                scrollingTable(say("survey.reminders.by-hand-caption"), id: "by-hand") {
                    headings([(say("survey.member"), false), (say("survey.reminders.stage"), false), (say("survey.region"), false), (say("survey.reminders.people"), true)])
                    tbody {
                        for missing in say.sorted(follow.missing, by: { visit.plain(visit.register.name(of: $0.member)) }) {
                            let kind = follow.kinds(for: missing).last ?? .notStarted
                            tr {
                                th(.scope("row")) { visit.text(visit.register.name(of: missing.member)) }
                                td { say("survey.missing.\(missing.stage.rawValue)") }
                                td { missing.region.map { visit.text(visit.register.name(of: $0)) } ?? Markup(say("survey.no-region")) }
                                td(.class("n")) { say.number(follow.reached(missing.member, by: kind).count + follow.unreached(missing.member, by: kind).count) }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder var rounds: Markup {
        if !follow.rounds.isEmpty {
            sheet(say("survey.rounds")) {
                p(.class("help")) { say("survey.rounds-lede") }
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
