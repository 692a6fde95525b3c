import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Who wants what: positions as a heat map, power against interest as a picture, and the ways to change both.
struct ActorsPart {
    let visit: Visit
    let id: ID<LeadershipAnalysis>
    let figures: ArenaFigures?

    private var say: Say { visit.say }

    var sheet: Markup {
        let actors = visit.leadership.actors(of: id), issues = visit.leadership.issues(of: id)
        return Pages.sheet(say("leadership.actors"), id: "actors") {
            if actors.isEmpty || issues.isEmpty { p { say("leadership.no-actors") } }
            if let figures {
                positions(figures)
                grid(figures)
            }
            if !issues.isEmpty {
                h3 { say("leadership.issues") }
                ul {
                    for (issue, described) in issues {
                        li {
                            visit.text(described.title); ways(LeadershipPath.issue(issue, "edit"), LeadershipPath.issue(issue, "remove"))
                        }
                    }
                }
            }
            for (actor, described) in actors {
                details {
                    summary { visit.text(described.name) }
                    facts([
                        (say("leadership.field.kind"), Markup(say("leadership.kind.\(described.kind.rawValue)"))), (say("leadership.field.votes"), Markup(say.number(described.votes))),
                        (say("leadership.field.power"), Markup(say("leadership.step.\(described.power)"))),
                        (say("leadership.field.actor-because"), described.because.isEmpty ? Markup() : visit.text(described.because)),
                    ])
                    p { ways(LeadershipPath.actor(actor, "edit"), LeadershipPath.actor(actor, "remove")) }
                }
            }
        }
    }

    private func ways(_ edit: String, _ remove: String) -> Markup {
        group {
            if visit.isNow {
                " "
                link(visit.path(edit)) { say("leadership.change") }
                " · "
                link(visit.path(remove)) { say("leadership.remove-it") }
            }
        }
    }

    private func positions(_ figures: ArenaFigures) -> Markup {
        let all = figures.actors.flatMap { item in figures.issues.compactMap { item.actor.stance(on: $0.id)?.position } }
        return heatTable(
            HeatTable(
                corner: say("leadership.field.actor"), columns: figures.issues.map { HeatTable.Heading(visit.plain($0.issue.title)) },
                rows: figures.actors.map { item in
                    HeatTable.Row(HeatTable.Heading(visit.plain(item.actor.name)), cells: figures.issues.map { cell(item.actor.stance(on: $0.id)) })
                }, lowLabel: say("leadership.position.-2"), highLabel: say("leadership.position.2"), noDataLabel: say("leadership.position.none")),
            in: ChartFrame(
                id: "positions",
                finding: say(
                    "leadership.positions-finding",
                    ["n": say.number(all.count), "of": say.number(figures.actors.count * figures.issues.count), "for": say.number(all.count { $0 > 0 }), "against": say.number(all.count { $0 < 0 })]),
                tableLabel: say("leadership.positions"), isRightToLeft: visit.language.isRightToLeft))
    }

    private func cell(_ stance: ArenaStance?) -> HeatTable.Cell {
        guard let stance, let position = stance.position else { return HeatTable.Cell("–", level: nil) }
        // The five positions are the five steps.
        return HeatTable.Cell(say("leadership.cell", ["position": visit.signed(position), "salience": say.number(stance.salience)]), level: (Double(position) + 2.5) / 5)
    }

    private func grid(_ figures: ArenaFigures) -> Markup {
        let members = Set(figures.dominant?.members ?? [])
        let points = figures.actors.indices.map { place in
            let actor = figures.actors[place].actor, interest = figures.interest(place)
            return ScatterPlot.Point(
                across: interest, up: Double(actor.power), label: visit.plain(actor.name), href: nil, isMarked: members.contains(place),
                cells: [say.number(interest, digits: 1), say.number(actor.power)])
        }
        let both = points.count { $0.across > 2 && $0.up > 2 }
        return scatterPlot(
            ScatterPlot(
                points: points, range: 0...4, columns: [say("leadership.interest"), say("leadership.field.power")],
                words: ScatterPlot.Words(
                    number: say("leadership.number"), label: say("leadership.field.actor"), across: say("leadership.interest"), up: say("leadership.field.power"),
                    marked: say("leadership.of-dominant"),
                    unmarked: say("leadership.of-others"))),
            in: ChartFrame(
                id: "power-interest", finding: say("leadership.grid-finding", ["n": say.number(both), "of": say.number(points.count)]), tableLabel: say("pages.show-table"),
                isRightToLeft: visit.language.isRightToLeft))
    }
}

extension Visit {
    /// *+2*, *−1*, *0*.
    func signed(_ value: Int) -> String { value > 0 ? "+\(say.number(value))" : value < 0 ? "−\(say.number(-value))" : say.number(0) }
}
