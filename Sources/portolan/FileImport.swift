import DataExchange
import Foundation
import Journal
import Organisation
import Pages

/// One file through one door, outside the browser.
struct FileImport {
    let door: any Importing
    let fileName: String
    let bytes: [UInt8]

    func dryRun(in organisation: Organisation) throws -> ImportResult { try door.read(bytes, into: organisation, today: organisation.day) }

    /// Records what the file brings with the report of it; a file that brings nothing records nothing.
    @discardableResult
    func record(in journal: Journal, by actor: Actor) async throws -> Receipt {
        let (door, fileName, bytes) = (door, fileName, bytes)
        return try await journal.record(Command(by: actor, key: UUID().uuidString.lowercased(), content: Data(bytes))) { organisation in
            let result = try door.read(bytes, into: organisation, today: organisation.day)
            guard !result.proposals.isEmpty else { return [] }
            var generator = SystemRandomNumberGenerator()
            return result.proposals + [importReport(kind: door.name, fileName: fileName, result, id: ID<Never>.random(using: &generator).text)]
        }
    }
}
