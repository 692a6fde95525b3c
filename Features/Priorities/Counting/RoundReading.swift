import HashTreeCollections
import Journal
import Organisation
import Pages

/// A round as one reader may see it.
struct RoundReading {
    let visit: Visit
    let id: ID<Round>
    let round: Round
    let priorities: Priorities
    /// The ballots that are counted, for this reader; `nil` where there are none, or not for this reader.
    let box: BallotBox?

    /// Throws where there is none, or not for this reader.
    init(_ visit: Visit) throws(Missing) {
        let id: ID<Round> = try visit.id("round")
        try self.init(visit, id)
    }

    init(_ visit: Visit, _ id: ID<Round>) throws(Missing) {
        let priorities = visit.organisation[Priorities.self]
        guard let round = priorities.rounds[id], visit.viewer.belongs(to: round.audience(visit.present[Priorities.self].rounds[id])) else { throw Missing() }
        self.visit = visit
        self.id = id
        self.round = round
        self.priorities = priorities
        let found = round.box.flatMap { wanted in visit.ballotBoxes.first { $0.reference == wanted } }
        box = found.flatMap { visit.viewer.belongs(to: $0.audience) ? $0 : nil }
    }

    var standing: [(id: ID<Candidate>, candidate: Candidate)] { priorities.standing(in: id) }
    var adopted: Adopted? { priorities.adopted(in: id) }

    /// How many ballots were cast or replaced after the list was adopted, which the body has not seen counted.
    var changedSince: Int { adopted.flatMap { adopted in box.map { $0.ballots.count { $0.position > adopted.position } } } ?? 0 }

    /// What the ballots come to; `nil` without ballots that this reader may know, and where they are too few to be shown.
    var count: RoundCount? {
        guard let box, !isWithheld else { return nil }
        return visit.common("priorities/count/\(id)/\(least)") { visit in RoundCount(box, priorities, of: id, visit.register, least: least) }
    }

    /// How firm that is: a thousand samples, for the one page that shows it.
    func firmness(_ count: RoundCount) -> Firmness? {
        visit.common("priorities/firmness/\(id)") { visit in Firmness(count.votes, regions: count.byRegion.map(\.region), round: round) }
    }

    /// Whether there are ballots, and fewer than may be shown.
    var isWithheld: Bool { box.map { $0.ballots.count < least } ?? false }

    /// What of the plan answers a priority, as far as this reader may see it.
    func answering(_ id: ID<Candidate>) -> [Node] {
        let things = Set(priorities.answers[id]?.things ?? [])
        return things.isEmpty ? [] : visit.thread.nodes.filter { things.contains($0.reference) }
    }

    /// Fewer than this are not shown to this reader; 0 for all.
    var least: Int { Access.planners.admits(visit.viewer) ? 0 : box?.smallestCell ?? 0 }
}

extension Round {
    /// The stricter of then and now.
    func audience(_ now: Round?) -> Audience { now.map { $0.audience == audience ? audience : .both(audience, $0.audience) } ?? audience }
}

extension Visit {
    /// All ballots that anybody counts, gathered once for each state.
    var ballotBoxes: [BallotBox] { common("priorities/boxes") { house.ballotBoxes(on: $0.ballotGround) } }

    /// A question with the survey in which it is asked: two surveys may ask the same.
    func name(of box: BallotBox) -> String {
        box.wholeTitle.isEmpty ? plain(box.title) : say("priorities.box-name", ["question": plain(box.title), "survey": plain(box.wholeTitle)])
    }
}
