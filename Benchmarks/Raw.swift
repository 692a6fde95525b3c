import Foundation
import GRDB

/// The very rows that a journal has written, put by hand into the same tables of a bare SQLite file with the same promise: on disk when it answers.
struct Raw {
    private struct Statement {
        var sql: String
        var rows: [[DatabaseValue]]
    }

    private let tables: [String]
    private let statements: [Statement]
    private let count: Int

    /// - Parameter path: a file of ours, closed.
    init(rowsOf path: String) throws {
        let names = ["event", "words", "command"]
        let file = try DatabaseQueue(path: path)
        (tables, statements) = try file.read { database in
            let marks = "(\(names.map { "'\($0)'" }.joined(separator: ",")))"
            let tables = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE tbl_name IN \(marks) AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC")
            let statements = try names.map { name in
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(name) ORDER BY \(name == "command" ? "first" : "position")").map { Array($0.databaseValues) }
                return Statement(sql: "INSERT INTO \(name) VALUES (\(Array(repeating: "?", count: rows.first?.count ?? 0).joined(separator: ",")))", rows: rows)
            }
            return (tables, statements)
        }
        count = statements[0].rows.count
        guard statements.allSatisfy({ $0.rows.count == count }) else { throw Wrong() }
    }

    /// - Parameter batch: how many of the commands are one transaction.
    func insert(batch: Int) throws -> Duration {
        let folder = try Folder(), database = try DatabaseQueue(path: folder.file("bare.sqlite"))
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            for table in tables { try database.execute(sql: table) }
        }
        return try ContinuousClock().measure {
            for start in stride(from: 0, to: count, by: batch) {
                try database.write { database in
                    for number in start..<min(start + batch, count) {
                        for statement in statements { try database.cachedStatement(sql: statement.sql).execute(arguments: StatementArguments(statement.rows[number])) }
                    }
                }
            }
        }
    }
}
