import HashTreeCollections
import Journal
import Organisation

/// What is laid down of the units of the register: on what each decides, whose consent it needs, to whom it passes what. To whom it answers the register says.
struct UnitPractices: Chapter {
    static let name = "unit-practices"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        /// All that is laid down of it.
        case unitDescribed(id: ID<Unit>, UnitPractice)
        case unitPracticeRemoved(id: ID<Unit>, because: Prose)
    }

    private(set) var records: TreeDictionary<ID<Unit>, RecordedPractice> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .unitDescribed(let id, let practice): records[id] = RecordedPractice(practice, stamp, after: records[id])
        case .unitPracticeRemoved(let id, _): records[id] = nil
        }
    }
}

struct UnitPractice: Equatable, Codable, Sendable {
    /// What a unit passes on to another.
    struct Flow: Equatable, Codable, Sendable {
        var to: ID<Unit>
        var what: Localized
        /// How often in words, such as *when a storm is near*.
        var often: Localized = .empty
        /// How often as can be counted; `nil` where nobody chose, and in all that was recorded before there was a choice.
        var cadence: Cadence? = nil
    }

    enum Cadence: String, Codable, Sendable, CaseIterable { case daily, weekly, monthly, quarterly, yearly, asItHappens }

    /// What it decides alone.
    var decidesOn: Localized = .empty
    /// For what it needs consent.
    var asksOn: Localized = .empty
    /// Whose consent it needs: other units first, then bodies, each in the order of identifiers.
    var asks: [Unit.Superior] = []
    /// In the order of the units that are informed, each once.
    var flows: [Flow] = []
    /// Whether somebody said that it informs no other; `nil` where nobody did: without flows it is not known then whether it has none.
    var passesNothing: Bool? = nil

    static let longest = 2000, longestFlow = 300, mostFlows = 200
}

/// With the day from which it holds, who recorded it, and how long its parts have been laid down.
struct RecordedPractice: Equatable, Codable, Sendable {
    var practice: UnitPractice
    var on: Day
    var by: Actor
    /// Since when something is laid down of deciding and consent, be it in other words.
    private(set) var decidesSince: Day?
    /// Since when it is known what it passes on.
    private(set) var passesSince: Day?
    /// Since when it informs whom, in the order of its flows.
    private(set) var flowsSince: [Day]

    init(_ practice: UnitPractice, _ stamp: Stamp, after before: RecordedPractice?) {
        self.practice = practice
        on = stamp.on
        by = stamp.by
        decidesSince = practice.speaksOfDeciding ? before?.decidesSince ?? stamp.on : nil
        passesSince = practice.isFlowKnown ? before?.passesSince ?? stamp.on : nil
        flowsSince = practice.flows.map { before?.since($0.to) ?? stamp.on }
    }

    /// Since when it informs a unit; `nil` where it does not.
    func since(_ unit: ID<Unit>) -> Day? { zip(practice.flows, flowsSince).first { $0.0.to == unit }?.1 }
}

extension UnitPractice {
    var isEmpty: Bool { !speaksOfDeciding && !isFlowKnown }
    var speaksOfDeciding: Bool { !decidesOn.isEmpty || !asksOn.isEmpty || !asks.isEmpty }
    /// Whether it is known what it passes on: something, or, as was said, nothing.
    var isFlowKnown: Bool { !flows.isEmpty || passesNothing == true }

    /// The same in the order that it is kept in.
    var inOrder: UnitPractice {
        var sorted = self
        sorted.asks.sort { $0.order < $1.order }
        sorted.flows.sort { $0.to < $1.to }
        if passesNothing != true || !flows.isEmpty { sorted.passesNothing = nil }
        return sorted
    }
}

extension Unit.Superior {
    /// As forms and programs name it.
    var text: String {
        switch self {
        case .unit(let id): "unit:\(id)"
        case .body(let id): "body:\(id)"
        }
    }

    init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "unit": if let id = ID<Unit>(parts[1]) { self = .unit(id) } else { return nil }
        case "body": if let id = ID<Body>(parts[1]) { self = .body(id) } else { return nil }
        default: return nil
        }
    }

    fileprivate var order: (Int, String) {
        switch self {
        case .unit(let id): (0, id.text)
        case .body(let id): (1, id.text)
        }
    }

    var isUnit: Bool { if case .unit = self { true } else { false } }

    func isThere(in register: Register) -> Bool {
        switch self {
        case .unit(let id): register.units[id] != nil
        case .body(let id): register.bodies[id] != nil
        }
    }
}
