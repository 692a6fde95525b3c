@testable import Server

/// The page that is published: docs/security/permissions.md.
struct PermissionTable {
    var rooms: [Matrix.Row]
    var own: [Matrix.Row]
    var programs: [Matrix.Row]

    var text: String {
        """
        # Who may what

        Written by `make golden` from the answers of the program itself, and held against them by every run of the tests. Asked is an invented
        guild with a public face, two of everything, and something in every state; roles that can be limited are limited to the first of their
        kind: *own* is that one, *other* is the second. What is another's and what is not there are answered alike, to the byte and to the number
        of questions to the database: that is held against each ○ below, and against each × of those who come through the door of an address.

        ● answered, or decided · → led to sign in, or asked for a token · × refused · ○ as if it were not there

        ## In an organisation

        Addresses stand below the organisation's own.

        \(table(rooms))
        ## The server's own addresses

        \(table(own))
        ## The API

        Addresses stand below `/api/v1`; each but the stranger sends a token of the widest scope. A token that may only report opens POST, PUT and
        DELETE of values alone, one that may only read opens GET.

        \(table(programs))
        """
    }

    private func table(_ rows: [Matrix.Row]) -> String {
        let people = Persona.all.map(\.name)
        let head = "| | address | of |\(people.map { " \($0) |" }.joined())\n| --- | --- | --- |\(people.map { _ in " --- |" }.joined())\n"
        return rows.reduce(into: head) { text, row in
            text += "| \(row.method) | `/\(row.address)` | \(row.of) |\(row.cells.map { " \($0.rawValue) |" }.joined())\n"
        }
    }
}
