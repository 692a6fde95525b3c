import Foundation
import Methods
import TestKit

@testable import Journal

/// People who send commands to a journal whose disk fails, whose process is killed, and whose clock jumps. The same for the same seed.
///
/// After every start, and at the end, what the journal says is held against what its senders know (`Simulation.check`).
final class Simulation {
    private var chance: SeededGenerator
    private var history: History
    private let store = FaultyStore()
    private let clock = TestClock()
    private var journal: Journal?
    private(set) var sent: [Sent] = []
    private(set) var crashes = 0
    private var contradiction: String?
    private let risk: Int

    /// - Parameter risk: of a thousand calls of the store, how many fail.
    init(seed: UInt64, risk: Int = 12) {
        chance = SeededGenerator(seed: seed)
        history = History(seed: seed)
        self.risk = risk
    }

    func run(commands: Int) async throws {
        try await start()
        for _ in 0..<commands { try await step() }
        await store.start()
        journal = nil
        try await settle()
        try await check()
    }

    private func step() async throws {
        switch roll(100) {
        case ..<55: await send(.facts((0...roll(3)).map { _ in history.next(today: clock.now.day) }))
        case ..<70: await sendAgain()
        case ..<75: try await sendAnotherUnderTheSameKey()
        case ..<80: await forget()
        case ..<84: try? await journal?.keepSnapshots()
        case ..<90: clock.wait(seconds: roll(3 * 86_400))
        case ..<93: clock.wait(seconds: -roll(3600))
        default: journal = nil
        }
        // What could not be kept ends the process; somebody starts it again.
        if await store.isDown { journal = nil }
        if journal == nil {
            crashes += 1
            try await start()
            try await check()
        }
    }

    private func start() async throws {
        await store.start()
        journal = try await openJournal(store, clock)
        let seed = chance.next(), risk = risk
        await store.start { call, isWrite in
            var dice = SeededGenerator(seed: seed &+ UInt64(call))
            guard Int(dice.next() % 1000) < risk else { return .fine }
            return isWrite && dice.next() % 2 == 0 ? .after : .before
        }
    }

    // MARK: What people do

    private func send(_ wish: Sent.Wish) async {
        sent.append(Sent(key: "command-\(sent.count)", wish: wish))
        await send(number: sent.count - 1)
    }

    private func send(number: Int) async {
        guard let journal else { return }
        let one = sent[number]
        do {
            let receipt: Receipt
            switch one.wish {
            case .facts(let facts): receipt = try await journal.record(one.command) { _ in facts.map(\.proposal) }
            case .forget(let positions): receipt = try await journal.eraseWords(at: positions, because: "Asked for", one.command)
            }
            if let known = one.receipt, known.positions != receipt.positions || !receipt.repeated { contradiction = "\(one.key) was answered in two ways" }
            sent[number].receipt = receipt
        } catch {
            // Nobody knows what became of it.
        }
    }

    /// Somebody did not see the answer, or pressed twice.
    private func sendAgain() async { if !sent.isEmpty { await send(number: roll(sent.count)) } }

    private func sendAnotherUnderTheSameKey() async throws {
        guard let journal, let known = sent.filter({ $0.receipt != nil }).randomElement(using: &chance) else { return }
        do {
            _ = try await journal.record(command(known.key, "something else")) { _ in [Proposal(Tolls.self, .paid(1))] }
            throw Unexpected("\(known.key) was recorded with another content")
        } catch is KeyReused {} catch is FaultyStore.Failure {} catch is CommitterStopped {}
    }

    private func forget() async {
        let known = sent.compactMap(\.receipt).flatMap { Array($0.positions) }
        guard !known.isEmpty else { return }
        await send(.forget((0..<3).map { _ in known[roll(known.count)] }))
    }

    func roll(_ sides: Int) -> Int { Int(chance.next() % UInt64(sides)) }

    struct Unexpected: Error { let what: String; init(_ what: String) { self.what = what } }
}

extension Simulation {
    /// Everybody asks again for whatever they do not know, on a machine that works.
    func settle() async throws {
        journal = try await openJournal(store, clock)
        for number in sent.indices where sent[number].receipt == nil { await send(number: number) }
        guard sent.allSatisfy({ $0.receipt != nil }) else { throw Unexpected("something is still unknown on a machine that works") }
    }

    /// The promises, held against what the senders know.
    func check() async throws {
        if let contradiction { throw Unexpected(contradiction) }
        let memory = store.memory, id: OrganisationID = ID("port")
        // What nobody was told of may have been kept, or not; the journal says which.
        var kept: [(receipt: Receipt, wish: Sent.Wish)] = []
        for one in sent {
            let found = await memory.receipt(for: one.command.key, in: id)
            if let known = one.receipt {
                guard found?.receipt.positions == known.positions, found?.receipt.hash == known.hash else { throw Unexpected("\(one.key) was acknowledged and is gone") }
            }
            if let found { kept.append((found.receipt, one.wish)) }
        }
        kept.removeAll { $0.receipt.positions.isEmpty }
        kept.sort { $0.receipt.positions.lowerBound < $1.receipt.positions.lowerBound }
        // Every event once, and nothing besides: the positions of all receipts, one after the other, are all there are.
        var next = 1
        for one in kept {
            guard one.receipt.positions.lowerBound == next else { throw Unexpected("position \(next) belongs to nobody, or to two") }
            next = one.receipt.positions.upperBound
        }
        let verification = try await memory.verify(id)
        guard verification.fault == nil, verification.entries == next - 1 else { throw Unexpected("the chain does not verify: \(verification)") }
        try compare(try await openJournal(memory, clock), with: facts(of: kept), at: next)
    }

    private func compare(_ fresh: Journal, with facts: [Fact], at next: Int) throws {
        let today = clock.now.day, expected = Picture.of(facts, asOf: today)
        guard Picture.of(fresh.standing) == expected else { throw Unexpected("the state is not what was recorded:\n\(Picture.of(fresh.standing))\n\(expected)") }
        if let journal, journal.standing.position == next - 1 {
            guard Picture.of(journal.standing) == expected else { throw Unexpected("who serves and who starts anew see different things") }
        }
    }

    /// The facts as they stand in the journal, words forgotten where somebody asked for it.
    private func facts(of kept: [(receipt: Receipt, wish: Sent.Wish)]) -> [Fact] {
        let forgotten = Set(kept.flatMap { one -> [Int] in if case .forget(let positions) = one.wish { positions } else { [] } })
        return kept.flatMap { one -> [Fact] in
            guard case .facts(let facts) = one.wish else { return [] }
            return zip(one.receipt.positions, facts).map { position, fact in
                var fact = fact
                fact.position = position
                fact.known = one.receipt.at.day
                if forgotten.contains(position) {
                    switch fact.kind {
                    case .open: fact.kind = .open("erased")
                    case .rename: fact.kind = .rename("erased")
                    case .moor, .shut, .toll: break
                    }
                }
                return fact
            }
        }
    }
}
