import HashTreeCollections
import Journal
import Organisation
import Pages

/// All signals at a glance: sides, time, impact, direction and confidence in one picture, and the same as a table.
struct RadarPage {
    let visit: Visit

    static let route = Route.page(ScanPath.radar, .everyone) { RadarPage(visit: $0).page }

    /// More dots than these nobody tells apart, and they would not fit on the line.
    private static let most = 120

    private var say: Say { visit.say }
    private var scan: Scan { visit.scan }

    private var page: Page {
        let region = visit.query["region"].flatMap { ID<Region>($0) }.flatMap { id in visit.register.regions[id] == nil ? nil : id }
        let signals = visit.aliveSignals.filter { item in region.map { item.signal.regions.isEmpty || item.signal.regions.contains($0) } ?? true }
        return Page(say("scan.radar"), place: ScanPath.scan, trail: visit.scanTrail()) {
            p(.class("lede")) { say("scan.radar-lede") }
            chips(
                say("scan.region"),
                [(say("scan.all-regions"), visit.path(ScanPath.radar), region == nil)]
                    + visit.register.regionsInOrder.map { (visit.plain($0.region.name), visit.path(ScanPath.radar, ["region": $0.id.text]), region == $0.id) })
            RadarOf(visit: visit, signals: signals, most: RadarPage.most).markup
            p { link(visit.path(ScanPath.signals, region.map { ["region": $0.text] } ?? [:])) { say("scan.all-signals", count: signals.count) } }
        }
    }
}

/// The radar of some signals; an edition has one of its own.
struct RadarOf {
    let visit: Visit
    let signals: [SignalLists.Item]
    let most: Int
    /// For a publication, which is printed.
    var isUnfolded = false

    private var say: Say { visit.say }

    var markup: Markup {
        let aspects = visit.scan.aspectsInOrder, sectors = Dictionary(aspects.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        let placed = signals.filter { $0.signal.horizon != nil && $0.signal.aspect.flatMap { sectors[$0] } != nil }
        // What has most impact is drawn first; of equals what is surer.
        let inOrder = placed.sorted { a, b in
            let (one, other) = (a.signal.impact?.likely ?? 0, b.signal.impact?.likely ?? 0)
            return one == other ? (b.signal.confidence.steps, a.id) < (a.signal.confidence.steps, b.id) : one > other
        }
        let dots = inOrder.prefix(most).compactMap { id, signal in dot(id, signal, sectors) }
        let left = signals.count - placed.count, beyond = inOrder.count - dots.count
        return group {
            radar(
                Radar(
                    sectors: aspects.map { visit.plain($0.aspect.title) }, rings: Signal.Horizon.allCases.map { say("scan.horizon.\($0.rawValue)") }, dots: dots,
                    columns: ["direction", "impact", "confidence"].map { say("scan.field.\($0)") }, words: words(beyond)),
                in: ChartFrame(id: "radar", finding: finding(dots.count), tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft, isUnfolded: isUnfolded))
            if left > 0 { p(.class("note")) { say("scan.not-on-radar", count: left) } }
        }
    }

    private func finding(_ count: Int) -> String {
        guard count > 0 else { return say("scan.radar-empty") }
        let near = signals.count { $0.signal.horizon == .now || $0.signal.horizon == .near }, threats = signals.count { $0.signal.direction == .threat }
        return say("scan.radar-finding", count: signals.count, ["near": say.number(near), "threats": say.number(threats), "watched": say.number(signals.count { $0.signal.isWatched })])
    }

    private func dot(_ id: ID<Signal>, _ signal: Signal, _ sectors: [ID<Aspect>: Int]) -> Radar.Dot? {
        guard let sector = signal.aspect.flatMap({ sectors[$0] }), let horizon = signal.horizon, let ring = Signal.Horizon.allCases.firstIndex(of: horizon) else { return nil }
        return Radar.Dot(
            sector: sector, ring: ring, size: Double((signal.impact?.likely ?? 1) - 1) / 4, shape: signal.direction.shape, fill: signal.confidence.fill,
            label: visit.plain(signal.title), href: visit.path(ScanPath.signal(id)),
            cells: [
                signal.direction.map { say("scan.direction.\($0.rawValue)") } ?? "–", signal.impact.map(visit.said) ?? "–", signal.confidence.map { say("scan.confidence.\($0.rawValue)") } ?? "–",
            ])
    }

    private func words(_ beyond: Int) -> Radar.Words {
        let say = say
        let shapes: [Signal.Direction?] = Signal.Direction.allCases + [nil], fills: [Signal.Confidence?] = [.high, .medium, .low]
        return Radar.Words(
            number: say("scan.radar-number"), label: say("scan.signal"), sector: say("scan.field.aspect"), ring: say("scan.field.horizon"), outwards: say("scan.outwards"),
            shapes: shapes.map { ($0.shape, $0.map { say("scan.direction.\($0.rawValue)") } ?? say("scan.direction.none")) },
            fills: fills.map { ($0.fill, say("scan.confidence-of.\(($0 ?? .low).rawValue)")) },
            hidden: { say("scan.radar-hidden", count: $0) }, beyond: beyond)
    }
}

extension Signal.Direction? {
    fileprivate var shape: Radar.Dot.Shape {
        switch self {
        case .opportunity: .circle
        case .threat: .triangle
        case .both: .diamond
        case nil: .square
        }
    }
}

extension Signal.Confidence? {
    fileprivate var fill: Radar.Dot.Fill {
        switch self {
        case .high: .full
        case .medium: .half
        case .low, nil: .hollow
        }
    }

    fileprivate var steps: Int { self == .high ? 2 : self == .medium ? 1 : 0 }
}
