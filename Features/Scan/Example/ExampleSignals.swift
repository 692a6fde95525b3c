import Journal
import Organisation

/// A signal of the example; its words lie under its name.
struct ExampleSignal {
    let name: String
    let kind: Signal.Kind
    let aspect: String
    var theme: ID<Theme>?
    let horizon: Signal.Horizon
    let direction: Signal.Direction
    let impact: Estimate
    var likelihood: Estimate?
    var uncertainty: Estimate?
    let confidence: Signal.Confidence
    /// Days since it was first seen.
    let age: Int
    /// `nil` for what nobody has looked at.
    var status: SignalStanding.Status?
    var decidedAfter = 40
    var reviewIn = 90
    var codes: [String] = []
    var regions: [String] = []
    var source = "reports"
    var isFaster = false
    /// By how much a region rates its impact higher.
    var shifts: [String: Int] = [:]

    var id: ID<Signal> { ID<Signal>("s-\(name)") ?? ID("s") }

    private static func range(_ low: Int, _ likely: Int, _ high: Int) -> Estimate { Estimate(low: low, likely: likely, high: high) ?? .middle }
    private static func one(_ number: Int) -> Estimate { range(number, number, number) }

    static let all: [ExampleSignal] = [
        .init(
            name: "window", kind: .trend, aspect: "technological", theme: .data, horizon: .near, direction: .opportunity, impact: one(5), likelihood: range(3, 4, 5), confidence: .high, age: 700,
            status: .inPlan, decidedAfter: 120, codes: ["M1", "R2"], isFaster: true),
        .init(
            name: "storms", kind: .trend, aspect: "environmental", theme: .climate, horizon: .mid, direction: .threat, impact: range(3, 4, 5), likelihood: one(4), confidence: .medium, age: 640,
            status: .inPlan, decidedAfter: 200, codes: ["M2"], isFaster: true, shifts: ["LI": 1, "IS": -2]),
        .init(
            name: "fuel", kind: .driver, aspect: "environmental", theme: .climate, horizon: .mid, direction: .both, impact: one(4), likelihood: range(3, 4, 4), uncertainty: one(4),
            confidence: .medium, age: 600, status: .inPlan, decidedAfter: 90, codes: ["M3", "R3"]),
        .init(
            name: "pilots", kind: .trend, aspect: "social", theme: .people, horizon: .near, direction: .threat, impact: one(4), likelihood: one(4), confidence: .high, age: 520, status: .inPlan,
            codes: ["L1"]),
        .init(
            name: "larger", kind: .trend, aspect: "economic", theme: .trade, horizon: .near, direction: .both, impact: one(4), likelihood: one(3), confidence: .medium, age: 480, status: .watching,
            codes: ["M4"], shifts: ["TS": 1, "LI": -1]),
        .init(
            name: "autonomous", kind: .weakSignal, aspect: "technological", theme: .data, horizon: .far, direction: .both, impact: range(3, 5, 5), likelihood: range(1, 2, 3), confidence: .low,
            age: 450, status: .watching, reviewIn: -4, source: "press"),
        .init(
            name: "cash", kind: .weakSignal, aspect: "economic", horizon: .now, direction: .threat, impact: one(2), likelihood: one(3), confidence: .medium, age: 430, status: .retired, source: "press"
        ),
        .init(
            name: "ashore", kind: .trend, aspect: "social", theme: .people, horizon: .now, direction: .threat, impact: one(3), likelihood: one(4), confidence: .high, age: 300, status: .escalated,
            decidedAfter: 30, codes: ["R4"], source: "members"),
        .init(
            name: "rules", kind: .driver, aspect: "legal", theme: .rules, horizon: .near, direction: .both, impact: one(4), likelihood: one(4), uncertainty: one(2), confidence: .medium, age: 260,
            status: .inPlan, codes: ["P1"]),
        .init(
            name: "tariffs", kind: .discontinuity, aspect: "political", theme: .alliances, horizon: .near, direction: .threat, impact: range(2, 4, 5), likelihood: range(2, 4, 5), confidence: .low,
            age: 220, status: .escalated, decidedAfter: 25, isFaster: true, shifts: ["AC": 1, "GF": -2]),
        .init(
            name: "pooling", kind: .weakSignal, aspect: "political", theme: .alliances, horizon: .near, direction: .opportunity, impact: one(3), likelihood: one(3), confidence: .medium, age: 180,
            status: .watching, reviewIn: 20, codes: ["P4", "P2"], source: "members"),
        .init(
            name: "jamming", kind: .wildCard, aspect: "technological", theme: .data, horizon: .now, direction: .threat, impact: one(5), likelihood: one(2), confidence: .low, age: 120,
            status: .watching, reviewIn: 12, source: "press", isFaster: true, shifts: ["TS": 0, "LR": -1]),
        .init(
            name: "insurers", kind: .weakSignal, aspect: "economic", theme: .trade, horizon: .mid, direction: .threat, impact: one(4), likelihood: one(3), confidence: .medium, age: 90,
            status: .watching, reviewIn: 45, source: "press"),
        .init(
            name: "silt", kind: .trend, aspect: "environmental", theme: .climate, horizon: .mid, direction: .threat, impact: one(3), likelihood: one(4), confidence: .medium, age: 75,
            status: .watching, codes: ["M4"], regions: ["AC", "IS"]),
        .init(
            name: "parcels-again", kind: .weakSignal, aspect: "technological", horizon: .near, direction: .opportunity, impact: one(3), likelihood: one(4), confidence: .medium, age: 55,
            source: "members"),
        .init(name: "drones", kind: .weakSignal, aspect: "technological", horizon: .near, direction: .both, impact: one(3), confidence: .low, age: 3, source: "members"),
    ]
}

/// A theme of the example, with the objectives that carry its answer.
struct ExampleTheme {
    let id: ID<Theme>
    let aspect: ID<Aspect>
    let codes: [String]
    /// Whether last year's edition wrote of it.
    var isOld = true

    static let all: [ExampleTheme] = [
        .init(id: .alliances, aspect: ID("political"), codes: [], isOld: false), .init(id: .trade, aspect: ID("economic"), codes: ["M4", "R2"]),
        .init(id: .people, aspect: ID("social"), codes: ["L1", "R4"]),
        .init(id: .data, aspect: ID("technological"), codes: ["M1"]), .init(id: .climate, aspect: ID("environmental"), codes: ["M2", "M3", "R3"]),
        .init(id: .rules, aspect: ID("legal"), codes: ["P1"], isOld: false),
    ]
}

extension ID<Theme> {
    static let alliances: ID<Theme> = ID("alliances"), trade: ID<Theme> = ID("trade"), people: ID<Theme> = ID("people"), data: ID<Theme> = ID("data")
    static let climate: ID<Theme> = ID("climate"), rules: ID<Theme> = ID("rules")
}
