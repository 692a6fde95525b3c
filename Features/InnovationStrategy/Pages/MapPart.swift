import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The map: Table 1 in words, each axis with its two bars and their cloud, and degree against locus.
struct MapPart {
    let visit: Visit
    let id: ID<Strategy>
    let figures: StrategyFigures

    private var say: Say { visit.say }
    private var words: StrategyWords { StrategyWords(visit: visit, figures: figures) }
    /// More marks than these nobody tells apart.
    private static let mostDots = 60

    var markup: Markup {
        sheet(say("innovationstrategy.map"), id: "map") {
            p { words.placed }
            if figures.withoutAmount > 0 { p(.class("help")) { say("innovationstrategy.without-amount", count: figures.withoutAmount) } }
            rows
            if visit.mayChange(id) { p { link(visit.path(InnovationPath.strategy(id, "map"))) { say("innovationstrategy.part.map") } } }
            poleChart(poles, in: frame("poles", say("innovationstrategy.poles-finding")))
            if undotted > 0 { p(.class("help")) { say("innovationstrategy.not-dotted", count: undotted) } }
            bubbleMap(bubbles, in: frame("degree-locus", say(drawn.isEmpty ? "innovationstrategy.nothing-placed" : "innovationstrategy.bubbles-finding")))
            if hidden > 0 { p(.class("help")) { say("innovationstrategy.not-drawn", count: hidden) } }
            details {
                summary { say("innovationstrategy.map-how") }
                facts(MapAxis.allCases.map { (self.axis($0), Markup(say("innovationstrategy.axis.\($0.rawValue)-help"))) })
                p { say("innovationstrategy.map-how-said") }
            }
            p(.class("help")) {
                say("innovationstrategy.map-source"); " "; link(visit.path(InnovationPath.strategy(id, "map.csv"))) { say("innovationstrategy.map-file") }
            }
        }
    }

    private func frame(_ id: String, _ finding: String) -> ChartFrame {
        ChartFrame(id: id, finding: finding, tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft)
    }

    private func axis(_ axis: MapAxis) -> String { say("innovationstrategy.axis.\(axis.rawValue)") }
    private func time(_ time: MapTime) -> String { say("innovationstrategy.time.\(time.rawValue)") }

    // MARK: - Table 1

