import Accounts
import GRDB
import Journal

extension SQLiteStore {
    /// What came in with an organisation.
    package struct TakenIn: Equatable, Sendable {
        package var events: Int
        package var head: Head
        /// Accounts left out because their address belongs to another account here.
        package var leftOut: [String]
    }

    /// Brings one organisation in from another store whose journals were verified: all of it where it is absent, what follows where the
    /// journal here is the beginning of the one there. In one transaction: all or nothing.
    ///
    /// - Throws: `BackupRefusal` with the position where the two part.
    package func takeIn(_ organisation: OrganisationID, from archive: SQLiteStore, accounts: Set<ID<Actor>>) async throws -> TakenIn {
        defer {
            changes.next()
            renamings.next()
        }
        let taken = try await archive.pool.read { from in
            try self.pool.write { into in
                self.receipts.forget()
                guard let end = try SQLiteStore.head(of: organisation, from) else { throw BackupRefusal.absent(organisation.text) }
                let present = try SQLiteStore.head(of: organisation, into)?.position ?? 0
                let common = try SQLiteStore.common(organisation, upTo: min(present, end.position), from, into)
                if common < min(present, end.position) { throw BackupRefusal.parts(position: common + 1) }
                if present > end.position { throw BackupRefusal.goesOn(after: end.position) }
                let events = try JournalRows.copy(organisation, after: present, from: from, into: into)
                let leftOut = try JournalRows.copyAccounts(accounts, from: from, into: into)
                return TakenIn(events: events, head: end, leftOut: leftOut)
            }
        }
        try await receipts.fill()
        return taken
    }

    /// The last position up to which two journals are one: as each hash covers all before it, halving finds it.
    private static func common(_ organisation: OrganisationID, upTo end: Int, _ one: Database, _ other: Database) throws -> Int {
        func isSame(_ position: Int) throws -> Bool {
            let hashes = try [one, other].map {
                try Row.fetchOne(
                    $0, sql: "SELECT hash FROM event WHERE organisation = ? AND position = ?", arguments: [organisation.text, position]
                )?.databaseValues.first
            }
            return hashes[0] == hashes[1]
        }
        var low = 0, high = end
        while low < high {
            let middle = high - (high - low) / 2
            if try isSame(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
