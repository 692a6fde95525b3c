/// One feature's part of the story: how things stand, and how each event changes that.
///
/// A chapter is a plain value. It reads no clock, file or database; the journal hands it one event at a time.
package protocol Chapter: Sendable, Codable {
    associatedtype Event: Codable & Equatable & Sendable

    /// The name its events are kept under. It is in every journal: never change it.
    static var name: String { get }

    /// Rises whenever `apply` or the state changes, so that older snapshots are put aside.
    static var stateVersion: Int { get }

    /// Events that once had another name: old name to present name.
    static var formerNames: [String: String] { get }

    init()

    /// Cannot fail: an event that makes no sense where it lands (a back-dated change before the thing existed) changes nothing.
    mutating func apply(_ event: Event, _ stamp: Stamp)

    /// Whether the event may be applied late without folding the chapter again.
    ///
    /// Events take effect in the order of their own dates. One that comes in back-dated makes the journal fold its
    /// chapter again, unless its effect does not depend on that order (a value reported for a period that is over).
    static func commutes(_ event: Event) -> Bool
}

extension Chapter {
    package static var formerNames: [String: String] { [:] }
    package static func commutes(_ event: Event) -> Bool { false }
}

/// Who recorded an event, when, where in the journal, and the day from which it holds.
package struct Stamp: Hashable, Codable, Sendable {
    package var by: Actor
    package var at: Moment
    package var on: Day
    package var position: Int

    package init(by: Actor, at: Moment, on: Day? = nil, position: Int) {
        self.by = by
        self.at = at
        self.on = on ?? at.day
        self.position = position
    }
}

/// Who acts: an account's identifier, never a name or an address, so that a person can be forgotten.
package struct Actor: Hashable, Codable, Sendable, CustomStringConvertible {
    package let id: ID<Actor>

    package init(_ id: ID<Actor>) { self.id = id }

    /// The program itself: example data, the command line of the machine's own administrator.
    package static let system = Actor(ID("system"))

    package var description: String { id.text }

    package init(from decoder: any Decoder) throws { id = try ID(from: decoder) }
    package func encode(to encoder: any Encoder) throws { try id.encode(to: encoder) }
}

/// A lawful “no”. Its key is among the words, so that it is said in the reader's language; it names the field where one is at fault.
package struct Refusal: Error, Equatable {
    package var key: String
    package var arguments: [String: String]
    package var field: String?
    /// Whether it follows from what stands in that field alone, whatever stands in the others.
    package var isOfFieldAlone: Bool
    /// What was entered may be right all the same: whoever says so is believed.
    package var isDoubt: Bool

    package init(_ key: String, _ arguments: [String: String] = [:], field: String? = nil, ofFieldAlone: Bool = false, isDoubt: Bool = false) {
        self.key = key
        self.arguments = arguments
        self.field = field
        isOfFieldAlone = ofFieldAlone
        self.isDoubt = isDoubt
    }

    /// The same where it says the same.
    package static func == (a: Refusal, b: Refusal) -> Bool { a.key == b.key && a.arguments == b.arguments && a.field == b.field }
}

/// What a decision answers: an event of some chapter, and the day from which it holds where that is not today.
package struct Proposal: Sendable {
    package let chapter: any Chapter.Type
    package let on: Day?
    let encode: @Sendable () throws -> EncodedEvent
    let commutes: Bool

    package init<C: Chapter>(_ chapter: C.Type, _ event: C.Event, on: Day? = nil) {
        self.chapter = chapter
        self.on = on
        commutes = C.commutes(event)
        encode = { try C.encode(event) }
    }
}
