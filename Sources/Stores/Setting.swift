import CSQLite
import GRDB

/// One setting that durability or integrity rests on, as it reads back.
struct Setting {
    private enum Kind { case pragma, defensive, length }

    let name: String
    let value: String
    private let kind: Kind

    private init(_ name: String, _ value: String, _ kind: Kind = .pragma) { (self.name, self.value, self.kind) = (name, value, kind) }

    /// Of every connection, set when it opens.
    static let ofConnections = [
        Setting("foreign_keys", "1"), Setting("trusted_schema", "0"), Setting("cell_size_check", "1"), Setting("recursive_triggers", "1"),
        Setting("secure_delete", "1"), Setting("defensive", "1", .defensive), Setting("length", "\(longest)", .length),
    ]
    /// Of the one that writes, after GRDB has switched it to the write-ahead log. (Readers wait longer: GRDB gives them 10 seconds.)
    static let ofWriter = [Setting("journal_mode", "wal"), Setting("synchronous", "2"), Setting("busy_timeout", "5000")]

    /// Of a text, a blob or a row: nothing that is kept here comes near it, and nothing longer gets in.
    static let longest = 16 << 20

    static func apply(to database: Database) throws {
        for setting in ofConnections.dropFirst() { try setting.apply(to: database) }
        guard portolan_sqlite_add_holds(database.sqliteConnection) == 1 else { throw StoreRefusal.setting("holds", found: "0") }
    }

    private func apply(to database: Database) throws {
        switch kind {
        case .pragma: try database.execute(sql: "PRAGMA \(name) = \(value)")
        case .defensive: _ = portolan_sqlite_defend(database.sqliteConnection)
        case .length: _ = portolan_sqlite_limit_length(database.sqliteConnection, Int32(Setting.longest))
        }
    }

    static func check(_ settings: [Setting], found: (Setting) throws -> String) throws {
        for setting in settings {
            let found = try found(setting)
            guard found == setting.value else { throw StoreRefusal.setting(setting.name, found: found) }
        }
    }

    func found(in database: Database) throws -> String {
        switch kind {
        case .pragma: try pragma(in: database)
        case .defensive: String(portolan_sqlite_is_defended(database.sqliteConnection))
        case .length: String(portolan_sqlite_limit_length(database.sqliteConnection, -1))
        }
    }

    private func pragma(in database: Database) throws -> String {
        switch try Row.fetchOne(database, sql: "PRAGMA \(name)").map({ ($0[0] as DatabaseValue).storage }) {
        case .int64(let number): String(number)
        case .string(let text): text
        default: "?"
        }
    }
}
