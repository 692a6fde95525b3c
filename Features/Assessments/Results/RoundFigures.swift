import HashTreeCollections
import Journal
import Methods
import Organisation

/// All that is shown of a round, counted once: while it is open nothing; afterwards all, the groups, and in each group its units or regions.
///
/// Nothing while it is open, because whoever saw the means before and after an answer, or before and after one was taken back, would read it off the difference.
/// The parts make a tree: whatever is shown lies inside something shown, next to others that together make it up, so that what is hidden follows from no difference. Where somebody would be
/// alone with a difference, more is hidden (`disclosed`). Sheets of paper were read by whoever typed them in: beside people who answered themselves they protect nobody, and all this holds of those
/// people by themselves too.
struct RoundFigures: Sendable {
    /// Some of the respondents, by category; `nil` where too few answered.
    struct Part: Sendable {
        enum Kind: String, Sendable { case all, group, unit, region }

        let kind: Kind
        /// Of the group, unit or region.
        let id: String
        let name: Localized
        /// Of which part it is one, as its place.
        let inside: Int?
        var scores: [ID<Category>: CategoryScore] = [:]
    }

    let id: ID<AssessmentRound>
    let round: AssessmentRound
    let framework: Framework
    let categories: [Category]
    let isOpen: Bool
    /// All first, then group by group with what is in it.
    private(set) var parts: [Part] = []
    /// How many have answered at all; `nil` below the least.
    private(set) var respondents: Int?
    /// How many of these on paper, typed in by a planner.
    private(set) var typedIn = 0

    /// A region is at least so many Members that consent and answered. House default.
    static let fewestMembers = 3

    var least: Int { max(AssessmentRound.fewest, round.least) }
    var whole: Part { parts[0] }

    /// Nil for a round or a framework that is not there.
    init?(_ id: ID<AssessmentRound>, in organisation: Organisation) {
        let assessments = organisation[Assessments.self]
        guard let round = assessments.rounds[id], let framework = assessments.framework(of: round) else { return nil }
        self.id = id
        self.round = round
        self.framework = framework
        categories = assessments.categories(of: round)
        isOpen = assessments.closings[id] == nil
        var all = Part(kind: .all, id: "", name: .empty, inside: nil)
        let given = (assessments.answers[id] ?? [:]).filter { !$0.value.scores.isEmpty }.map { Given(answers: $0.value, isTypedIn: $0.key.isSheet) }
        typedIn = given.count(where: \.isTypedIn)
        respondents = given.count >= least ? given.count : nil
        parts = [all]
        if isOpen { return }
        for category in categories { all.scores[category.id] = score(category, given.compactMap { counted($0, category) }) }
        parts = [all]
        divide(given, assessments, organisation[Register.self])
    }

    /// Group by group, and each by unit or region.
    private mutating func divide(_ given: [Given], _ assessments: Assessments, _ register: Register) {
        let groups = round.groups.map { group in
            Slice(part: Part(kind: .group, id: group.id.text, name: group.title, inside: 0), answers: given.filter { $0.answers.seat?.group == group.id })
        }
        let placed = groups.reduce(0) { $0 + $1.answers.count }
        // One group alone says what all say.
        let isOneAlone = groups.count == 1 && placed == given.count
        let first = isOneAlone ? [] : shown(groups, besides: given.filter { answer in !round.groups.contains { $0.id == answer.answers.seat?.group } }, inside: 0)
        parts += first
        for (group, slice) in zip(round.groups, groups) {
            // Nothing is shown inside what is hidden.
            guard let place = isOneAlone ? 0 : parts.firstIndex(where: { $0.kind == .group && $0.id == group.id.text }) else { continue }
            let inner = group.kind == .staff ? units(slice.answers, place, register) : group.kind == .members ? regions(slice.answers, place, assessments) : ([], [])
            parts += shown(inner.0, besides: inner.1, inside: place)
        }
    }

    /// What somebody answered, and whether that was on paper.
    private struct Given {
        let answers: GivenAnswers
        let isTypedIn: Bool
    }

    /// The same of one category, where something in it counts.
    private struct Row {
        let scores: [Score]
        let isTypedIn: Bool
    }

    private struct Slice {
        var part: Part
        var answers: [Given]
        /// So few Members that the part would be theirs.
        var isOfTooFew = false
    }

    private func units(_ answers: [Given], _ place: Int, _ register: Register) -> ([Slice], [Given]) {
        let slices = round.units.map { unit in Slice(part: Part(kind: .unit, id: unit.text, name: register.name(of: unit), inside: place), answers: answers.filter { $0.answers.seat?.unit == unit }) }
        return (slices, answers.filter { answer in !round.units.contains { $0 == answer.answers.seat?.unit } })
    }

    /// By the consent of each Member; those without it are in the sum and nowhere else. Fewer Members than `fewestMembers` are no region.
    private func regions(_ answers: [Given], _ place: Int, _ assessments: Assessments) -> ([Slice], [Given]) {
        let consenting = Set(assessments.consents[id] ?? [])
        let slices = (assessments.frames[id]?.regions ?? []).map { region in
            let members = Set(region.members).intersection(consenting)
            let own = answers.filter { $0.answers.seat?.member.map(members.contains) == true }
            return Slice(
                part: Part(kind: .region, id: region.id.text, name: region.name, inside: place), answers: own,
                isOfTooFew: Set(own.compactMap { $0.answers.seat?.member }).count < RoundFigures.fewestMembers)
        }
        let known = Set((assessments.frames[id]?.regions ?? []).flatMap(\.members)).intersection(consenting)
        return (slices, answers.filter { $0.answers.seat?.member.map(known.contains) != true })
    }

