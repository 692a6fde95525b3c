import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One round: what was adopted, what is or was proposed, and the way to the count.
struct RoundPage {
    let reading: RoundReading

    static let route = Route.page("priorities/{round}", .everyone) { try RoundPage(reading: RoundReading($0)).page }

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }
    private var id: ID<Round> { reading.id }

    private var page: Page {
        let count = reading.count
        return Page(visit.plain(reading.round.title), place: PriorityPath.rounds, trail: visit.priorityTrail()) {
            p(.class("lede")) { reading.said }
            if !reading.round.introduction.isEmpty { p(.class("prose")) { visit.text(reading.round.introduction) } }
            controls(count != nil)
            own
            if let adopted = reading.adopted { AdoptedList(reading: reading, adopted: adopted).sheet(count) }
            candidates(count)
            others
            if !reading.round.source.isEmpty {
                div(.class("note")) {
                    "\(say("priorities.field.source"))\(visit.language.colon) "; visit.text(reading.round.source)
                }
            }
            visit.historyLink(of: Reference(Priorities.self, id))
        }
    }

    private func controls(_ isCounted: Bool) -> Markup {
        let isOpen = reading.adopted == nil
        return div(.class("actions")) {
            if isCounted { link(visit.path(PriorityPath.round(id, "count")), .class("button")) { say("priorities.to-count") } }
            if let box = reading.box { link(visit.path(box.path), .class("button quiet")) { say("priorities.to-ballots") } }
            if isOpen {
                visit.control(.planners, PriorityPath.round(id, "candidates/new"), say("priorities.add"))
                if reading.box != nil { visit.control(.planners, PriorityPath.round(id, "take"), say("priorities.take")) }
                if reading.standing.count > 1 { visit.control(.planners, PriorityPath.round(id, "merge"), say("priorities.merge")) }
            }
            if !reading.standing.isEmpty { visit.control(.planners, PriorityPath.round(id, "adopt"), say(isOpen ? "priorities.adopt" : "priorities.adopt-again"), quiet: !isOpen) }
            visit.control(.planners, PriorityPath.round(id, "edit"), say("priorities.edit"))
            if isOpen { visit.control(.planners, PriorityPath.round(id, "withdraw"), say("pages.withdraw")) }
        }
    }

    /// The way of an administration's people to their own ballot.
    @MarkupBuilder private var own: Markup {
        for member in visit.viewer.administrations where reading.box?.ballots.contains(where: { $0.member == member }) == true {
            p { link(visit.path(PriorityPath.round(id, "members/\(member)")), .class("button")) { say("priorities.own", ["member": visit.plain(visit.register.name(of: member))]) } }
        }
    }

    @MarkupBuilder private func candidates(_ count: RoundCount?) -> Markup {
        let standing = reading.standing
        if standing.isEmpty {
            emptyState(say("priorities.no-candidates"), say("priorities.no-candidates-text"))
        } else if reading.adopted == nil || count != nil {
            sheet(say("priorities.candidates")) {
                scrollingTable(say("priorities.candidates-caption"), id: "candidates") {
                    headings(
                        [(say("priorities.kind.candidate"), false)]
                            + (count == nil ? [] : [(say("priorities.place"), true), (say("priorities.support"), true), (say("priorities.class"), false)]))
                    tbody { for item in ordered(standing, count) { row(item, count) } }
                }
            }
        }
    }

    /// By the rule of the round where there are ballots.
    private func ordered(_ standing: [(id: ID<Candidate>, candidate: Candidate)], _ count: RoundCount?) -> [(id: ID<Candidate>, candidate: Candidate)] {
        guard let count else { return standing }
        let places = count.members.ranking(by: reading.round.rule).places
        func place(_ id: ID<Candidate>) -> Int { count.index(of: id).map { places[$0] } ?? .max }
        return standing.enumerated().sorted { (place($0.element.id), $0.offset) < (place($1.element.id), $1.offset) }.map(\.element)
    }

    private func row(_ item: (id: ID<Candidate>, candidate: Candidate), _ count: RoundCount?) -> Markup {
        tr {
            th(.scope("row")) { link(visit.path(PriorityPath.candidate(item.id, in: id))) { visit.text(item.candidate.title) } }
            if let count, count.index(of: item.id) == nil {
                td(.class("n")) { "–" }
                td(.class("n")) { "–" }
                td { say("priorities.not-on-ballots") }
            } else if let count, let place = count.index(of: item.id) {
                td(.class("n")) { count.place(of: place, by: reading.round.rule).map { say.number($0) } ?? "–" }
                td(.class("n")) { say.percent(count.support(of: place)) }
                td { count.classes.map { say("priorities.class.\($0[place].rawValue)") } ?? "–" }
            }
        }
    }

    /// What does not stand by itself any more, and why.
    @MarkupBuilder private var others: Markup {
        let ended = reading.priorities.candidates(of: id).filter { reading.priorities.ended[$0.id] != nil }
        if !ended.isEmpty {
            details {
                summary { say("priorities.ended", count: ended.count) }
                ul {
                    for (candidateID, candidate) in ended {
                        li {
                            link(visit.path(PriorityPath.candidate(candidateID, in: id))) { visit.text(candidate.title) }
                            " "
                            small { reading.fate(of: candidateID) }
                        }
                    }
                }
            }
        }
    }
}

extension RoundReading {
    /// How a candidate ended, in a sentence with its reason; empty where it stands.
    func fate(of id: ID<Candidate>) -> String {
        priorities.ended[id].map(fate) ?? ""
    }

    /// The same of one way to end.
    func fate(_ ended: Ended) -> String {
        let say = visit.say, because = ended.because.text ?? say("pages.erased")
        func titles(_ ids: [ID<Candidate>]) -> String { say.list(ids.map { visit.plain(visit.title(of: $0)) }) }
        switch ended.how {
        case .merged(let into): return say("priorities.fate.merged", ["title": titles([into]), "because": because])
        case .split(let into): return say("priorities.fate.split", ["titles": titles(into), "because": because])
        case .dropped: return say("priorities.fate.dropped", ["because": because])
        }
    }
}
