import HashTreeCollections
import Journal
import Organisation
import Pages

/// On the pages of others: which priorities an objective answers; of what could become one, that it can be proposed.
func priorityAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    if reference.chapter == Plan.name { return answering(reference, visit).map { [$0] } ?? [] }
    return [feeding(reference, visit), proposing(reference, visit)].compactMap { $0 }
}

private func answering(_ thing: Reference, _ visit: Visit) -> OverviewPart? {
    let priorities = visit.organisation[Priorities.self]
    let behind = priorities.answers.filter { $0.value.things.contains(thing) }.keys.sorted().compactMap { id in
        priorities.candidates[id].flatMap { candidate in (try? RoundReading(visit, candidate.round)).map { (id: id, candidate: candidate, round: $0.round) } }
    }
    guard !behind.isEmpty else { return nil }
    return OverviewPart(
        order: 40, width: 6, audience: .everyone,
        content: sheet(visit.say("priorities.behind"), width: 6) {
            ul {
                for item in behind {
                    li {
                        link(visit.path(PriorityPath.candidate(item.id, in: item.candidate.round))) { visit.text(item.candidate.title) }
                        " "
                        small { visit.text(item.round.title) }
                    }
                }
            }
        })
}

/// Of what asks Members: the rounds that count its answers, and those from whose candidates its options were taken.
private func feeding(_ whole: Reference, _ visit: Visit) -> OverviewPart? {
    let boxes = visit.ballotBoxes.filter { $0.whole == whole }, priorities = visit.organisation[Priorities.self]
    guard !boxes.isEmpty else { return nil }
    let lines = priorities.inOrder.compactMap { try? RoundReading(visit, $0.id) }.flatMap { reading in
        let listed = Set(priorities.candidates(of: reading.id).map(\.id.text))
        return boxes.flatMap { box in
            let isFrom = box.options.contains { $0.listed.map(listed.contains) ?? false }
            return [reading.round.box == box.reference ? "counted-in" : nil, isFrom ? "options-from" : nil].compactMap { $0 }.map { (key: $0, box: box, reading: reading) }
        }
    }
    guard !lines.isEmpty else { return nil }
    return OverviewPart(
        order: 30, width: 6, audience: .everyone,
        content: sheet(visit.say("priorities.feeds"), width: 6) {
            ul {
                for line in lines {
                    li {
                        "\(visit.say("priorities.\(line.key)", ["question": visit.plain(line.box.title)]))\(visit.language.colon) "
                        link(visit.path(PriorityPath.round(line.reading.id))) { visit.text(line.reading.round.title) }
                    }
                }
            }
        })
}

/// For planners, where a round is under way.
private func proposing(_ reference: Reference, _ visit: Visit) -> OverviewPart? {
    let priorities = visit.organisation[Priorities.self]
    guard ![Priorities.name, Register.name].contains(reference.chapter), visit.may(.planners),
        let open = priorities.inOrder.first(where: { priorities.adopted(in: $0.id) == nil && $0.round.source.isEmpty })
    else { return nil }
    return OverviewPart(
        order: 90, width: 6, audience: .roles([.administrator, .planner]),
        content: sheet(visit.say("priorities.propose"), width: 6) {
            p { visit.say("priorities.propose-text", ["round": visit.plain(open.round.title)]) }
            p { link(visit.path(PriorityPath.round(open.id, "candidates/new"), ["from": reference.description]), .class("button quiet")) { visit.say("priorities.add") } }
        })
}
