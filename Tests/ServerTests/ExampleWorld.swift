import Accounts
import Examples
import Exchange
import Features
import Foundation
import Journal
import Organisation
import Pages
import Synchronization
import TestKit

@testable import Server

/// Both examples with their people and the values of the WCO, recorded once for all tests of a run.
enum ExampleWorld {
    /// For those who only read: one for all of them, as it stands on the day of the tests.
    static func shared() async throws -> TestServer { try await built.value.shared }

    /// For those who record: one of their own, which begins with the same.
    static func copy() async throws -> TestServer {
        let (frozen, shared) = try await built.value
        return try TestServer(features, house: shared.site.house, after: frozen, allowances: Allowances.unlimited)
    }

    private static let built = Task { () throws -> (frozen: TestServer, shared: TestServer) in
        let frozen = try TestServer(features)
        for example in try exampleOrganisations(today: .testDay, seed: 2026) {
            for account in example.accounts { try await frozen.site.signIn.store.keep(account) }
            for batch in example.batches { try await frozen.given(batch.proposals, in: example.id) }
            for feature in frozen.site.house.features {
                let standing = try await frozen.site.journals.journal(example.id).standing
                for telling in try feature.story(of: standing, today: .testDay, seed: 2026, in: frozen.site.house) { try await frozen.given(telling.proposals, in: example.id) }
            }
        }
        let wco = try await frozen.site.journals.journal(ID("wco")).standing
        if let values = frozen.site.house.imports.first(where: { $0.name == "values" }) {
            try await frozen.given(try values.read(try wcoValuesFile(), into: wco, today: .testDay).proposals, in: ID("wco"))
        }
        try frozen.freeze()
        let shared = try TestServer(features, house: frozen.site.house, after: frozen, allowances: Allowances.unlimited)
        // Whatever lives as long as the program would leave its files behind.
        for server in [frozen, shared] { ExampleWorld.folders.withLock { $0.append(server.folder) } }
        atexit { ExampleWorld.folders.withLock { for folder in $0 { try? FileManager.default.removeItem(at: folder) } } }
        return (frozen, shared)
    }

    private static let folders = Mutex<[URL]>([])
}