    /// Category by category what may be shown; a part of which nothing may be shown is left out.
    private func shown(_ slices: [Slice], besides rest: [Given], inside place: Int) -> [Part] {
        var parts = slices.map(\.part)
        for category in categories where self.parts[place].scores[category.id] != nil {
            let rows = slices.map { $0.answers.compactMap { counted($0, category) } }, withheld = rest.compactMap { counted($0, category) }
            let candidates = zip(slices, rows).map { !$0.isOfTooFew && !isSparse($1, category) && !isSparse(people($1), category) }
            let ofAll = disclosed(rows.map(\.count), candidates: candidates, withheld: withheld.count, least: least)
            let ofPeople = disclosed(rows.map { people($0).count }, candidates: candidates, withheld: people(withheld).count, least: least)
            for index in parts.indices where ofAll[index] && ofPeople[index] { parts[index].scores[category.id] = score(category, rows[index]) }
        }
        return parts.filter { !$0.scores.isEmpty }
    }

    /// Whether too few of a part, and not nobody, answered a statement: beside that statement's mean of all, the part's would tell of them.
    private func isSparse(_ rows: [Row], _ category: Category) -> Bool {
        category.statements.contains { statement in 1..<least ~= rows.count { row in row.scores.contains { $0.statement == statement.id && $0.value != nil } } }
    }

    /// Somebody who found nothing applicable is nobody who counts.
    private func counted(_ given: Given, _ category: Category) -> Row? {
        guard let scores = given.answers.scores[category.id], scores.contains(where: { $0.value != nil }) else { return nil }
        return Row(scores: scores, isTypedIn: given.isTypedIn)
    }

    private func people(_ rows: [Row]) -> [Row] { rows.filter { !$0.isTypedIn } }

    private func score(_ category: Category, _ rows: [Row]) -> CategoryScore? {
        let people = people(rows).count
        guard rows.count >= least, people == 0 || people >= least else { return nil }
        let values = rows.map { row in category.statements.map { statement in row.scores.first { $0.statement == statement.id }?.value } }
        return CategoryScore(rows: values, points: framework.scale.count, least: least, known: rows.map(\.isTypedIn))
    }
}

/// As it is told: digits beyond the page's would tell of single answers.
extension CategoryScore {
    var told: (mean: Double, spread: Double?, agreement: Double?) {
        ((mean * 10).rounded() / 10, spread.map { ($0 * 10).rounded() / 10 }, agreement.map { ($0 * 100).rounded() / 100 })
    }
}

extension RoundFigures {
    /// What is shown of a statement; `nil` of too few.
    func statement(_ place: Int, of category: Category) -> CategoryScore.Statement? {
        guard let all = whole.scores[category.id]?.statements, all.indices.contains(place) else { return nil }
        return all[place]
    }

    /// A category that falls short: by the rule of its framework.
    func isGap(_ category: Category, _ evidence: Bool) -> Bool {
        guard let score = whole.scores[category.id] else { return false }
        switch framework.rule {
        case .mastery: return mastery(category, evidence) != .mastered
        case .chain: return score.mean > framework.middle - 1e-9
        case .plain, .culture: return score.mean < framework.middle - 1e-9
        case .readiness: return Readiness(mean: score.mean, points: framework.scale.count) != .met
        }
    }

    /// `nil` where too few answered. Where statements are not shown the lowest is not known, and the mean stands for it.
    func mastery(_ category: Category, _ evidence: Bool) -> Mastery? {
        guard let score = whole.scores[category.id] else { return nil }
        let lowest = category.statements.indices.compactMap { statement($0, of: category)?.mean }.min()
        return Mastery(mean: scaled(score.mean), lowest: scaled(lowest ?? score.mean), hasEvidence: evidence)
    }

    /// Whether nothing but evidence is missing for it to count as mastered.
    func lacksEvidence(_ category: Category, _ hasEvidence: Bool) -> Bool { framework.rule == .mastery && !hasEvidence && mastery(category, true) == .mastered }

    /// On 1 to 5, whatever the scale.
    func scaled(_ mean: Double) -> Double { framework.scale.count > 1 ? 1 + 4 * (mean - 1) / Double(framework.scale.count - 1) : mean }

    /// Whether the same was asked of the same kinds of people, on as many points: else a change says nothing.
    func isComparable(_ category: Category, with other: RoundFigures) -> Bool {
        guard let then = other.categories.first(where: { $0.id == category.id }), framework.scale.count == other.framework.scale.count else { return false }
        func asked(_ category: Category) -> [Prose] { category.statements.map { $0.text.texts[$0.text.original] ?? "" } }
        return asked(category) == asked(then) && Set(round.groups.map(\.kind)) == Set(other.round.groups.map(\.kind))
    }
}
