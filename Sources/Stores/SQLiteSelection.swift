import Foundation
import GRDB
import Journal

/// A selection in SQL. Records and structures are canonical JSON: what is sought stands in them as these very bytes, so that SQLite can look
/// for it without reading them as JSON, and nothing but the position and the chapter need an index.
extension EntrySelection {
    /// Everything but between which positions.
    var conditions: (sql: String, arguments: StatementArguments) {
        var sql = "", arguments: StatementArguments = []
        func add(_ condition: String, _ values: StatementArguments) {
            sql += " AND \(condition)"
            arguments += values
        }
        if let chapter { add("chapter = ?", [chapter]) }
        // Before anything that looks into it: SQLite knows how long it is without reading it.
        if !passing.isEmpty {
            let marks = passing.map { _ in "?" }.joined(separator: ", ")
            add("(length(structure) < \(EntrySelection.table) OR chapter NOT IN (\(marks)))", StatementArguments(passing))
        }
        if let events {
            let each = events.map { _ in "holds(record, ?)" }.joined(separator: " OR ")
            add(events.isEmpty ? "0" : "(\(each))", StatementArguments(events.map { member("event", $0) }))
        }
        if let actor { add("holds(record, ?)", [member("actor", actor.text)]) }
        if let exceptActor { add("NOT holds(record, ?)", [member("actor", exceptActor.text)]) }
        if let naming { add("holds(structure, ?)", [Data("\"\(naming)\"".utf8)]) }
        if let from { add("\(day("at")) >= ?", [Data("\(from)".utf8)]) }
        if let until { add("\(day("at")) <= ?", [Data("\(until)".utf8)]) }
        if let holdingBy { add("\(day("on")) <= ?", [Data("\(holdingBy)".utf8)]) }
        return (sql, arguments)
    }

    private func member(_ name: String, _ value: String) -> Data { Data("\"\(name)\":\"\(value)\"".utf8) }

    /// The first ten bytes of a member of the record. Days are written so that their bytes are in their order.
    private func day(_ name: String) -> String {
        let mark = "\"\(name)\":\""
        return "substr(record, instr(record, CAST('\(mark)' AS BLOB)) + \(mark.utf8.count), 10)"
    }
}
