import HashTreeCollections
import Journal
import Methods
import Organisation
import TestKit
import Testing

@testable import Assessments

/// All that is told of a category, as sums of answers: whether any of them can be combined into one about fewer respondents than are shown.
@Suite("What can be worked out from what is shown")
struct DisclosureStories {
    private struct Answered {
        let seat: Seat
        let values: [Int?]
        /// Whether a planner typed it in, and knows it.
        let isTypedIn: Bool
    }

    @Test("in no round does anything follow about fewer than the least, whoever left out what", arguments: 0..<60)
    func nobody(seed: Int) throws { try round(seed) { _ in true } }

    @Test("nor for a planner who knows the sheets that were typed in", arguments: 0..<60)
    func typedIn(seed: Int) throws { try round(seed) { Int.random(in: 0..<3, using: &$0) == 0 } }

    /// - Parameter isTypedIn: whether somebody answers on paper. Where some do and some do not, the sheets are known, and all is about the others.
    private func round(_ seed: Int, isTypedIn: (inout SeededGenerator) -> Bool) throws {
        var random = SeededGenerator(seed: UInt64(seed)), (world, round) = try World.begun(units: ["u1", "u2"])
        let id = try #require(ID<AssessmentRound>(round["round"] ?? "")), category = try #require(try world.state.frameworks[ID("essentials")]?.category(ID("aspire")))
        var given: [Answered] = []
        for number in 0..<Int.random(in: 6...18, using: &random) {
            let isStaff = Bool.random(using: &random), unit = ["u1", "u2"].randomElement(using: &random) ?? "u1", member = World.members.randomElement(using: &random)?.id ?? "a1"
            let seat = isStaff ? Seat(group: ID("staff"), unit: ID<Unit>(unit)) : Seat(group: ID("members"), member: ID<Member>(member))
            let values = category.statements.map { _ in Int.random(in: 0..<5, using: &random) == 0 ? nil : Int.random(in: 1...5, using: &random) }
            if values.allSatisfy({ $0 == nil }) { continue }
            given.append(Answered(seat: seat, values: values, isTypedIn: isTypedIn(&random)))
            let scores = zip(category.statements, values).map { Score(statement: $0.id, value: $1) }
            if given.last?.isTypedIn == true {
                world.tell(.sheetAnswered(id: ID<AnswerSheet>("p-\(number)") ?? ID("p"), round: id, seat, category: category.id, scores))
            } else {
                let person = Actor(ID("person-\(number)") ?? ID("person"))
                world.tell(.seatTaken(round: id, seat), by: person)
                world.tell(.answered(round: id, category: category.id, scores), by: person)
            }
        }
        let consenting = Set(World.members.map(\.id).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.compactMap { ID<Member>($0) })
        for member in consenting.sorted() { world.tell(.consentGiven(round: id, member: member, isGiven: true)) }
        try world.send("assessments/rounds/{round}/close", [:], round)
        let figures = try #require(RoundFigures(id, in: try world.organisation)), told = told(figures, category, given, consenting)
        #expect(told.isEmpty == (figures.whole.scores[category.id] == nil))
        let known = given.allSatisfy(\.isTypedIn) ? [] : Set(given.indices.filter { given[$0].isTypedIn }), whole = rank(told, without: known)
        for first in given.indices where !known.contains(first) {
            for second in first..<given.count where !known.contains(second) {
                #expect(rank(told, without: known.union([first, second])) == whole, "\(first) and \(second) of \(given.count) follow from what is shown")
            }
        }
    }

    /// Each mean that is shown: by respondent and statement with what weight an answer enters it.
    private func told(_ figures: RoundFigures, _ category: Category, _ given: [Answered], _ consenting: Set<ID<Member>>) -> [[[Double]]] {
        var sums: [[[Double]]] = []
        for place in category.statements.indices where figures.statement(place, of: category) != nil {
            sums.append(given.map { one in one.values.indices.map { $0 == place && one.values[$0] != nil ? 1 : 0 } })
        }
        for part in figures.parts where part.scores[category.id] != nil {
            let isInside = given.map { one in
                switch part.kind {
                case .all: true
                case .group: one.seat.group.text == part.id
                case .unit: one.seat.unit?.text == part.id
                case .region: one.seat.member.map { $0.text.hasPrefix(String(part.id.prefix(1))) && consenting.contains($0) } == true
                }
            }
            let counts = category.statements.indices.map { place in zip(given, isInside).count { $1 && $0.values[place] != nil } }
            // A statement that is not told enters no mean.
            let isTold = (0..<counts.count).map { place in part.scores[category.id]?.statements.indices.contains(place) == true && part.scores[category.id]?.statements[place] != nil }
            let weights = zip(counts, isTold).map { $1 ? 1 / Double($0) : 0 }
            sums.append(zip(given, isInside).map { one, inside in one.values.indices.map { inside && one.values[$0] != nil ? weights[$0] : 0 } })
        }
        return sums
    }

    /// Of the sums with some respondents left out: where it is less than with all of them, a combination of the sums is about those alone.
    private func rank(_ sums: [[[Double]]], without left: Set<Int>) -> Int {
        var rows = sums.map { sum in sum.enumerated().flatMap { left.contains($0) ? [] : $1 } }, rank = 0
        for column in (rows.first ?? []).indices {
            guard let pivot = rows[rank...].indices.max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }), abs(rows[pivot][column]) > 1e-9 else { continue }
            rows.swapAt(rank, pivot)
            for row in (rank + 1)..<max(rank + 1, rows.count) {
                let factor = rows[row][column] / rows[rank][column]
                if factor != 0 { for place in rows[row].indices { rows[row][place] -= factor * rows[rank][place] } }
            }
            rank += 1
            if rank == rows.count { break }
        }
        return rank
    }
}
