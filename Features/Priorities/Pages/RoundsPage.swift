import HashTreeCollections
import Journal
import Organisation
import Pages

/// All rounds that a reader may see, the newest first.
enum RoundsPage {
    static let route = Route.page(PriorityPath.rounds, .everyone) { page($0) }

    private static func page(_ visit: Visit) -> Page {
        let rounds = visit.organisation[Priorities.self].inOrder.compactMap { try? RoundReading(visit, $0.id) }
        return Page(visit.say("priorities.title"), place: PriorityPath.rounds) {
            if rounds.isEmpty {
                emptyState(visit.say("priorities.none"), visit.say("priorities.none-text")) {
                    visit.control(.planners, PriorityPath.new, visit.say("priorities.new"), quiet: false)
                }
            } else {
                p(.class("lede")) { visit.say("priorities.lede") }
                div(.class("actions")) { visit.control(.planners, PriorityPath.new, visit.say("priorities.new")) }
                for reading in rounds { entry(reading) }
            }
        }
    }

    private static func entry(_ reading: RoundReading) -> Markup {
        let visit = reading.visit
        return section(.class("sheet")) {
            h2 { link(visit.path(PriorityPath.round(reading.id))) { visit.text(reading.round.title) } }
            p { reading.said }
            if let adopted = reading.adopted {
                element(reading.round.isPublished ? "ul" : "ol", []) {
                    for id in adopted.adoption.candidates {
                        let title = reading.priorities.adoptedTitle(of: id) ?? visit.title(of: id)
                        li { link(visit.path(PriorityPath.candidate(id, in: reading.id))) { visit.text(title) } }
                    }
                }
            }
        }
    }
}

extension RoundReading {
    /// How far it is, in sentences.
    var said: String {
        let say = visit.say
        var parts: [String] = []
        if let adopted, round.isPublished {
            parts.append(say("priorities.said.published", count: adopted.adoption.candidates.count))
        } else if let adopted {
            let body = visit.plain(visit.register.name(of: adopted.adoption.body))
            parts.append(say("priorities.said.adopted", count: adopted.adoption.candidates.count, ["body": body, "day": say.day(adopted.adoption.on)]))
        } else {
            parts.append(say("priorities.said.candidates", count: standing.count))
        }
        if let box {
            let key = box.isClosed ? "priorities.said.ballots" : "priorities.said.ballots-open"
            parts.append(say(key, count: box.asked.count, ["votes": say.number(box.ballots.count)]))
            let asked = Set(box.asked), nothing = asked.intersection(box.namingNothing).count, passed = asked.intersection(box.passedOver).count
            let open = asked.count - asked.intersection(box.ballots.map(\.member)).count - nothing - passed
            for (key, number) in [("named-nothing", nothing), ("passed-over", passed), ("unanswered", open)] where number > 0 {
                parts.append(say("priorities.said.\(key)", count: number))
            }
        } else if round.box != nil {
            parts.append(say("priorities.said.later"))
        } else if round.source.isEmpty {
            parts.append(say("priorities.said.no-box"))
        }
        return parts.joined(separator: " ")
    }
}
