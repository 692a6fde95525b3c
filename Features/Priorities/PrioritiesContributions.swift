import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How the events of rounds read in the log. What is weighed before a list is adopted is for staff where the round is; reasons go with what they are about.
func tellPriorities(_ event: Priorities.Event, _ organisation: Organisation) -> Told {
    let priorities = organisation[Priorities.self]
    func told(_ key: String, _ round: ID<Round>?, _ more: [String: Saying.Argument], about candidates: [ID<Candidate>] = []) -> Told {
        let described = round.flatMap { priorities.rounds[$0] ?? priorities.former[$0] }
        var arguments = more
        arguments["round"] = .content(described?.title ?? Localized(round?.text ?? "–"))
        let about = (round.map { [Reference(Priorities.self, $0)] } ?? []) + candidates.map { Reference(Priorities.self, $0) }
        return Told(Saying("priorities.told.\(key)", arguments), about: about, audience: described?.audience ?? .staff)
    }
    func title(_ id: ID<Candidate>) -> Saying.Argument { .content(priorities.candidates[id]?.title ?? Localized(id.text)) }
    func round(_ id: ID<Candidate>) -> ID<Round>? { priorities.candidates[id]?.round }
    switch event {
    case .roundDescribed(let id, let described): return told("round", id, ["title": .content(described.title)])
    case .roundWithdrawn(let id, let because): return told("withdrawn", id, ["because": .prose(because)])
    case .candidateDescribed(let id, let candidate): return told("candidate", candidate.round, ["title": .content(candidate.title)], about: [id])
    case .candidatesMerged(let from, let into, let because):
        return told("merged", round(into), ["n": .count(from.count), "title": title(into), "because": .prose(because)], about: [into] + from)
    case .candidateSplit(let id, let parts, let because):
        return told("split", round(id), ["n": .count(parts.count), "title": title(id), "because": .prose(because)], about: [id] + parts)
    case .candidateDropped(let id, let because): return told("dropped", round(id), ["title": title(id), "because": .prose(because)], about: [id])
    case .candidateRestored(let id, let because): return told("restored", round(id), ["title": title(id), "because": .prose(because)], about: [id])
    case .listAdopted(let id, let adoption):
        if priorities.rounds[id]?.isPublished == true {
            return told("published", id, ["n": .count(adoption.candidates.count), "document": .content(adoption.document)], about: adoption.candidates)
        }
        let body = organisation[Register.self].name(of: adoption.body)
        return told(
            "adopted", id, ["n": .count(adoption.candidates.count), "body": .content(body), "day": .day(adoption.on), "document": .content(adoption.document)],
            about: adoption.candidates)
    case .priorityAnswered(let id, let things, let because):
        if things.isEmpty { return told("unanswered", round(id), ["title": title(id), "because": because.map { .prose($0) } ?? .text("–")], about: [id]) }
        return told("answered", round(id), ["n": .count(things.count), "title": title(id)], about: [id])
    }
}

/// Where a candidate came from, as what it went on, and which objectives answer it.
func priorityThread(_ organisation: Organisation) -> Thread {
    let priorities = organisation[Priorities.self]
    var thread = Thread()
    for (id, candidate) in priorities.candidates.sorted(by: { $0.key < $1.key }) {
        guard let round = priorities.rounds[candidate.round] else { continue }
        let reference = Reference(Priorities.self, id), isAdopted = priorities.place(of: id) != nil
        let isUnanswered = isAdopted && !round.isPublished && priorities.answers[id] == nil
        thread.nodes.append(
            Node(
                reference, kind: isAdopted ? "priorities.kind.priority" : "priorities.kind.candidate", title: candidate.title,
                path: PriorityPath.candidate(id, in: candidate.round), audience: round.audience, gaps: isUnanswered ? ["priorities.gap.unanswered"] : []))
        func strand(_ from: Reference, _ to: Reference, _ key: String, _ audience: Audience) {
            thread.strands.append(Strand(from: from, to: to, kind: "priorities.strand.\(key)", audience: audience))
        }
        for origin in candidate.origins { strand(origin, reference, "origin", round.audience) }
        switch priorities.ended[id]?.how {
        case .merged(let into): strand(reference, Reference(Priorities.self, into), "merged", round.audience)
        case .split(let into): for part in into { strand(reference, Reference(Priorities.self, part), "split", round.audience) }
        case .dropped, nil: break
        }
        // Of things that are gone, or not for a reader, the house shows no strand.
        for thing in priorities.answers[id]?.things ?? [] { strand(reference, thing, "answered", round.audience) }
    }
    return thread
}

