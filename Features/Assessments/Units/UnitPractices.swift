import HashTreeCollections
import Journal
import Organisation

/// What is laid down of the units of the register: on what each decides, whom it must ask, to whom it passes what. To whom it answers the register says.
struct UnitPractices: Chapter {
    static let name = "unit-practices"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        /// All that is laid down of it.
        case unitDescribed(id: ID<Unit>, UnitPractice)
        case unitPracticeRemoved(id: ID<Unit>, because: Prose)
    }

    private(set) var records: TreeDictionary<ID<Unit>, RecordedPractice> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .unitDescribed(let id, let practice): records[id] = RecordedPractice(practice: practice, on: stamp.on, by: stamp.by)
        case .unitPracticeRemoved(let id, _): records[id] = nil
        }
    }
}

struct UnitPractice: Equatable, Codable, Sendable {
    /// What a unit passes on to another.
    struct Flow: Equatable, Codable, Sendable {
        var to: ID<Unit>
        var what: Localized
        /// Such as *weekly*, or *when a storm is near*.
        var often: Localized = .empty
    }

    /// What it decides alone.
    var decidesOn: Localized = .empty
    /// On what it must ask.
    var asksOn: Localized = .empty
    /// Whom it must ask: other units first, then bodies, each in the order of identifiers.
    var asks: [Unit.Superior] = []
    /// In the order of the units that are informed, each once.
    var flows: [Flow] = []

    static let longest = 2000, longestFlow = 300, mostFlows = 200
}

/// With the day from which it holds, and who recorded it.
struct RecordedPractice: Equatable, Codable, Sendable {
    var practice: UnitPractice
    var on: Day
    var by: Actor
}

extension UnitPractice {
    var isEmpty: Bool { decidesOn.isEmpty && asksOn.isEmpty && asks.isEmpty && flows.isEmpty }

    /// The same in the order that it is kept in.
    var inOrder: UnitPractice {
        var sorted = self
        sorted.asks.sort { $0.order < $1.order }
        sorted.flows.sort { $0.to < $1.to }
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

    func isThere(in register: Register) -> Bool {
        switch self {
        case .unit(let id): register.units[id] != nil
        case .body(let id): register.bodies[id] != nil
        }
    }
}
