import Accounts
import Examples
import Foundation
import Journal
import Organisation
import Pages
import Stores

/// Records the example organisations once, through the same doors as everybody.
struct ExampleBuilder {
    private let workshop: Workshop

    init(_ workshop: Workshop) { self.workshop = workshop }

    func build(say: (String) -> Void) async throws {
        for example in try exampleOrganisations(today: workshop.journals.moment.day, seed: 2026) {
            if try await isMade(example) { continue }
            say("Making the example organisation \(example.id) …")
            for account in example.accounts { try await workshop.signIn.store.keep(account) }
            let journal = try await workshop.journals.journal(example.id)
            for (number, batch) in example.batches.enumerated() {
                _ = try await journal.record(command(number, of: example)) { _ in batch.proposals }
            }
            if example.id == ID("wco") { try await importScores(into: journal) }
            try await tell(in: journal)
        }
        try await workshop.journals.keepSnapshots()
    }

    /// What the features tell of it. The last of all is recorded under a name of its own, by which it is known that all is there.
    private func tell(in journal: Journal) async throws {
        let all = try workshop.house.examples(of: journal.standing, today: journal.standing.day, seed: 2026).flatMap(\.tellings)
        for (number, telling) in all.enumerated() {
            let name = number == all.count - 1 ? ExampleBuilder.last : "example-told-\(number)"
            _ = try await journal.record(command(name, by: telling.actor)) { _ in telling.proposals }
        }
    }

    private static let last = "example-told"

    private func command(_ name: String, by actor: Actor) -> Command { Command(by: actor, key: name, content: Data(name.utf8)) }

    private func command(_ number: Int, of example: ExampleOrganisation) -> Command {
        Command(by: example.batches[number].actor, key: "example-\(number)", content: Data("\(number)".utf8))
    }

    /// Whether all of it is there: the making may have been interrupted, and is then gone on with.
    private func isMade(_ example: ExampleOrganisation) async throws -> Bool {
        guard let last = example.batches.indices.last else { return true }
        guard try await workshop.store.receipt(for: command(last, of: example).key, in: example.id) != nil else { return false }
        let standing = try await workshop.journals.journal(example.id).standing
        guard standing[Register.self].profile?.isInvented == true else { return true }
        return try await workshop.store.receipt(for: command(ExampleBuilder.last, by: .system).key, in: example.id) != nil
    }

    /// The World Bank's customs scores come in through the door for values, so that its report names who is not a Member.
    private func importScores(into journal: Journal) async throws {
        guard let door = workshop.house.imports.first(where: { $0.name == "values" }) else { return }
        try await FileImport(door: door, fileName: "wco-lpi-customs.csv", bytes: try wcoValuesFile()).record(in: journal, by: .system)
    }

    /// How to sign in as each of the cast.
    func signInLines() async throws -> [String] {
        var lines = ["Sign in with one click at /sign-in as one of the cast (invented people of the example organisations):"]
        for account in try await workshop.signIn.store.accounts() where account.isExample { lines.append("  \(account.name)") }
        return lines + [""]
    }
}
