import GRDB

/// One setting that durability or integrity rests on, as its pragma reads back.
struct Setting {
    let name: String
    let value: String

    private init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }

    /// Of every connection, set when it opens.
    static let ofConnections = [
        Setting("foreign_keys", "1"), Setting("trusted_schema", "0"), Setting("cell_size_check", "1"), Setting("recursive_triggers", "1"),
        Setting("secure_delete", "1"),
    ]
    /// Of the one that writes, after GRDB has switched it to the write-ahead log. (Readers wait longer: GRDB gives them 10 seconds.)
    static let ofWriter = [Setting("journal_mode", "wal"), Setting("synchronous", "2"), Setting("busy_timeout", "5000")]

    static func apply(to database: Database) throws {
        for setting in ofConnections.dropFirst() { try database.execute(sql: "PRAGMA \(setting.name) = \(setting.value)") }
    }

    static func check(_ settings: [Setting], found: (Setting) throws -> String) throws {
        for setting in settings {
            let found = try found(setting)
            guard found == setting.value else { throw StoreRefusal.setting(setting.name, found: found) }
        }
    }

    func found(in database: Database) throws -> String {
        switch try Row.fetchOne(database, sql: "PRAGMA \(name)").map({ ($0[0] as DatabaseValue).storage }) {
        case .int64(let number): String(number)
        case .string(let text): text
        default: "?"
        }
    }
}