    private var rows: Markup {
        scrollingTable(say("innovationstrategy.table"), id: "table", narrow: .cards) {
            headings([(say("innovationstrategy.axis"), false)] + MapTime.allCases.map { (time($0), false) })
            tbody {
                for axis in MapAxis.allCases {
                    tr {
                        th(.scope("row")) {
                            self.axis(axis); " "; small { say("innovationstrategy.axis.\(axis.rawValue)-poles") }
                        }
                        for time in MapTime.allCases {
                            let text = figures.strategy.map[axis, time], spread = figures.spread(axis, time)
                            td {
                                if let spread { strong { words.mean(spread.mean, axis) } }
                                if text.isEmpty {
                                    if spread == nil { "–" }
                                } else {
                                    p(.class("prose")) { visit.text(text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: - Bars

    /// Of a bar, the largest first.
    private func dots(_ axis: MapAxis, _ time: MapTime) -> [PoleChart.Dot] {
        let largest = figures.cloud.map(\.weight).max() ?? 0
        return figures.cloud.filter { $0.weight > 0 }.sorted { $1.weight < $0.weight }.compactMap { dot in
            dot.position[time][axis].map { PoleChart.Dot(value: Double($0), size: largest > 0 ? dot.weight / largest : 0) }
        }
    }

    /// How many marks the fullest bar goes without.
    private var undotted: Int {
        let counts = MapAxis.allCases.flatMap { axis in MapTime.allCases.map { time in figures.cloud.count { $0.weight > 0 && $0.position[time][axis] != nil } } }
        return max(0, (counts.max() ?? 0) - MapPart.mostDots)
    }

    private var poles: PoleChart {
        let words = words
        func track(_ axis: MapAxis, _ time: MapTime) -> PoleChart.Track {
            let spread = figures.spread(axis, time)
            return PoleChart.Track(
                label: say.naming(self.time(time), words.spread(spread)), mean: spread?.mean, deviation: spread?.deviation ?? 0, low: spread?.low ?? 0, high: spread?.high ?? 0,
                dots: Array(dots(axis, time).prefix(MapPart.mostDots)))
        }
        return PoleChart(
            axes: MapAxis.allCases.map { axis in
                PoleChart.Axis(
                    lowPole: say("innovationstrategy.pole.\(axis.rawValue).low"), highPole: say("innovationstrategy.pole.\(axis.rawValue).high"), asIs: track(axis, .asIs), toBe: track(axis, .toBe))
            }, reach: Double(MapAxis.steps.upperBound),
            keys: (time(.asIs), time(.toBe), say("innovationstrategy.key.band"), say("innovationstrategy.key.dots")),
            headings: ["axis", "time", "mean", "deviation", "range", "placed"].map { say("innovationstrategy.column.\($0)") },
            rows: MapAxis.allCases.flatMap { axis in MapTime.allCases.map { row(axis, $0) } })
    }

    private func row(_ axis: MapAxis, _ time: MapTime) -> [String] {
        let spread = figures.spread(axis, time)
        return [
            self.axis(axis), self.time(time), spread.map { visit.signed($0.mean) } ?? "–", spread.map { say.number($0.deviation) } ?? "–",
            spread.map { say("innovationstrategy.range", ["low": visit.signed($0.low, digits: 0), "high": visit.signed($0.high, digits: 0)]) } ?? "–",
            words.percent(figures.placed(axis, time)),
        ]
    }

    // MARK: - Degree against locus

    /// Those of which degree and locus are known at that time, the largest first.
    private var drawn: [(dot: StrategyFigures.Dot, time: MapTime)] {
        figures.cloud.sorted { ($1.weight, $0.initiative) < ($0.weight, $1.initiative) }
            .flatMap { dot in MapTime.allCases.filter { dot.position[$0].degree != nil && dot.position[$0].locus != nil }.map { (dot, $0) } }
    }
    private var hidden: Int { max(0, drawn.count - MapPart.mostDots) }

    private var bubbles: BubbleMap {
        let largest = figures.cloud.map(\.weight).max() ?? 0
        let bubbles = drawn.prefix(MapPart.mostDots).map { dot, time in
            let place = dot.position[time]
            return BubbleMap.Bubble(
                number: dot.initiative + 1, label: label(dot), across: Double(place.degree ?? 0), up: Double(place.locus ?? 0), size: largest > 0 ? dot.weight / largest : 0,
                shape: MapPart.shape(place.source), isFull: time == .toBe)
        }
        func pole(_ axis: MapAxis, _ end: String) -> String { say("innovationstrategy.pole.\(axis.rawValue).\(end)") }
        return BubbleMap(
            bubbles: bubbles, reach: MapAxis.steps.upperBound, arrow: arrow,
            words: .init(
                acrossLow: pole(.degree, "low"), acrossHigh: pole(.degree, "high"), upLow: pole(.locus, "low"), upHigh: pole(.locus, "high"), asIs: time(.asIs), toBe: time(.toBe),
                arrow: say("innovationstrategy.key.arrow"),
                shapes: [
                    (.square, pole(.source, "low")), (.circle, say("innovationstrategy.key.between")), (.diamond, pole(.source, "high")), (.triangle, say("innovationstrategy.key.source-unknown")),
                ]),
            headings: ["number", "initiative", "amount", "as-is", "to-be"].map { say("innovationstrategy.column.\($0)") },
            rows: figures.cloud.map { dot in ["\(dot.initiative + 1)", label(dot), words.amount(dot.weight), place(dot.position.asIs), place(dot.position.toBe)] })
    }

    private static func shape(_ source: Int?) -> Radar.Dot.Shape {
        guard let source else { return .triangle }
        return source < 0 ? .square : source > 0 ? .diamond : .circle
    }

    private var arrow: (from: (across: Double, up: Double), to: (across: Double, up: Double))? {
        figures.movement(.degree).flatMap { across in figures.movement(.locus).map { up in ((across.asIs.mean, up.asIs.mean), (across.toBe.mean, up.toBe.mean)) } }
    }

    private func label(_ dot: StrategyFigures.Dot) -> String {
        let title = visit.plain(figures.initiatives[dot.initiative].initiative.title)
        return dot.position.part.isEmpty ? title : say.naming(title, visit.plain(dot.position.part))
    }

    private func place(_ place: MapPlace) -> String {
        guard place.isKnown else { return "–" }
        return say.list(MapAxis.allCases.map { axis in place[axis].map { visit.step($0, axis) } ?? say("innovationstrategy.axis-unknown", ["axis": self.axis(axis)]) })
    }
}
