import Journal
import Methods

/// What happened, told without the journal: a list to sort, and a switch.
struct Fact: Sendable {
    enum Kind: Sendable { case open(String), moor(Int), rename(String), shut, toll(Int) }

    var position: Int
    var known: Day
    var holds: Day
    var berth: String
    var kind: Kind

    var proposal: Proposal {
        switch kind {
        case .open(let note): Proposal(Ledger.self, .opened(berth: berth, note: Prose(note)), on: holds)
        case .moor(let ship): Proposal(Ledger.self, .moored(berth: berth, ship: ship), on: holds)
        case .rename(let note): Proposal(Ledger.self, .renamed(berth: berth, note: Prose(note)), on: holds)
        case .shut: Proposal(Ledger.self, .closed(berth: berth), on: holds)
        case .toll(let amount): Proposal(Tolls.self, .paid(amount), on: holds)
        }
    }
}

/// The state as a page of text, from the chapters or from the plain list.
enum Picture {
    static func of(_ organisation: Organisation) -> [String] {
        let ledger = organisation[Ledger.self]
        let berths = ledger.berths.map { "\($0): \($1.note.text ?? "erased") since \($1.since) \($1.ships)" }
        return ["refused \(ledger.refusedShips), last \(ledger.last), tolls \(organisation[Tolls.self].sum)"] + berths.sorted()
    }

    /// Independent of `Page`, `Organisation` and the chapters: sorts, and goes through.
    static func of(_ facts: [Fact], asOf day: Day, knownOn: Day = .end) -> [String] {
        let inForce = facts.filter { $0.holds <= day && $0.known <= knownOn }.sorted { a, b in
            a.holds == b.holds ? a.position < b.position : a.holds < b.holds
        }
        var names: [String: String] = [:], since: [String: Day] = [:], ships: [String: [Int]] = [:], refused = 0, tolls = 0, last = 0
        for fact in inForce {
            if case .toll(let amount) = fact.kind {
                tolls += amount
                continue
            }
            last = fact.position
            let exists = names[fact.berth] != nil
            switch (fact.kind, exists) {
            case (.open(let note), false): (names[fact.berth], since[fact.berth], ships[fact.berth]) = (note, fact.holds, [])
            case (.moor(let ship), true): ships[fact.berth]?.append(ship)
            case (.moor, false): refused += 1
            case (.rename(let note), true): names[fact.berth] = note
            case (.shut, true): names[fact.berth] = nil
            default: break
            }
        }
        let berths = names.map { "\($0): \($1) since \(since[$0] ?? .beginning) \(ships[$0] ?? [])" }
        return ["refused \(refused), last \(last), tolls \(tolls)"] + berths.sorted()
    }
}

/// A seeded history: 50 days, about a fifth of the facts back-dated, some announced for a later day.
struct History {
    private var random: SeededGenerator
    private(set) var facts: [Fact] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func next(today: Day) -> Fact {
        let number = facts.count + 1, dice = Int.random(in: 0..<100, using: &random)
        let holds: Day =
            switch dice {
            case ..<20: today.adding(days: -Int.random(in: 1...60, using: &random))
            case ..<28: today.adding(days: Int.random(in: 1...20, using: &random))
            default: today
            }
        let kind: Fact.Kind =
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: .open("opened \(number)")
            case 2...4: .moor(number)
            case 5: .rename("renamed \(number)")
            case 6: .shut
            default: .toll(number % 17)
            }
        let berth = "berth\(Int.random(in: 0..<12, using: &random))"
        facts.append(Fact(position: number, known: today, holds: holds, berth: berth, kind: kind))
        return facts[number - 1]
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
