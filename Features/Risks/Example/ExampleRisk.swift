import Journal
import Organisation

/// A risk of the example; its words lie under its name.
struct ExampleRisk {
    /// A body carries it: since how many days, for how many in all, and by which body.
    struct Accepted {
        let age: Int
        var days: Int?
        var body: ID<Body> = ID("steering")
    }

    struct Closed {
        let age: Int
        let how: Closing.How
    }

    let name: String
    let category: ID<RiskCategory>
    /// Likelihood and impact, as two digits.
    let inherent: Int
    /// From about two years ago until now, each as two digits.
    let course: [Int]
    var target: Int?
    let owner: ID<Unit>
    var treatment: Risk.Treatment?
    var codes: [String] = []
    var signals: [String] = []
    var controls = 1
    var readers = Risk.Readers.participants
    /// Days until somebody looks at it again.
    var reviewIn = 60
    var isAudited = false
    var accepted: Accepted?
    var closed: Closed?
    /// Days since it was first recorded.
    var age = 700
    /// Somebody has only begun to write it down.
    var isHalf = false

    var id: ID<Risk> { ID<Risk>("r-\(name)") ?? ID("r") }

    static let all: [ExampleRisk] = [
        .init(
            name: "positions", category: .safety, inherent: 55, course: [25, 35, 35], target: 25, owner: ID("nav"), treatment: .reduce, codes: ["P3", "P3-A1"], signals: ["jamming"], controls: 2,
            isAudited: true),
        .init(
            name: "refuge", category: .safety, inherent: 55, course: [45, 44, 44, 35], target: 24, owner: ID("nav"), treatment: .reduce, codes: ["M2", "M2-A2"], signals: ["storms"], controls: 2,
            readers: .everyone, isAudited: true),
        .init(
            name: "entry", category: .data, inherent: 45, course: [45, 35, 25], target: 15, owner: ID("dig"), treatment: .reduce, codes: ["M1"], signals: ["window"], controls: 2, readers: .everyone),
        .init(name: "leak", category: .data, inherent: 44, course: [34, 24], target: 14, owner: ID("dig"), treatment: .reduce, codes: ["M1-A1"], readers: .staff, reviewIn: -10),
        .init(
            name: "pilots", category: .people, inherent: 54, course: [34, 44, 44], target: 33, owner: ID("mem"), treatment: .reduce, codes: ["L1", "L1-A1"], signals: ["pilots"], readers: .everyone,
            isAudited: true),
        .init(name: "ashore", category: .people, inherent: 43, course: [33, 23], owner: ID("mem"), treatment: .reduce, codes: ["R4"], signals: ["ashore"], age: 400),
        .init(
            name: "contributions", category: .money, inherent: 45, course: [25, 35, 35], target: 25, owner: ID("sec"), treatment: .accept, isAudited: true,
            accepted: Accepted(age: 120, days: 540)),
        .init(name: "cover", category: .money, inherent: 54, course: [24, 34, 44], target: 33, owner: ID("sec"), treatment: .share, signals: ["insurers"], reviewIn: 25, isAudited: true, age: 420),
        .init(name: "cancelled", category: .money, inherent: 44, course: [33, 43], owner: ID("sec"), signals: ["tariffs"], controls: 0, age: 230),
        .init(
            name: "fuel", category: .renewal, inherent: 44, course: [33, 43], target: 23, owner: ID("env"), treatment: .accept, signals: ["fuel"], reviewIn: 40,
            accepted: Accepted(age: 330, body: ID("finance")), age: 600),
        .init(name: "trial", category: .renewal, inherent: 43, course: [33, 32], target: 22, owner: ID("dig"), treatment: .reduce, codes: ["L2-A2"], age: 300),
        .init(name: "rules", category: .standing, inherent: 43, course: [33, 33], target: 23, owner: ID("sec"), treatment: .reduce, codes: ["P1"], signals: ["rules"]),
        .init(name: "reviews", category: .standing, inherent: 33, course: [33, 23], owner: ID("mem"), treatment: .reduce, codes: ["P2"], age: 500),
        .init(name: "moving", category: .data, inherent: 44, course: [34, 43], owner: ID("dig"), treatment: .reduce, closed: Closed(age: 90, how: .occurred), age: 650),
        .init(name: "cash", category: .money, inherent: 33, course: [32, 22], owner: ID("sec"), treatment: .avoid, signals: ["cash"], closed: Closed(age: 200, how: .irrelevant), age: 690),
        .init(name: "drifting", category: .safety, inherent: 11, course: [], owner: ID("nav"), signals: ["autonomous"], controls: 0, age: 20, isHalf: true),
    ]
}

extension ID<RiskCategory> {
    static let safety: ID<RiskCategory> = ID("safety"), data: ID<RiskCategory> = ID("data"), people: ID<RiskCategory> = ID("people"), money: ID<RiskCategory> = ID("money")
    static let renewal: ID<RiskCategory> = ID("renewal"), standing: ID<RiskCategory> = ID("standing")
}
