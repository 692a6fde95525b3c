import Foundation
import Methods
import TestKit
import Testing

@testable import Journal

/// What is acknowledged is there, once, in order and verifiable, whatever fails. `make soak` runs many more seeds.
@Suite struct SimulationTests {
    static let seeds = Int(ProcessInfo.processInfo.environment["SOAK"] ?? "") ?? 200

    @Test func nothingAcknowledgedIsLostNorAnythingCountedTwice() async throws {
        var crashes = 0
        try await withThrowingTaskGroup(of: Int.self) { group in
            for seed in 0..<SimulationTests.seeds {
                // However many there are, the memory holds a few.
                if seed >= 16 { crashes += try await group.next() ?? 0 }
                group.addTask {
                    let simulation = Simulation(seed: UInt64(seed))
                    do { try await simulation.run(commands: 150) } catch { throw Simulation.Unexpected("seed \(seed): \(error)") }
                    return simulation.crashes
                }
            }
            for try await count in group { crashes += count }
        }
        #expect(crashes > SimulationTests.seeds, "a simulation in which nothing fails proves nothing")
    }

    /// SQLite's way: a story of sixty commands, told again and again, each time with the next call of the store failing, until none is left.
    @Test(arguments: [FaultyStore.Fate.before, .after]) func everyCallOfTheStoreMayFail(_ fate: FaultyStore.Fate) async throws {
        var failing = 1, isFired = true
        while isFired, failing < 2_000 {
            isFired = try await Story60(fate, at: failing).run()
            failing += 1
        }
        #expect(!isFired, "sixty commands call the store more than \(failing) times")
        #expect(failing > 60)
    }
}

/// Sixty commands one after the other, one of whose calls fails; whoever is left without an answer starts anew and asks again.
private struct Story60 {
    let fate: FaultyStore.Fate
    let failing: Int

    init(_ fate: FaultyStore.Fate, at failing: Int) { (self.fate, self.failing) = (fate, failing) }

    /// - Returns: whether the call that was to fail came at all.
    func run() async throws -> Bool {
        let (fate, failing) = (fate, failing), store = FaultyStore { call, _ in call == failing ? fate : .fine }, clock = TestClock()
        var history = History(seed: 60), facts: [Fact] = [], journal: Journal?
        for number in 0..<60 {
            if number % 7 == 0 { clock.wait(seconds: 86_400) }
            let fact = history.next(today: clock.now.day)
            facts.append(fact)
            for _ in 0..<3 {
                do {
                    let open = if let journal { journal } else { try await openJournal(store, clock) }
                    journal = open
                    let receipt = try await open.record(command("story-\(number)")) { _ in [fact.proposal] }
                    guard receipt.positions == fact.position..<fact.position + 1 else { throw Simulation.Unexpected("call \(failing): \(fact.position) became \(receipt.positions)") }
                    if number % 20 == 19 { try await open.keepSnapshots() }
                    break
                } catch is FaultyStore.Failure {
                    await store.start()
                    journal = nil
                }
            }
        }
        await store.start()
        let memory = store.memory, fresh = try await openJournal(memory, clock), verification = try await memory.verify(ID("port"))
        guard verification.fault == nil, verification.entries == 60 else { throw Simulation.Unexpected("call \(failing): \(verification)") }
        guard Picture.of(fresh.standing) == Picture.of(facts, asOf: clock.now.day) else { throw Simulation.Unexpected("call \(failing): the state differs") }
        return await store.calls >= failing
    }
}
