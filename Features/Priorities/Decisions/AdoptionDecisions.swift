import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a body decided about the list, and what the plan answers to it.
enum AdoptionDecisions {
    static func adopt(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round(), entered = submission.entered, register = submission.organisation[Register.self]
        guard let body: ID<Body> = try entered.id("body", required: true, where: { register.bodies[$0] != nil }) else { throw Missing() }
        guard let on = try entered.day("on", required: true) else { throw Missing() }
        if on.year < 1900 { throw Refusal("pages.refusal.out-of-range", field: "on") }
        if on > submission.today { throw Refusal("priorities.refusal.decided-later", field: "on") }
        let before = submission.priorities.adoptions[id, default: []].map(\.adoption)
        if let holding = before.last, on < holding.on, entered.text("earlier") != entered.text("on") {
            throw Refusal("priorities.refusal.decided-before", ["day": "\(holding.on)"], field: "on", isDoubt: true)
        }
        let document = try entered.localized("document", max: 500, required: true)
        let list = try list(submission, id), note = try entered.localized("note", max: 10_000)
        let titles = list.compactMap { submission.priorities.candidates[$0]?.title }
        let because = try entered.localized("because", max: 10_000), count = count(submission, id), proposed = count?.proposed
        var adoption = Adoption(body: body, on: on, document: document, candidates: list, titles: titles, note: note, because: because.isEmpty ? nil : because, proposed: proposed)
        if let count, let proposed {
            let isSameSet = Set(proposed) == Set(list), isInOrder = count.isInOrder(list)
            if because.isEmpty, !isSameSet {
                let names = submission.priorities.names(of: Set(proposed).symmetricDifference(list).sorted(), in: submission.language)
                throw Refusal("priorities.refusal.why-another", ["titles": names], field: "because", ofFieldAlone: true)
            }
            if because.isEmpty, !isInOrder { throw Refusal("priorities.refusal.why-order", field: "because", ofFieldAlone: true) }
            if isSameSet, isInOrder { adoption.because = nil }
        }
        // What was proposed when it was recorded is not what a body decides.
        let isKnown = before.contains { known in
            var same = adoption
            same.proposed = known.proposed
            return known == same
        }
        if isKnown { throw Refusal("priorities.refusal.same-list") }
        return .record(
            [Proposal(Priorities.self, .listAdopted(round: id, adoption), on: on)], then: PriorityPath.round(id),
            notice: Saying("priorities.notice.adopted", ["n": .count(list.count), "title": .content(round.title)]))
    }

    /// The places that were given, which must be 1, 2, 3 … each once.
    private static func list(_ submission: Submission, _ round: ID<Round>) throws -> [ID<Candidate>] {
        var places: [Int: ID<Candidate>] = [:]
        let standing = submission.priorities.standing(in: round)
        for (id, _) in standing {
            let field = "place-\(id)"
            guard let place = try submission.entered.integer(field, in: 1...max(1, standing.count)) else { continue }
            if places[place] != nil { throw Refusal("priorities.refusal.same-place", ["place": "\(place)"], field: field) }
            places[place] = id
        }
        guard let last = places.keys.max() else { throw Refusal("priorities.refusal.empty-list") }
        for place in 1...last where places[place] == nil {
            throw Refusal("priorities.refusal.place-left-out", ["place": "\(place)"], field: places[last].map { "place-\($0)" })
        }
        return (1...last).compactMap { places[$0] }
    }

    /// `nil` without ballots.
    private static func count(_ submission: Submission, _ id: ID<Round>) -> RoundCount? {
        guard let round = submission.priorities.rounds[id], let box = submission.boxes.first(where: { $0.reference == round.box }) else { return nil }
        return RoundCount(box, submission.priorities, of: id, submission.organisation[Register.self])
    }

    /// What of the plan answers a priority; where nothing does, that is said with its reason.
    static func answer(_ submission: Submission) throws -> Outcome {
        let (id, candidate) = try submission.candidate(), plan = submission.organisation[Plan.self]
        let things = try submission.entered.raw("things").filter { !$0.isEmpty }.map { text throws(Refusal) in
            guard let thing = Reference(text), plan.holds(thing) else { throw Refusal("pages.refusal.choose", field: "things", ofFieldAlone: true) }
            return thing
        }
        let answering = Set(things).sorted()
        let because = try submission.entered.paragraph("because", max: 4000)
        if answering.isEmpty, because.isEmpty { throw Refusal("priorities.refusal.answer-or-reason", field: "because") }
        let present = submission.priorities.answers[id], reason = because.isEmpty ? nil : Prose(because)
        let isSame = present.map { $0.things == answering && $0.because == reason } ?? false
        return .record(
            isSame ? [] : [Proposal(Priorities.self, .priorityAnswered(id: id, by: answering, because: reason))],
            then: PriorityPath.candidate(id, in: candidate.round), notice: Saying("priorities.notice.answered", ["title": .content(candidate.title)]))
    }
}

extension Plan {
    /// Whether an objective or a focus area is there.
    fileprivate func holds(_ thing: Reference) -> Bool {
        thing.chapter == Plan.name && (ID<Objective>(thing.id).map { objectives[$0] != nil } == true || ID<FocusArea>(thing.id).map { focusAreas[$0] != nil } == true)
    }
}

extension Priorities {
    func names(of candidates: [ID<Candidate>], in language: Language) -> String {
        candidates.compactMap { self.candidates[$0]?.title.plain(in: language) }.joined(separator: language.comma)
    }
}
