import HashTreeCollections
import Journal
import Organisation
import Pages

/// What others have said of how the organisation innovates: the three rows of the map as a table, the rest below it, each with its source.
struct StatementsPart {
    let visit: Visit
    /// Whether there is no strategy beside it.
    let isAlone: Bool

    private var say: Say { visit.say }
    private static let rows: [Statement.About] = [.degree, .locus, .source]

    @MarkupBuilder var markup: Markup {
        let all = visit.innovation.statementsInOrder, rows = all.filter { StatementsPart.rows.contains($0.statement.about) }, rest = all.filter { !StatementsPart.rows.contains($0.statement.about) }
        if !all.isEmpty {
            sheet(say("innovationstrategy.statements"), id: "statements") {
                p { say("innovationstrategy.statements-lede") }
                if !rows.isEmpty {
                    scrollingTable(say("innovationstrategy.table-one"), id: "table-one") {
                        headings([(say("innovationstrategy.axis"), false), (say("innovationstrategy.said"), false)])
                        tbody {
                            for (id, statement) in rows {
                                tr {
                                    th(.scope("row")) {
                                        say("innovationstrategy.about.\(statement.about.rawValue)"); " "; small { say("innovationstrategy.axis.\(statement.about.rawValue)-poles") }
                                    }
                                    td { said(id, statement) }
                                }
                            }
                        }
                    }
                }
                if !rest.isEmpty { facts(rest.map { (say("innovationstrategy.about.\($0.statement.about.rawValue)"), said($0.id, $0.statement)) }) }
                if isAlone { p(.class("note")) { say("innovationstrategy.nobody-rates") } }
            }
        }
        div(.class("actions")) { visit.control(.planners, InnovationPath.newStatement, say("innovationstrategy.new-statement")) }
    }

    private func said(_ id: ID<Statement>, _ statement: Statement) -> Markup {
        group {
            span(.class("prose")) { visit.text(statement.text) }
            " "
            small {
                "— "
                if let address = statement.link.text, !address.isEmpty { link(address, Attribute("rel", "noreferrer nofollow")) { visit.text(statement.source) } } else { visit.text(statement.source) }
            }
            if visit.may(.planners) { " "; small { link(visit.path("innovation/statements/\(id)/remove")) { say("innovationstrategy.remove-statement") } } }
        }
    }
}
