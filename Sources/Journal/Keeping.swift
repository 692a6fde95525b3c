/// What was done to the journal itself.
package struct Keeping: Chapter {
    package static let name = "keeping"
    package static let stateVersion = 1

    package enum Event: Codable, Equatable, Sendable {
        case wordsErased(positions: [Int], because: Prose)
    }

    /// Positions whose words were erased on record.
    package private(set) var erased: Set<Int> = []

    package init() {}

    package mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .wordsErased(let positions, _): erased.formUnion(positions)
        }
    }

    package static func commutes(_ event: Event) -> Bool { true }
}
