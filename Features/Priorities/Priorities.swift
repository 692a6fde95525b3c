import HashTreeCollections
import Journal
import Organisation

/// What Members want most: what was proposed, which ballots are counted, what a body adopted, and what the plan answers to it.
struct Priorities: Chapter {
    static let name = "priorities"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        case roundDescribed(id: ID<Round>, Round)
        case roundWithdrawn(id: ID<Round>, because: Prose)
        /// Also in other words than before: the earlier ones stay known.
        case candidateDescribed(id: ID<Candidate>, Candidate)
        /// Several that mean the same go on as one, which is described beside this.
        case candidatesMerged(from: [ID<Candidate>], into: ID<Candidate>, because: Prose)
        /// One that means several things goes on as these, which are described beside this.
        case candidateSplit(id: ID<Candidate>, into: [ID<Candidate>], because: Prose)
        case candidateDropped(id: ID<Candidate>, because: Prose)
        /// What was merged, split or dropped stands by itself again.
        case candidateRestored(id: ID<Candidate>, because: Prose)
        case listAdopted(round: ID<Round>, Adoption)
        /// What of the plan answers a priority: objectives, focus areas; or why nothing does.
        case priorityAnswered(id: ID<Candidate>, by: [Reference], because: Prose?)
    }

    private(set) var rounds: TreeDictionary<ID<Round>, Round> = [:]
    private(set) var candidates: TreeDictionary<ID<Candidate>, Candidate> = [:]
    /// How those ended that do not stand by themselves any more.
    private(set) var ended: TreeDictionary<ID<Candidate>, Ended> = [:]
    /// How those had ended that were taken up again, the oldest first.
    private(set) var restored: TreeDictionary<ID<Candidate>, [Restored]> = [:]
    /// Wordings that were replaced, the oldest first.
    private(set) var earlier: TreeDictionary<ID<Candidate>, [Wording]> = [:]
    /// The oldest first; the last one holds.
    private(set) var adoptions: TreeDictionary<ID<Round>, [Adopted]> = [:]
    private(set) var answers: TreeDictionary<ID<Candidate>, Answer> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var former: TreeDictionary<ID<Round>, Round> = [:]
    /// In the order in which they were first described.
    private(set) var order: [ID<Round>] = []

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .roundDescribed(let id, let round):
            rounds[id] = round
            if !order.contains(id) { order.append(id) }
        case .roundWithdrawn(let id, _): former[id] = rounds.removeValue(forKey: id) ?? former[id]
        case .candidateDescribed(let id, let candidate):
            if let before = candidates[id], before.title != candidate.title || before.text != candidate.text {
                earlier[id, default: []].append(Wording(title: before.title, text: before.text, until: stamp.on, by: stamp.by))
            }
            candidates[id] = candidate
        case .candidatesMerged(let from, let into, let because):
            for id in from where id != into { ended[id] = Ended(how: .merged(into: into), because: because, by: stamp.by, on: stamp.on) }
        case .candidateSplit(let id, let into, let because):
            if !into.contains(id) { ended[id] = Ended(how: .split(into: into), because: because, by: stamp.by, on: stamp.on) }
        case .candidateDropped(let id, let because): ended[id] = Ended(how: .dropped, because: because, by: stamp.by, on: stamp.on)
        case .candidateRestored(let id, let because):
            if let before = ended.removeValue(forKey: id) {
                restored[id, default: []].append(Restored(ended: before, because: because, by: stamp.by, on: stamp.on))
            }
        case .listAdopted(let round, let adoption):
            adoptions[round, default: []].append(Adopted(adoption: adoption, by: stamp.by, at: stamp.at, position: stamp.position))
        case .priorityAnswered(let id, let things, let because): answers[id] = Answer(things: things, because: because, by: stamp.by, on: stamp.on)
        }
    }
}

extension Priorities {
    /// The newest first.
    var inOrder: [(id: ID<Round>, round: Round)] { order.reversed().compactMap { id in rounds[id].map { (id, $0) } } }

