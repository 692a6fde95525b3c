import Journal
import Organisation

/// An initiative of the example; its words lie under its name.
struct ExampleInitiative {
    /// A place: degree, locus and source; `nil` where nothing is known.
    typealias Place = (Int, Int, Int)?

    let name: String
    let type: InnovationType
    let amount: Double
    /// Code of an action or an objective of the plan.
    let code: String
    var enablers: [String] = []
    /// Which of the five questions are answered with yes.
    var yes: [ExploreQuestion] = []
    var instead: Double?
    /// Whether competences, and whether the model, are new.
    var isNew = (false, false)
    /// In the first version as well, where it is to lie then.
    var first: Place
    let positions: [(part: String, share: Double, asIs: Place, toBe: Place)]

    static let all: [ExampleInitiative] = [
        .init(name: "manual", type: .productService, amount: 620, code: "P1-A2", first: (-1, -2, -1), positions: [("", 1, (-2, -2, -1), (-1, -2, -1))]),
        .init(name: "data", type: .productService, amount: 480, code: "M1-A1", yes: [.beyondPlan], first: (0, 0, -2), positions: [("", 1, (-1, -1, -2), (0, 1, -1))]),
        .init(name: "power", type: .productService, amount: 2100, code: "M3-A2", first: (-1, -1, -1), positions: [("", 1, (-2, -1, -1), (-1, 0, 0))]),
        .init(name: "soundings", type: .productService, amount: 540, code: "M4-A1", yes: [.newUsers], first: (-1, -1, -1), positions: [("", 1, (-1, -2, -1), (0, 0, 0))]),
        .init(name: "desk", type: .productService, amount: 880, code: "P4-A1", first: (-2, -2, -2), positions: [("", 1, (-2, -2, -2), (-1, -1, -2))]),
        .init(
            name: "courses", type: .businessModel, amount: 760, code: "L1-A1", yes: [.newUsers, .newCompetence], isNew: (true, true), first: (0, -1, -2),
            positions: [("", 1, (-1, -2, -2), (0, -1, -2))]),
        .init(
            name: "window", type: .businessModel, amount: 1400, code: "M1-A2", enablers: ["data"], yes: [.newToUs], isNew: (false, true), first: nil,
            positions: [("kit", 0.7, (-1, -1, -2), (0, 0, -1)), ("interfaces", 0.3, nil, (1, 2, 1))]),
        .init(
            name: "fund", type: .businessModel, amount: 400, code: "L2-A2", yes: [.newToUs, .uncertain], instead: 0.7, isNew: (false, true), first: nil,
            positions: [("calls", 0.5, (-1, -1, 0), (1, 0, 1)), ("trials", 0.4, nil, (2, 1, 2))]),
        .init(
            name: "drones", type: .productService, amount: 300, code: "", enablers: ["soundings"], yes: [.newToUs, .newCompetence, .uncertain], isNew: (true, false), first: nil,
            positions: [("", 1, nil, (1, -1, 1))]),
        .init(
            name: "record", type: .system, amount: 980, code: "M1", enablers: ["data", "window"], yes: ExploreQuestion.allCases, isNew: (true, true), first: nil,
            positions: [("rules", 0.4, nil, (1, 2, 1)), ("service", 0.6, nil, (2, 2, 2))]),
        .init(
            name: "cover", type: .system, amount: 650, code: "M2-A2", yes: [.newToUs, .newUsers, .uncertain, .beyondPlan], isNew: (true, true), first: nil, positions: [("", 1, nil, (1, 2, 1))]),
    ]
}
