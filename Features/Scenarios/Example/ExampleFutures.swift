import Journal

/// A driver of the example; its words lie under its name.
struct ExampleDriver {
    let name: String
    /// Around which Members rate it.
    let importance: Double
    let uncertainty: Double
    var signals: [String] = []
    /// Whether last year's study has it too.
    var isOld = false
    /// By how much a region rates its importance higher.
    var shifts: [String: Int] = [:]

    static func id(_ name: String, _ study: ID<ForesightStudy>) -> ID<Driver> { ID<Driver>("\(study)-\(name)") ?? ID("driver") }

    static let all: [ExampleDriver] = [
        .init(name: "trade", importance: 4.7, uncertainty: 4.5, signals: ["tariffs"], isOld: true, shifts: ["LI": -1]), .init(name: "data", importance: 4.4, uncertainty: 4.3, signals: ["window"]),
        .init(name: "fuel", importance: 4.1, uncertainty: 3.9, signals: ["fuel"], isOld: true),
        .init(name: "storms", importance: 4.2, uncertainty: 2.9, signals: ["silt", "storms"], isOld: true, shifts: ["LI": 1, "IS": -1]),
        .init(name: "crews", importance: 3.1, uncertainty: 4.4, signals: ["autonomous"]), .init(name: "people", importance: 4.2, uncertainty: 2.0, signals: ["ashore", "pilots"], isOld: true),
        .init(name: "larger", importance: 3.0, uncertainty: 2.8, signals: ["larger"], isOld: true), .init(name: "insurers", importance: 3.0, uncertainty: 3.2, signals: ["insurers"], isOld: true),
        .init(name: "owners", importance: 2.2, uncertainty: 3.1), .init(name: "rules", importance: 3.2, uncertainty: 2.0, signals: ["rules"]),
    ]
}

/// A signpost of the example.
struct ExampleSign {
    let name: String
    let corner: Corner
    let place: String
    /// Days from today until which it is watched.
    var until = 300
    /// Days since it came true.
    var seen: Int?
    var isAnswered = false
    var signals: [String] = []

    static let all: [ExampleSign] = [
        .init(name: "lists", corner: .lowLow, place: "press", signals: ["tariffs"]), .init(name: "radio", corner: .lowLow, place: "members", until: -12),
        .init(name: "windows", corner: .lowHigh, place: "members"), .init(name: "flags", corner: .lowHigh, place: "registers", until: 180),
        .init(name: "queue", corner: .highLow, place: "members", seen: 16), .init(name: "auction", corner: .highLow, place: "press", until: 400),
        .init(name: "insurer", corner: .highHigh, place: "press", seen: 30, isAnswered: true, signals: ["insurers"]), .init(name: "slow", corner: .highHigh, place: "registers"),
        .init(name: "courses", corner: .highHigh, place: "members", signals: ["pilots"]),
    ]
}

/// How raters expect an objective to fare, scenario by scenario in the order of the corners.
struct ExampleStress {
    let code: String
    let middles: [Double]
    var reasonIn: Corner?
    var reason = ""

    static let this: [ExampleStress] = [
        .init(code: "R1", middles: [0.2, 0.8, 0.9, 1.2]), .init(code: "R2", middles: [-1.4, 0.7, -1.3, 1.8]), .init(code: "R3", middles: [-0.8, 0.6, -0.2, 0.9]),
        .init(code: "R4", middles: [0.1, 0.3, 0, 0.9]), .init(code: "M1", middles: [-1.7, 1.1, -1.2, 1.8], reasonIn: .lowLow, reason: "window"), .init(code: "M2", middles: [1.1, 0.4, 1.6, 0.6]),
        .init(code: "M3", middles: [0.1, 0.9, 0.2, 1.1]), .init(code: "M4", middles: [0.1, 1.0, 0.8, 1.4]), .init(code: "P1", middles: [-1.2, -0.3, 0.1, 1.1]),
        .init(code: "P2", middles: [-1.6, -1.1, -1.0, 0], reasonIn: .highLow, reason: "reviews"), .init(code: "P3", middles: [-1.1, 0.8, -1.2, 1.7]), .init(code: "P4", middles: [0.2, 0.9, 0.2, 0.3]),
        .init(code: "L1", middles: [0.3, 0.9, 0.7, 1.2]), .init(code: "L2", middles: [-1.5, -0.9, -0.5, -0.3]),
    ]

    static let last: [ExampleStress] = [
        .init(code: "R1", middles: [0.3, -1.0, 0.4, -0.2]), .init(code: "R2", middles: [0.6, -1.2, 0.1, -0.6]), .init(code: "R3", middles: [-1.1, -1.2, 1.4, 1.1]),
        .init(code: "M1", middles: [0.4, 0.2, 0.7, 0.4]), .init(code: "M2", middles: [0.2, 1.6, 0.4, 1.3]), .init(code: "M3", middles: [-0.9, -0.8, 1.7, 1.2]),
        .init(code: "M4", middles: [0.3, 0.9, 0.2, 1.1]), .init(code: "L1", middles: [0.2, 0.5, 0.8, 0.7]),
    ]
}
