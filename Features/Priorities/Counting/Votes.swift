import HashTreeCollections
import Journal
import Methods
import Organisation

/// The ballots of a round, read as ballots for the candidates that stand now.
///
/// What was merged has one place: on a ranking the best that any of its options has, of points their sum. What was split stands for all of its parts: together in
/// one place, with the points in equal parts. What was dropped, and what no option names, no ballot names.
struct Votes: Sendable {
    struct Vote: Sendable {
        let member: ID<Member>
        let region: ID<Region>?
        /// Candidates by their place in `candidates`, the best first; those of one inner list are tied.
        let tiers: [[Int]]
        /// Beside each candidate, where ballots give points.
        let points: [Int: Double]
    }

    let kind: BallotBox.Kind
    /// How many options one ballot could name; `nil` for all.
    let most: Int?
    /// How many candidates one ballot could name: more than options where one of them stands for several.
    let reachable: Int
    /// Those that stand and that a ballot could name.
    let candidates: [ID<Candidate>]
    let votes: [Vote]
    /// How many were asked, and of which regions they are.
    let asked: [ID<Region>?]
    /// How many answered without a ballot: they named nothing, or were not asked this.
    let heard: Int

    init(_ box: BallotBox, _ priorities: Priorities, of round: ID<Round>) {
        kind = box.kind
        most = box.most
        let named = Votes.meanings(box, priorities, round), known = Set(named.joined().map(\.candidate))
        candidates = priorities.standing(in: round).map(\.id).filter(known.contains)
        let places = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($0.element, $0.offset) })
        let meanings = named.map { $0.compactMap { meaning in places[meaning.candidate].map { (place: $0, portion: meaning.portion) } } }
        reachable = meanings.map(\.count).sorted(by: >).prefix(box.most ?? meanings.count).reduce(0, +)
        votes = box.ballots.map { ballot in
            Vote(
                member: ballot.member, region: box.regions[ballot.member], tiers: Votes.tiers(ballot, box.kind, meanings),
                points: Votes.points(ballot, meanings))
        }
        heard = Set(box.namingNothing + box.passedOver).intersection(box.asked).count
        asked = box.asked.map { box.regions[$0] }
    }

    /// What each option stands for now: named by its number, by the list from which it was taken, or not at all.
    static func meanings(_ box: BallotBox, _ priorities: Priorities, _ round: ID<Round>) -> [[Meaning]] {
        let all = priorities.candidates(of: round), known = Set(all.map(\.id))
        var named: [Int: [ID<Candidate>]] = [:]
        for (id, candidate) in all { for option in candidate.options { named[option, default: []].append(id) } }
        return box.options.enumerated().map { place, option in
            let listed = option.listed.flatMap { ID<Candidate>($0) }.flatMap { known.contains($0) ? [$0] : nil }
            let own = named[place + 1] ?? listed ?? []
            return own.flatMap { id in priorities.portions(of: id).map { Meaning(candidate: $0.id, portion: $0.portion / Double(own.count)) } }
        }
    }

    /// What an option stands for, and which portion of its points goes there.
    struct Meaning: Sendable {
        let candidate: ID<Candidate>
        let portion: Double
    }

    private typealias Placed = (place: Int, portion: Double)

    private static func tiers(_ ballot: BallotBox.Ballot, _ kind: BallotBox.Kind, _ meanings: [[Placed]]) -> [[Int]] {
        var seen: Set<Int> = []
        func fresh(_ options: [Int]) -> [Int] { options.flatMap { meanings.indices.contains($0) ? meanings[$0].map(\.place) : [] }.filter { seen.insert($0).inserted } }
        switch kind {
        case .ranking: return ballot.choices.map { fresh([$0]) }.filter { !$0.isEmpty }
        case .approval: return [fresh(ballot.choices)].filter { !$0.isEmpty }
        case .points:
            let points = points(ballot, meanings)
            return Dictionary(grouping: points.keys) { points[$0] ?? 0 }.sorted { $0.key > $1.key }.map { $0.value.sorted() }
        }
    }

    private static func points(_ ballot: BallotBox.Ballot, _ meanings: [[Placed]]) -> [Int: Double] {
        var points: [Int: Double] = [:]
        for (option, given) in zip(ballot.choices, ballot.points) where meanings.indices.contains(option) {
            for part in meanings[option] { points[part.place, default: 0] += given * part.portion }
        }
        // To the thousandth, as they are counted: what differs by less is the same.
        return points.mapValues { ($0 * Count.pointScale).rounded() / Count.pointScale }
    }
}

extension Votes {
    /// All that somebody names; in a region, that somebody there names.
    func named(in region: ID<Region>?? = .none) -> Set<Int> {
        Set(votes.filter { vote in region.map { $0 == vote.region } ?? true }.flatMap { $0.tiers.joined() })
    }

    /// The regions of those who were asked, by their order in the register, with those of no region last.
    func regions(_ register: Register) -> [ID<Region>?] {
        let there = Set(asked)
        return (register.regionsInOrder.map(\.id) + [nil]).filter { there.contains($0) }
    }

    /// How many ballots came from a region.
    func count(in region: ID<Region>?) -> Int { votes.count { $0.region == region } }

    /// Those with a candidate among their first `size`.
    func supporters(of candidate: Int, within size: Int) -> [Vote] { votes.filter { $0.first(size).contains(candidate) } }
}

extension Votes.Vote {
    /// The candidates before which fewer than `size` stand on this ballot.
    func first(_ size: Int) -> [Int] {
        var found: [Int] = []
        for tier in tiers where found.count < size { found += tier }
        return found
    }

    /// The place of a candidate on this ballot, from 1.
    func place(of candidate: Int) -> Int? {
        var above = 0
        for tier in tiers {
            if tier.contains(candidate) { return above + 1 }
            above += tier.count
        }
        return nil
    }
}
