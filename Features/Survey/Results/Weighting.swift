import Journal
import Methods
import Organisation
import Pages

/// What each Member's answer counts: one, as the law has it, or more where few of its kind answered.
enum Weighting: String, CaseIterable, Sendable {
    case raw, region, raked
}

/// The weights of those who answered, and what they can and cannot do.
struct Weights: Sendable {
    let weighting: Weighting
    /// Of those who answered; all alike where it is empty.
    private(set) var byMember: [ID<Member>: Double] = [:]
    /// In which nobody answered: no weight can speak for them.
    let unheard: [Grouping.Category]
    /// Those of whom somebody answered: for whom the weights speak.
    let spokenFor: Int
    /// How many weights were cut because they were far above the others.
    private(set) var trimmed = 0
    private(set) var raking: Raking?

    private static let tolerance = 1e-6, mostRounds = 500

    /// - Parameter groupings: by which to weigh; by the first alone where it is by region.
    init(_ weighting: Weighting, asked: [ID<Member>], answered: [ID<Member>], groupings: [Grouping]) {
        self.weighting = weighting
        let used = weighting == .raw ? [] : weighting == .region ? Array(groupings.prefix(1)) : groupings, heard = Set(answered)
        unheard = used.flatMap(\.categories).filter { $0.members.allSatisfy { !heard.contains($0) } }
        // Of several groups those are left aside of whom nobody at all answered: the margins of the others must fit together.
        let silent = Set(unheard.flatMap(\.members)), spokenFor = asked.filter { !silent.contains($0) }
        self.spokenFor = spokenFor.count
        guard !used.isEmpty, !answered.isEmpty else { return }
        let present = Set(spokenFor), margins = used.map { grouping in Margin(grouping, present, answered) }
        guard let weights = weighting == .region ? margins.first?.postStratified : raked(margins) else { return }
        let cut = TrimmedWeights(weights, limit: TrimmedWeights.standardLimit)
        trimmed = cut?.trimmed ?? 0
        byMember = Dictionary(zip(answered, trimmed > 0 ? cut?.weights ?? weights : weights)) { first, _ in first }
    }

    private mutating func raked(_ margins: [Margin]) -> [Double]? {
        raking = Raking(
            categories: margins.map(\.ofAnswers), margins: margins.map { $0.population.map(Double.init) }, tolerance: Weights.tolerance, mostRounds: Weights.mostRounds)
        return raking?.weights
    }

    /// One grouping as what methods know: numbers of categories.
    private struct Margin {
        let population: [Int]
        let ofAnswers: [Int]

        init(_ grouping: Grouping, _ present: Set<ID<Member>>, _ answered: [ID<Member>]) {
            let heard = Set(answered), kept = grouping.categories.filter { $0.members.contains(where: heard.contains) }
            population = kept.map { $0.members.count(where: present.contains) }
            let places = Dictionary(kept.enumerated().flatMap { place, category in category.members.map { ($0, place) } }) { first, _ in first }
            ofAnswers = answered.compactMap { places[$0] }
        }

        var postStratified: [Double]? {
            let counts = ofAnswers.reduce(into: [Int](repeating: 0, count: population.count)) { $0[$1] += 1 }
            guard let weights = postStratification(population: population, responses: counts) else { return nil }
            return ofAnswers.map { weights[$0] ?? 0 }
        }
    }

    subscript(member: ID<Member>) -> Double { byMember.isEmpty ? 1 : byMember[member] ?? 0 }
}
