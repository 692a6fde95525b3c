import ArgumentParser
import Foundation
import Journal
import Stores

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify the journals.",
        discussion: """
            Reads every stored byte, recomputes every hash and every commitment, and names the first position where something is
            wrong. Ends with status 1 where anything is. Compare the printed heads with those you kept: a journal cut off at its
            end verifies in itself and has another head.
            """)

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let store = try database.openForReading(evenIfDamaged: true)
        defer { try? store.close() }
        let problems = try await store.integrityProblems()
        for problem in problems { print("the database file is damaged: \(problem)") }
        var isWhole = problems.isEmpty
        for id in try await store.organisations() {
            let found = try await store.verify(id)
            if let fault = found.fault {
                isWhole = false
                print("\(id)\tFAULT at position \(fault.position): \(fault.fault.rawValue)")
            } else {
                print("\(id)\twhole: \(found.entries) events, \(found.erased) with erased words, head \(found.head)")
            }
        }
        if !isWhole { throw ExitCode(1) }
    }
}
