import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The list that a body adopted, with what the plan answers to each priority.
struct AdoptedList {
    let reading: RoundReading
    let adopted: Adopted

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    func sheet(_ count: RoundCount?) -> Markup {
        let adoption = adopted.adoption
        return Pages.sheet(say("priorities.adopted")) {
            if count != nil { p(.class("help")) { say("priorities.beside-count", ["rule": say("priorities.rule.\(reading.round.rule.rawValue)")]) } }
            // A published list whose order is not known has no numbers.
            element(reading.round.isPublished ? "ul" : "ol", []) { for id in adoption.candidates { li { entry(id, count) } } }
            if let count { leftOut(count) }
            facts([
                (say("priorities.because"), adoption.because.map { visit.text($0) } ?? Markup()),
                (say("priorities.field.body"), link(visit.path("bodies/\(adoption.body)")) { visit.text(visit.register.name(of: adoption.body)) }),
                (say(reading.round.isPublished ? "priorities.field.in-force" : "priorities.field.decided"), Markup(say.day(adoption.on))),
                (say("priorities.field.document"), visit.text(adoption.document)),
                (say(reading.round.isPublished ? "priorities.about-it" : "priorities.field.note"), visit.text(adoption.note)),
                (say("priorities.recorded"), recorded),
            ])
            earlier
        }
    }

    private var recorded: Markup {
        guard visit.viewer.belongs(to: .participants), !reading.round.isPublished else { return Markup() }
        return group {
            say("priorities.recorded-by", ["person": visit.name(of: adopted.by), "moment": say.moment(adopted.at)])
            " "
            link(visit.path("activity/receipts/\(adopted.position)")) { say("priorities.receipt", ["position": say.number(adopted.position)]) }
        }
    }

    private func entry(_ id: ID<Candidate>, _ count: RoundCount?) -> Markup {
        group {
            strong { link(visit.path(PriorityPath.candidate(id, in: reading.id))) { visit.text(reading.priorities.adoptedTitle(of: id) ?? visit.title(of: id)) } }
            if let count, count.index(of: id) == nil {
                " · \(say("priorities.not-on-ballots"))"
            } else if let count, let index = count.index(of: id) {
                " · \(count.place(of: index, by: reading.round.rule).map { say("priorities.count-place", ["place": say.number($0)]) } ?? say("priorities.count-no-place"))"
                if let classes = count.classes { " · \(say("priorities.class.\(classes[index].rawValue)"))" }
            }
            " "
            small { answered(id) }
        }
    }

    /// What the count proposed, when the decision was recorded or as far as is known now, and the body did not adopt.
    @MarkupBuilder private func leftOut(_ count: RoundCount) -> Markup {
        let missing = (adopted.adoption.proposed ?? count.proposed).filter { !adopted.adoption.candidates.contains($0) }
        if !missing.isEmpty {
            p { say("priorities.proposed-not-adopted", count: missing.count) }
            ul {
                for id in missing {
                    li {
                        link(visit.path(PriorityPath.candidate(id, in: reading.id))) { visit.text(visit.title(of: id)) }
                        if let place = count.index(of: id).flatMap({ count.place(of: $0, by: reading.round.rule) }) { " · \(say("priorities.count-place", ["place": say.number(place)]))" }
                    }
                }
            }
        }
    }

    /// What the plan answers, in a line.
    @MarkupBuilder private func answered(_ id: ID<Candidate>) -> Markup {
        let answer = reading.priorities.answers[id], seen = reading.answering(id)
        if !seen.isEmpty {
            "\(say("priorities.answered-by"))\(visit.language.colon) "
            for (place, node) in seen.enumerated() {
                if place > 0 { visit.language.comma }
                link(visit.path(node.path)) { visit.text(node.title.coded(node.code)) }
            }
        } else if let because = answer?.because {
            say("priorities.answered-by-none", ["because": because.text ?? say("pages.erased")])
        } else if !reading.round.isPublished {
            span(.class("gap")) { say("priorities.gap.unanswered") }
        }
    }

    /// Decisions that this one replaced.
    @MarkupBuilder private var earlier: Markup {
        let before = (reading.priorities.adoptions[reading.id] ?? []).dropLast()
        if !before.isEmpty {
            details {
                summary { say("priorities.earlier-lists", count: before.count) }
                for adopted in before {
                    p { say("priorities.earlier-list", ["body": visit.plain(visit.register.name(of: adopted.adoption.body)), "day": say.day(adopted.adoption.on)]) }
                    ol { for title in adopted.adoption.titles ?? adopted.adoption.candidates.map(visit.title) { li { visit.text(title) } } }
                    facts([(say("priorities.because"), adopted.adoption.because.map { visit.text($0) } ?? Markup()), (say("priorities.field.document"), visit.text(adopted.adoption.document))])
                }
            }
        }
    }

    /// On the organisation's first page: what Members want most.
    static func part(_ visit: Visit) -> OverviewPart? {
        let list = visit.priorities
        guard let first = list.first else { return nil }
        let body = visit.plain(visit.register.name(of: first.body))
        return OverviewPart(
            order: 35, width: 6, audience: first.audience,
            content: Pages.sheet(visit.say("priorities.adopted-first-page"), width: 6) {
                p { visit.say("priorities.said.adopted", count: list.count, ["body": body, "day": visit.say.day(first.on)]) }
                ol { for item in list { li { link(visit.path(item.path)) { visit.text(item.title) } } } }
            })
    }
}
