import Journal

/// A small chapter in which the order of events shows: berths of a harbour, what lies at them, and how it got there.
struct Ledger: Chapter, Equatable {
    static let name = "ledger"
    static let stateVersion = 3

    enum Event: Codable, Equatable, Sendable {
        case opened(berth: String, note: Prose)
        case moored(berth: String, ship: Int)
        case renamed(berth: String, note: Prose)
        case closed(berth: String)
    }

    struct Berth: Codable, Equatable {
        var note: Prose
        var ships: [Int] = []
        var since: Day
    }

    private(set) var berths: [String: Berth] = [:]
    private(set) var refusedShips = 0
    private(set) var last = 0

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        last = stamp.position
        switch event {
        case .opened(let berth, let note):
            if berths[berth] == nil { berths[berth] = Berth(note: note, since: stamp.on) }
        case .moored(let berth, let ship):
            if berths[berth] == nil { refusedShips += 1 }
            berths[berth]?.ships.append(ship)
        case .renamed(let berth, let note): berths[berth]?.note = note
        case .closed(let berth): berths[berth] = nil
        }
    }
}

/// A chapter whose events may come in any order: a sum.
struct Tolls: Chapter, Equatable {
    static let name = "tolls"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable { case paid(Int) }

    private(set) var sum = 0

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .paid(let amount): sum += amount
        }
    }

    static func commutes(_ event: Event) -> Bool { true }
}
