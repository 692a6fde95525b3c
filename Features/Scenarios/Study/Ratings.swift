import Journal
import Organisation

/// What somebody makes of a driver, 1 to 5 each; what was not rated is `nil`.
struct DriverRating: Equatable, Codable, Sendable {
    var importance: Int?
    var uncertainty: Int?

    var isEmpty: Bool { importance == nil && uncertainty == nil }
    var isFull: Bool { importance != nil && uncertainty != nil }

    static let range = 1...5
}

/// What somebody expects of an objective in one scenario: -2 (it fails) to +2 (it flourishes).
struct StressMark: Equatable, Codable, Sendable {
    var scenario: ID<Scenario>
    var effect: Int
    var because: Prose = ""

    static let range = -2...2
}

struct GivenRating: Equatable, Codable, Sendable {
    var rating: DriverRating
    var by: Actor
    var on: Day
}

struct GivenStress: Equatable, Codable, Sendable {
    var marks: [StressMark]
    var by: Actor
    var on: Day

    func effect(in scenario: ID<Scenario>) -> Int? { marks.first { $0.scenario == scenario }.map(\.effect) }

    func isFull(of scenarios: [ID<Scenario>]) -> Bool { scenarios.allSatisfy { effect(in: $0) != nil } }
}
