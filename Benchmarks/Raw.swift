import Foundation
import GRDB

/// Rows of the same size in a bare SQLite database with the same promise: on disk when it answers.
struct Raw {
    func insert(_ count: Int, inOneTransaction: Bool) throws -> Duration {
        let folder = try Folder(), database = try DatabaseQueue(path: folder.file("bare.sqlite"))
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "CREATE TABLE remark (number INTEGER PRIMARY KEY, content BLOB NOT NULL)")
        }
        return try ContinuousClock().measure {
            if inOneTransaction {
                try database.write { database in for number in 0..<count { try insert(number, into: database) } }
            } else {
                for number in 0..<count { try database.write { try insert(number, into: $0) } }
            }
        }
    }

    private func insert(_ number: Int, into database: Database) throws {
        try database.execute(sql: "INSERT INTO remark VALUES (?, ?)", arguments: [number, Data("\(number): \(Remarks.text)".utf8)])
    }
}
