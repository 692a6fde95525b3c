import Foundation
import Journal

/// Given some events, when a chapter is asked, then these events follow.
package struct Story<C: Chapter> {
    package private(set) var chapter = C()
    private var position = 0

    package init(_: C.Type = C.self, given events: [C.Event] = [], on day: Day = .testDay) {
        for event in events { tell(event, on: day) }
    }

    package mutating func tell(_ event: C.Event, by actor: Actor = .amina, on day: Day = .testDay) {
        position += 1
        chapter.apply(event, Stamp(by: actor, at: Moment(startOf: day), on: day, position: position))
    }
}

/// The event after a round trip through the journal's own wire.
package func throughTheWire<C: Chapter>(_ chapter: C.Type, _ event: C.Event) throws -> C.Event {
    try C.decode(try C.encode(event))
}

extension Day {
    /// The day on which the tests take place.
    package static let testDay = Day(2026, 9, 15) ?? .beginning
}

extension Actor {
    package static let amina = Actor(ID("amina"))
    package static let bruno = Actor(ID("bruno"))
    package static let chen = Actor(ID("chen"))
    package static let dana = Actor(ID("dana"))
    package static let farah = Actor(ID("farah"))
    package static let elif = Actor(ID("elif"))
}
