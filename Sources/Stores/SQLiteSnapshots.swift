import Foundation
import GRDB
import Journal

extension SQLiteStore {
    package func snapshots(of organisation: OrganisationID) async throws -> [Snapshot] {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM snapshot WHERE organisation = ?", arguments: [organisation.text]).compactMap { row in
                guard let day = Day(row["day"] as String), let latest = Day(row["latest"] as String) else { return nil }
                return Snapshot(
                    chapter: row["chapter"], version: row["version"], position: row["position"], day: day, latest: latest,
                    waiting: (row["waiting"] as String).split(separator: ",").compactMap { Int($0) }, state: row["state"])
            }
        }
    }

    package func keep(_ snapshots: [Snapshot], of organisation: OrganisationID) async throws {
        try await pool.write { database in
            try database.execute(sql: "DELETE FROM snapshot WHERE organisation = ?", arguments: [organisation.text])
            // One that is too long for a row is left out: its chapter is folded from its events.
            for snapshot in snapshots where snapshot.state.count < Setting.longest - 4096 {
                try database.execute(
                    sql: "INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        organisation.text, snapshot.chapter, snapshot.version, snapshot.position, "\(snapshot.day)", "\(snapshot.latest)",
                        snapshot.waiting.map(String.init).joined(separator: ","), snapshot.state,
                    ])
            }
        }
    }
}
