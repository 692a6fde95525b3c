import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One candidate, or the priority that it became: who supports it, where it came from, and what came of it.
struct CandidatePage {
    let reading: RoundReading
    let id: ID<Candidate>
    let candidate: Candidate

    static let route = Route.page("priorities/{round}/candidates/{candidate}", .everyone) { visit in
        let reading = try RoundReading(visit), (id, candidate) = try visit.candidate()
        return CandidatePage(reading: reading, id: id, candidate: candidate).page
    }

    var visit: Visit { reading.visit }
    var say: Say { visit.say }

    private var page: Page {
        let count = reading.count
        return Page(visit.plain(candidate.title), place: PriorityPath.rounds, trail: visit.priorityTrail(reading.id)) {
            p(.class("lede")) { lede(count) }
            if !candidate.text.isEmpty { p(.class("prose")) { visit.text(candidate.text) } }
            controls
            answer
            if let count, let place = count.index(of: id) { Supporters(page: self, count: count, place: place).markup }
            if !reading.round.isPublished { trail }
            visit.aspects(of: Reference(Priorities.self, id))
        }
    }

    /// Adopted or not, and where the count puts it.
    private func lede(_ count: RoundCount?) -> String {
        if reading.priorities.ended[id] != nil { return reading.fate(of: id) }
        var parts: [String] = []
        if let title = reading.priorities.adoptedTitle(of: id) { parts.append(say("priorities.said.adopted-as", ["title": visit.plain(title)])) }
        if reading.round.isPublished {
            parts.append(say("priorities.said.one-of-published"))
        } else if let place = reading.priorities.place(of: id), let adopted = reading.adopted {
            parts.append(say("priorities.said.place-adopted", ["place": say.number(place), "body": visit.plain(visit.register.name(of: adopted.adoption.body)), "day": say.day(adopted.adoption.on)]))
        } else if reading.adopted != nil {
            let earlier = reading.priorities.adoptions[reading.id, default: []].last { $0.adoption.candidates.contains(id) }
            parts.append(earlier.map { say("priorities.said.adopted-earlier", ["day": say.day($0.adoption.on)]) } ?? say("priorities.said.not-adopted"))
        }
        if let count, let index = count.index(of: id) {
            let place = count.place(of: index, by: reading.round.rule).map { say.number($0) } ?? "–"
            parts.append(
                say(
                    "priorities.said.counted", count: count.votes.votes.count,
                    ["votes": say.number(count.members.approval[index]), "size": say.number(reading.round.size), "place": place, "rule": say("priorities.rule.\(reading.round.rule.rawValue)")]))
            if let classes = count.classes { parts.append(say("priorities.said.class.\(classes[index].rawValue)")) }
        }
        if let count, count.index(of: id) == nil { parts.append(say("priorities.said.not-on-ballots")) }
        return parts.isEmpty ? say("priorities.said.candidate") : parts.joined(separator: " ")
    }

    private var controls: Markup {
        let isOpen = reading.adopted == nil, stands = reading.priorities.ended[id] == nil
        func control(_ path: String, _ key: String) -> Markup { visit.control(.planners, PriorityPath.candidate(id, in: reading.id, path), say(key)) }
        return div(.class("actions")) {
            if stands { control("edit", "priorities.reword") }
            if isOpen, stands {
                control("split", "priorities.split")
                control("drop", "priorities.drop")
            }
            if isOpen, !stands { control("restore", "priorities.restore") }
            if reading.priorities.place(of: id) != nil { control("answer", "priorities.answer") }
        }
    }

    /// Which objectives answer it, and how they stand.
    @MarkupBuilder private var answer: Markup {
        if reading.priorities.place(of: id) != nil {
            let answer = reading.priorities.answers[id], nodes = reading.answering(id)
            sheet(say("priorities.what-came")) {
                if nodes.isEmpty {
                    if let because = answer?.because {
                        p { say("priorities.answered-by-none", ["because": because.text ?? say("pages.erased")]) }
                    } else if answer?.things.isEmpty == false {
                        p { say("priorities.answered-elsewhere") }
                    } else if reading.round.isPublished {
                        p { say("priorities.answer-unknown") }
                    } else {
                        p(.class("gap")) { say("priorities.gap.unanswered") }
                    }
                } else {
                    ul {
                        for node in nodes {
                            li {
                                link(visit.path(node.path)) { visit.text(node.title.coded(node.code)) }
                                if let progress = visit.progress(of: node.reference) { " "; status(progress, say) }
                            }
                        }
                    }
                    if let because = answer?.because { p { because.text ?? say("pages.erased") } }
                }
            }
        }
    }

    /// Where it came from: origins, earlier wordings, what went into it.
    private var trail: Markup {
        let nodes = Dictionary(visit.thread.nodes.map { ($0.reference, $0) }) { first, _ in first }
        let origins = candidate.origins.compactMap { nodes[$0] }, before = reading.priorities.predecessors(of: id), wordings = reading.priorities.earlier[id] ?? []
        let restored = reading.priorities.restored[id] ?? []
        return sheet(say("priorities.trail")) {
            ul {
                for node in origins {
                    li {
                        "\(say(node.kind))\(visit.language.colon) "
                        link(visit.path(node.path)) { visit.text(node.title) }
                    }
                }
                for one in before {
                    li {
                        link(visit.path(PriorityPath.candidate(one, in: reading.id))) { visit.text(visit.title(of: one)) }
                        " "
                        small { reading.fate(of: one) }
                    }
                }
                for one in restored {
                    li {
                        "\(visit.say.naming(say.day(one.ended.on), reading.fate(one.ended))) "
                        say("priorities.fate.restored", ["day": say.day(one.on), "because": one.because.text ?? say("pages.erased")])
                    }
                }
                for wording in wordings {
                    li {
                        "\(say("priorities.earlier-wording", ["day": say.day(wording.until)]))\(visit.language.colon) "
                        visit.text(wording.title)
                    }
                }
                if origins.isEmpty, before.isEmpty, restored.isEmpty { li { say("priorities.by-hand") } }
            }
        }
    }
}