    /// All that were ever proposed in a round, in their order.
    func candidates(of round: ID<Round>) -> [(id: ID<Candidate>, candidate: Candidate)] {
        candidates.filter { $0.value.round == round }.map { ($0.key, $0.value) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
    }

    /// Those that stand by themselves.
    func standing(in round: ID<Round>) -> [(id: ID<Candidate>, candidate: Candidate)] { candidates(of: round).filter { ended[$0.id] == nil } }

    /// As what a candidate goes on: itself, that into which it was merged, or its parts; nothing where it was dropped.
    func successors(of id: ID<Candidate>) -> [ID<Candidate>] {
        var found: [ID<Candidate>] = [], queue = [id], seen: Set<ID<Candidate>> = []
        while let next = queue.first {
            queue.removeFirst()
            // A circle of mergers leads nowhere.
            guard seen.insert(next).inserted else { continue }
            switch ended[next]?.how {
            case nil: found.append(next)
            case .merged(let into): queue.append(into)
            case .split(let into): queue += into
            case .dropped: break
            }
        }
        return found
    }

    /// As what a candidate goes on, with the portion of its points that goes there: divided equally at each split; what goes to something dropped lapses.
    func portions(of id: ID<Candidate>) -> [(id: ID<Candidate>, portion: Double)] {
        var known: [ID<Candidate>: [ID<Candidate>: Double]] = [:]
        return portions(of: id, &known).map { (id: $0.key, portion: $0.value) }.sorted { $0.id < $1.id }
    }

    /// Each candidate on the way is looked at once, however many ways lead there; a circle leads nowhere.
    private func portions(of id: ID<Candidate>, _ known: inout [ID<Candidate>: [ID<Candidate>: Double]]) -> [ID<Candidate>: Double] {
        if let found = known[id] { return found }
        known[id] = [:]
        let next: [ID<Candidate>]
        switch ended[id]?.how {
        case nil: next = []
        case .merged(let into): next = [into]
        case .split(let parts): next = parts
        case .dropped: return [:]
        }
        var sum: [ID<Candidate>: Double] = ended[id] == nil ? [id: 1] : [:]
        for part in next { for (end, portion) in portions(of: part, &known) { sum[end, default: 0] += portion / Double(next.count) } }
        known[id] = sum
        return sum
    }

    /// Those that went into one.
    func predecessors(of id: ID<Candidate>) -> [ID<Candidate>] {
        ended.filter { _, ended in
            switch ended.how {
            case .merged(let into): into == id
            case .split(let into): into.contains(id)
            case .dropped: false
            }
        }.map(\.key).sorted()
    }

    func adopted(in round: ID<Round>) -> Adopted? { adoptions[round]?.last }

    /// Places of options that no candidate was ever named by: what was dropped is taken up again, not proposed anew.
    func freeOptions(of box: BallotBox, in round: ID<Round>) -> [Int] {
        let all = candidates(of: round), named = Set(all.flatMap(\.candidate.options)), known = Set(all.map(\.id.text))
        return box.options.indices.filter { !named.contains($0 + 1) && !(box.options[$0].listed.map(known.contains) ?? false) }
    }

    /// What a candidate was called when it was adopted, where that is another name than now.
    func adoptedTitle(of id: ID<Candidate>) -> Localized? {
        guard let candidate = candidates[id], let adoption = adopted(in: candidate.round)?.adoption, let place = adoption.candidates.firstIndex(of: id),
            let titles = adoption.titles, titles.indices.contains(place), titles[place] != candidate.title
        else { return nil }
        return titles[place]
    }

    /// The list that holds: of those that a body adopted here the one decided last.
    var holding: (id: ID<Round>, round: Round, adopted: Adopted)? {
        inOrder.compactMap { id, round in round.isPublished ? nil : adopted(in: id).map { (id: id, round: round, adopted: $0) } }
            .max { ($0.adopted.adoption.on, $0.adopted.position) < ($1.adopted.adoption.on, $1.adopted.position) }
    }

    /// The place of a candidate in the list that holds, from 1.
    func place(of id: ID<Candidate>) -> Int? {
        candidates[id].flatMap { adopted(in: $0.round) }?.adoption.candidates.firstIndex(of: id).map { $0 + 1 }
    }
}
