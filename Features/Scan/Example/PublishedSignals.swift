import Journal
import Organisation

/// Where a fact was read.
struct PublishedSource {
    let name: String
    var link = ""
    var on: Day?
    var figure: (low: Double, high: Double)?

    static let paper = PublishedSource(name: "paper")
    static let oecd = PublishedSource(name: "oecd", link: "https://doi.org/10.1787/0d1d1e2e-en")
    static let wto = PublishedSource(name: "wto", link: "http://www.wto.org/english/news_e/pres20_e/pr855_e.htm", on: Day(2020, 4, 8), figure: (13, 32))
    static let restrictions = PublishedSource(
        name: "restrictions", link: "http://www.wcoomd.org/en/topics/facilitation/activities-and-programmes/natural-disaster/list-of-countries-coronavirus.aspx")
    static let consultation = PublishedSource(name: "consultation", on: Day(2021, 10, 1))
    static let council = PublishedSource(
        name: "council", link: "http://www.wcoomd.org/en/media/newsroom/2022/june/outcomes-of-the-2022-wco-council-sessions.aspx")
}

/// A public fact of the surroundings; its words lie under its name.
struct PublishedSignal {
    let name: String
    let kind: Signal.Kind
    let theme: ID<Theme>
    let horizon: Signal.Horizon
    let direction: Signal.Direction
    let seen: Day?
    let sources: [PublishedSource]
    var objectives: [Int] = []

    var id: ID<Signal> { ID<Signal>("f-\(name)") ?? ID("f") }

    private static let spring = Day(2020, 4, 8), autumn = Day(2021, 10, 1), council = Day(2022, 6, 25)

    static let all: [PublishedSignal] = [
        .init(name: "pandemic", kind: .discontinuity, theme: .shock, horizon: .now, direction: .both, seen: spring, sources: [.oecd, .wto], objectives: [1, 2]),
        .init(name: "restrictions", kind: .discontinuity, theme: .cooperation, horizon: .now, direction: .threat, seen: spring, sources: [.restrictions, .paper], objectives: [1]),
        .init(name: "multilateralism", kind: .trend, theme: .cooperation, horizon: .near, direction: .both, seen: spring, sources: [.paper]),
        .init(name: "others", kind: .trend, theme: .cooperation, horizon: .near, direction: .threat, seen: spring, sources: [.paper]),
        .init(name: "means", kind: .trend, theme: .shock, horizon: .now, direction: .threat, seen: spring, sources: [.paper], objectives: [4]),
        .init(name: "commerce", kind: .trend, theme: .flows, horizon: .now, direction: .both, seen: spring, sources: [.paper], objectives: [1, 2, 3]),
        .init(name: "remote", kind: .trend, theme: .work, horizon: .now, direction: .opportunity, seen: spring, sources: [.paper], objectives: [4]),
        .init(name: "visibility", kind: .trend, theme: .work, horizon: .near, direction: .threat, seen: spring, sources: [.paper]),
        .init(name: "crime", kind: .trend, theme: .crime, horizon: .now, direction: .threat, seen: spring, sources: [.paper], objectives: [3]),
        .init(name: "data", kind: .driver, theme: .digital, horizon: .now, direction: .opportunity, seen: autumn, sources: [.consultation, .council], objectives: [4]),
        .init(name: "borders", kind: .trend, theme: .digital, horizon: .near, direction: .opportunity, seen: autumn, sources: [.consultation], objectives: [1]),
        .init(name: "green", kind: .driver, theme: .green, horizon: .mid, direction: .both, seen: council, sources: [.council]),
    ]
}

/// What belongs together in the public edition, with the objectives under which the plan of 2022 answers it.
struct PublishedTheme {
    let id: ID<Theme>
    let aspect: ID<Aspect>
    var objectives: [Int] = []

    static let all: [PublishedTheme] = [
        .init(id: .cooperation, aspect: ID("political"), objectives: [1]), .init(id: .shock, aspect: ID("economic"), objectives: [1, 2]),
        .init(id: .flows, aspect: ID("economic"), objectives: [1, 2, 3]),
        .init(id: .work, aspect: ID("social"), objectives: [4]), .init(id: .crime, aspect: ID("social"), objectives: [3]), .init(id: .digital, aspect: ID("technological"), objectives: [4]),
        .init(id: .green, aspect: ID("environmental")),
    ]
}

extension ID<Theme> {
    static let cooperation: ID<Theme> = ID("cooperation"), shock: ID<Theme> = ID("shock"), flows: ID<Theme> = ID("flows"), work: ID<Theme> = ID("work")
    static let crime: ID<Theme> = ID("crime"), digital: ID<Theme> = ID("digital"), green: ID<Theme> = ID("green")
}
