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
            let journal = try await workshop.journals.journal(example.id)
            if try await !isMade(example) {
                say("Making the example organisation \(example.id) …")
                for account in example.accounts { try await workshop.signIn.store.keep(account) }
                for (number, batch) in example.batches.enumerated() {
                    _ = try await journal.record(command(number, of: example)) { _ in batch.proposals }
                }
                if example.id == ID("wco") { try await importScores(into: journal) }
            }
            try await tell(in: journal)
        }
        try await workshop.journals.keepSnapshots()
    }

    /// What the features tell of it, one after the other.
    private func tell(in journal: Journal) async throws {
        for feature in workshop.house.features {
            let name = ExampleBuilder.name(of: feature)
            if try await isTold(name, in: journal.id) { continue }
            let tellings = try feature.story(of: journal.standing, today: journal.standing.day, seed: 2026, in: workshop.house)
            for (number, telling) in tellings.enumerated() {
                // The last is recorded under the feature's own name, by which it is known that all is there.
                let key = number == tellings.count - 1 ? name : "\(name)-\(number)"
                _ = try await journal.record(command(key, by: telling.actor)) { _ in telling.proposals }
            }
        }
    }

    /// The first feature that told anything had no name in it: what it told of older databases is not told again.
    private static func name(of feature: Feature) -> String { feature.name == "Survey" ? "example-told" : "example-told-\(feature.name.lowercased())" }

    private func isTold(_ name: String, in id: OrganisationID) async throws -> Bool {
        try await workshop.store.receipt(for: command(name, by: .system).key, in: id) != nil
    }

    private func command(_ name: String, by actor: Actor) -> Command { Command(by: actor, key: name, content: Data(name.utf8)) }

    private func command(_ number: Int, of example: ExampleOrganisation) -> Command {
        Command(by: example.batches[number].actor, key: "example-\(number)", content: Data("\(number)".utf8))
    }

    /// Whether all that the features know nothing of is there: the making may have been interrupted, and is then gone on with.
    private func isMade(_ example: ExampleOrganisation) async throws -> Bool {
        guard let last = example.batches.indices.last else { return true }
        return try await workshop.store.receipt(for: command(last, of: example).key, in: example.id) != nil
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
