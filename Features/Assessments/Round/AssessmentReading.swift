import HashTreeCollections
import Journal
import Organisation

/// Frameworks and rounds as people read them.
extension Assessments {
    enum Phase: String, Sendable, CaseIterable { case draft, open, closed, published }

    func phase(of id: ID<AssessmentRound>) -> Phase {
        if publications[id] != nil { return .published }
        return closings[id] != nil ? .closed : openings[id] != nil ? .open : .draft
    }

    /// The newest first.
    var roundsInOrder: [(id: ID<AssessmentRound>, round: AssessmentRound)] {
        rounds.map { ($0.key, $0.value) }.sorted { (beginnings[$1.0] ?? 0, $1.0) < (beginnings[$0.0] ?? 0, $0.0) }
    }

    var frameworksInOrder: [(id: ID<Framework>, framework: Framework)] { frameworks.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }

    func framework(of round: AssessmentRound) -> Framework? { frameworks[round.framework] }

    /// What is asked, in its order.
    func categories(of round: AssessmentRound) -> [Category] {
        (framework(of: round)?.categories ?? []).filter { !$0.isOptional || round.optional.contains($0.id) }
    }

    /// Those before it by the same framework, or by one of which its own is a copy, or that is a copy of its own; the latest first. Enough answered each, and a published one is held against
    /// published ones alone, so that all read the same.
    func rounds(before id: ID<AssessmentRound>) -> [ID<AssessmentRound>] {
        guard let round = rounds[id] else { return [] }
        let family = family(of: round.framework)
        func place(_ id: ID<AssessmentRound>) -> (Day, Int) { (openings[id] ?? .beginning, beginnings[id] ?? 0) }
        return rounds.filter { key, other in
            key != id && closings[key] != nil && (publications[key] != nil || publications[id] == nil) && family.contains(other.framework) && place(key) < place(id)
                && (answers[key] ?? [:]).count >= max(AssessmentRound.fewest, other.least)
        }
        .map(\.key).sorted { place($1) < place($0) }
    }

    private func root(of id: ID<Framework>) -> ID<Framework> {
        var root = id, seen: Set<ID<Framework>> = [id]
        while let next = (frameworks[root] ?? formerFrameworks[root])?.origin, seen.insert(next).inserted { root = next }
        return root
    }

    /// Whether it is one that comes along, by its name, or a copy of it.
    func comesFrom(_ id: ID<Framework>, _ shipped: String) -> Bool {
        let root = root(of: id)
        return (frameworks[root] ?? formerFrameworks[root])?.shipped == shipped
    }

    private func family(of id: ID<Framework>) -> Set<ID<Framework>> {
        let own = root(of: id)
        return Set(frameworks.keys.filter { root(of: $0) == own })
    }

    func quotes(of framework: ID<Framework>) -> [(id: ID<Quote>, quote: Quote)] { quotes.filter { $0.value.framework == framework }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }

    func evidence(of round: ID<AssessmentRound>, _ category: ID<Category>) -> [(id: ID<Evidence>, evidence: Evidence)] {
        evidence.filter { $0.value.round == round && $0.value.category == category }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    func gaps(of round: ID<AssessmentRound>, _ category: ID<Category>) -> [(id: ID<Gap>, gap: Gap)] {
        gaps.filter { $0.value.round == round && $0.value.category == category }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// How far somebody is: how many of the categories that are asked.
    func answered(_ round: ID<AssessmentRound>, by person: ID<Actor>) -> [ID<Category>: [Score]] { answers[round]?[.person(person)]?.scores ?? [:] }

    func seat(_ round: ID<AssessmentRound>, of person: ID<Actor>) -> Seat? { answers[round]?[.person(person)]?.seat }
}

/// Who reads what.
extension Assessments {
    /// In the making it is for those who make it, then for those who take part, published for those for whom it was.
    func audience(of id: ID<AssessmentRound>?) -> Audience {
        guard let id, let round = rounds[id] else { return .staff }
        switch phase(of: id) {
        case .draft: return .staff
        case .open, .closed: return .participants
        case .published: return round.readers.audience
        }
    }

    /// A framework is no secret once people were asked by it, or something is quoted in its terms.
    func audience(of id: ID<Framework>) -> Audience {
        let asked = rounds.filter { $0.value.framework == id }.map { audience(of: $0.key) }
        if asked.contains(.everyone) || quotes.contains(where: { $0.value.framework == id }) { return .everyone }
        return asked.contains(.participants) || frameworks[id]?.shipped != nil ? .participants : .staff
    }
}