/// What was adopted and nothing in the plan answers; what the plan aims at although nobody asked for it.
func priorityFindings(_ organisation: Organisation) -> [Finding] {
    let priorities = organisation[Priorities.self], plan = organisation[Plan.self]
    guard let (_, round, adopted) = priorities.holding else { return [] }
    let list = adopted.adoption.candidates
    let open = list.filter { priorities.answers[$0] == nil }
    let audience: Audience = round.audience == .everyone ? .participants : round.audience
    var findings: [Finding] = []
    if !open.isEmpty {
        findings.append(
            Finding(
                .warns, Saying("priorities.finding.unanswered", ["n": .count(open.count), "round": .content(round.title)]),
                about: open.map { Reference(Priorities.self, $0) }, rule: "priorities.finding-rule.unanswered", audience: audience))
    }
    // Only where the plan is held against the list at all.
    let asked = Set(list.flatMap { priorities.answers[$0]?.things ?? [] }.compactMap { $0.chapter == Plan.name ? ID<Objective>($0.id) : nil })
    if let whole = asked.sorted().lazy.compactMap({ plan.plan(of: $0) }).first, plan.plans[whole]?.status != .ended {
        let uncalled = plan.objectives(of: whole).filter { item in
            plan.perspectives[item.objective.perspective]?.kind == .objectives && !asked.contains(item.id) && plan.children(of: item.id).isEmpty
        }
        if !uncalled.isEmpty {
            findings.append(
                Finding(
                    .informs, Saying("priorities.finding.uncalled", ["n": .count(uncalled.count), "round": .content(round.title)]),
                    about: uncalled.map { Reference(Plan.self, $0.id) }, rule: "priorities.finding-rule.uncalled", audience: .both(audience, plan.audience(of: whole))))
        }
    }
    return findings
}

func prioritySearch(_ organisation: Organisation) -> [SearchDocument] {
    let priorities = organisation[Priorities.self]
    let rounds = priorities.inOrder.map { id, round in
        SearchDocument(
            Reference(Priorities.self, id), kind: "priorities.kind.round", title: round.title, path: PriorityPath.round(id),
            fields: [SearchDocument.Field("priorities.field.introduction", round.introduction)], audience: round.audience)
    }
    return rounds
        + priorities.candidates.sorted { $0.key < $1.key }.compactMap { id, candidate in
            guard let round = priorities.rounds[candidate.round] else { return nil }
            return SearchDocument(
                Reference(Priorities.self, id), kind: priorities.place(of: id) == nil ? "priorities.kind.candidate" : "priorities.kind.priority", title: candidate.title,
                path: PriorityPath.candidate(id, in: candidate.round), fields: [SearchDocument.Field("priorities.field.text", candidate.text)], audience: round.audience,
                within: [Reference(Priorities.self, candidate.round)])
        }
}

/// The list that holds, for plans, portfolios and reports.
func adoptedPriorities(_ ground: BallotGround) -> [AdoptedPriority] {
    let priorities = ground.organisation[Priorities.self]
    guard let (id, round, adopted) = priorities.holding else { return [] }
    let audience = round.audience(ground.present[Priorities.self].rounds[id])
    return adopted.adoption.candidates.enumerated().compactMap { place, candidate in
        priorities.candidates[candidate].map { described in
            AdoptedPriority(
                Reference(Priorities.self, candidate), priorities.adoptedTitle(of: candidate) ?? described.title, path: PriorityPath.candidate(candidate, in: id), place: place + 1,
                answeredBy: priorities.answers[candidate]?.things ?? [],
                body: adopted.adoption.body, on: adopted.adoption.on, audience: audience)
        }
    }
}

/// What can be put to the vote: the candidates of every round that nothing has been adopted of.
func candidateLists(_ organisation: Organisation) -> [ChoiceList] {
    let priorities = organisation[Priorities.self]
    return priorities.inOrder.compactMap { id, round in
        let standing = priorities.standing(in: id)
        guard priorities.adopted(in: id) == nil, standing.count > 1 else { return nil }
        return ChoiceList(Reference(Priorities.self, id), round.title, choices: standing.map { ($0.id.text, $0.candidate.title) }, audience: .roles([.administrator, .planner]))
    }
}
