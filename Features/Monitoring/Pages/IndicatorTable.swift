import Journal
import Organisation
import Pages

/// Indicators with where they stand: on the list of all, and on the pages of what they measure and of who answers for them.
struct IndicatorTable: Sendable {
    /// Neighbours that measure the same objective.
    struct Group: Sendable {
        var objective: ID<Objective>
        var heading: Markup
        var rows: [Standings.Row]
    }

    private let visit: Visit
    private let standings: Standings

    init(_ visit: Visit, _ standings: Standings) {
        self.visit = visit
        self.standings = standings
    }

    func markup(_ caption: String, id: String, _ groups: [Group]) -> Markup {
        scrollingTable(caption, id: id) {
            head
            for group in groups {
                tbody {
                    tr { th(.scope("rowgroup"), .span(IndicatorTable.columns)) { group.heading } }
                    for row in group.rows { IndicatorRow(visit, row, standings).markup }
                }
            }
        }
    }

    func markup(_ caption: String, id: String, _ rows: [Standings.Row]) -> Markup {
        scrollingTable(caption, id: id) {
            head
            tbody { for row in rows { IndicatorRow(visit, row, standings).markup } }
        }
    }

    private static let columns = 6

    /// What matters most comes first, for on a narrow screen the rest is beyond the edge.
    private var head: Markup {
        let say = visit.say
        return headings([
            (say("monitoring.indicator"), false), (say("pages.status"), false), (say("monitoring.latest"), true),
            (say("monitoring.target"), true), (say("monitoring.baseline"), true), (say("monitoring.trend"), false),
        ])
    }
}
