import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Trajectories

@Suite("S-curves: what is followed over time")
struct CurveStories {
    private let curve = ["curve": "n1"]

    @Test("points typed a line each become a curve with its limit, its era and its sentence")
    func fitted() async throws {
        let world = try World.rising(), figures = try #require(try world.state.figures(of: ID("n1"))), fit = try #require(figures.fit)
        #expect(fit.curve.model == .logistic && abs(fit.curve.limit - 80) < 2 && abs(fit.curve.midpoint - 2008) < 0.5)
        #expect(figures.standing(try #require(try world.state.trajectories[ID("n1")]))?.era == .maturity)
        let page = try await world.page("curves/{curve}", curve, as: .public)
        #expect(page.contains("of the limit of 8") && page.contains("Maturity") && page.contains("Sood and Tellis") && !page.contains("Write points"))
        #expect(try await world.page(TrajectoryPath.front, as: .public).contains("Single window"))
    }

    @Test("a line that cannot be read is named with its number, and nothing is recorded")
    func refused() throws {
        var world = try World.rising()
        let before = try world.state.points[ID("n1")]
        for (text, refusal) in [
            ("2000 1\n2001", Refusal("trajectories.refusal.no-value", ["text": "2001", "line": "2"], field: "points", ofFieldAlone: true)),
            ("soon 1", Refusal("trajectories.refusal.no-time", ["text": "soon", "line": "1"], field: "points", ofFieldAlone: true)),
            ("2000 many", Refusal("trajectories.refusal.no-number", ["text": "many", "line": "1"], field: "points", ofFieldAlone: true)),
            ("2000 1\n\n2000 2", Refusal("trajectories.refusal.twice", ["other": "1", "line": "3"], field: "points", ofFieldAlone: true)),
            ("2000 1e999", Refusal("trajectories.refusal.no-number", ["text": "1e999", "line": "1"], field: "points", ofFieldAlone: true)),
        ] {
            #expect(throws: refusal, "\(text)") { try world.send("curves/{curve}/points", ["points": text], curve) }
        }
        #expect(try world.state.points[ID("n1")] == before)
    }

    @Test("years, halves, days, French commas and semicolons are read; what is shown again is read as the same")
    func written() throws {
        let points = try PointLines.read("2019;1,5\n2019.5\t2\n 2021-07-02  3,25 ", in: .fr, field: "points")
        #expect(points.map(\.value) == [1.5, 2, 3.25] && points[1].time == 2019.5 && abs(points[2].time - 2021.5) < 0.002)
        #expect(try PointLines.read("٢٠١٩ ١٫٥\n٢٠٢٠٫٥ ٢", in: .ar, field: "points") == [TrajectoryPoint(time: 2019, value: 1.5), TrajectoryPoint(time: 2020.5, value: 2)])
        for language in Language.allCases { #expect(try PointLines.read(PointLines.written(points, in: language), in: language, field: "points") == points, "\(language)") }
    }

    @Test(
        "what falls, stands still or is too short is no S-curve, and the page says why",
        arguments: [
            ("2000 9\n2001 8\n2002 7\n2003 6\n2004 5\n2005 4\n2006 3\n2007 2", "it falls"), ("2000 5\n2001 5\n2002 5\n2003 5\n2004 5\n2005 5\n2006 5", "all values are the same"),
            ("2000 1\n2001 2\n2002 4", "too few points"),
        ])
    func none(_ points: String, _ because: String) async throws {
        var world = try World.rising()
        try world.send("curves/{curve}/points", ["points": points], curve)
        #expect(try world.state.figures(of: ID("n1"))?.curve == nil)
        #expect(try await world.page("curves/{curve}", curve).contains("No S-curve is drawn: \(because)"))
    }

    @Test("of a measure of which less is better the curve is that of its reciprocal, shown as it was measured")
    func less() async throws {
        var world = try World.rising(["way": "down", "measure.en": "Hours"])
        let rising = try #require(SCurve(.logistic, limit: 0.25, rate: 0.6, midpoint: 2008))
        try world.send("curves/{curve}/points", ["points": (2000...2020).map { "\($0) \((1 / (rising.value(at: Double($0)) + 0.002) * 100).rounded() / 100)" }.joined(separator: "\n")], curve)
        let figures = try #require(try world.state.figures(of: ID("n1"))), fit = try #require(figures.fit)
        #expect(abs(figures.shown(fit.curve.limit) - 4) < 0.3)
        #expect(try await world.page("curves/{curve}", curve).contains("of the way to the best that the curve tells, 4"))
    }

    @Test("what people have seen counts more than the curve, and needs to be said")
    func seen() async throws {
        var world = try World.rising()
        #expect(throws: Refusal("trajectories.refusal.seen-what", field: "sightings", ofFieldAlone: true)) {
            try world.send("curves/{curve}/edit", World.adoption.merging(["discontinuity": "yes"]) { $1 }, curve)
        }
        try world.send("curves/{curve}/edit", World.adoption.merging(["discontinuity": "yes", "sightings.en": "Platforms took over"]) { $1 }, curve)
        let page = try await world.page("curves/{curve}", curve)
        #expect(page.contains("By its curve alone: Maturity") && page.contains("Ferment") && page.contains("Platforms took over"))
    }

    @Test("an entrant that is far enough is forecast with probability and interval; an early one is plainly not")
    func overtaken() async throws {
        var world = try World.rising()
        try world.send(TrajectoryPath.new, World.adoption.merging(["title.en": "Shared record"]) { $1 })
        let entrant = ["curve": "n2"]
        try world.send("curves/{curve}/edit", World.adoption.merging(["entrant": "n2"]) { $1 }, curve)
        try world.send("curves/{curve}/points", ["points": World.lines(2008...2020, limit: 120, rate: 0.6, middle: 2019)], entrant)
        let known = try #require(try Rivalry.of(ID("n1"), in: world.state)?.forecast)
        #expect(known.isForecastable && known.probability > 0.9 && known.interval.map { $0.contains(2020.2) || $0.lowerBound < 2021.5 } == true, "\(known)")
        #expect(try await world.page("curves/{curve}", curve).contains("It is overtaken with a probability of"))
        try world.send("curves/{curve}/points", ["points": World.lines(2008...2020, limit: 120, rate: 0.35, middle: 2030)], entrant)
        let early = try await world.page("curves/{curve}", curve)
        #expect(early.contains("Not forecastable.") || early.contains("there is no curve, so nothing is said"))
        #expect(throws: (any Error).self, "nothing overtakes itself") { try world.send("curves/{curve}/edit", World.adoption.merging(["entrant": "n1"]) { $1 }, curve) }
    }

    @Test("a supposed new curve is compared by areas, dropped with a reason, and never called a forecast")
    func explored() async throws {
        var world = try World.rising()
        let supposed = ["start": "2021", "cost": "400", "limit": "130", "rise": "8", "worth": "2", "because.en": "One record"]
        #expect(throws: Refusal("pages.refusal.required", field: "because", ofFieldAlone: true)) { try world.send("curves/{curve}/explore", supposed.merging(["because.en": ""]) { $1 }, curve) }
        try world.send("curves/{curve}/explore", supposed, curve)
        let page = try await world.page("curves/{curve}", curve)
        #expect(page.contains("Whoever explores would have") && page.contains("One record") && page.contains("The new curve passes the old"))
        try world.send("curves/{curve}/drop", ["because": "Nobody pays"], curve)
        #expect(try world.state.explorations.isEmpty)
    }

    @Test("those who take part read what is not for everybody; nobody but planners changes anything")
    func readers() async throws {
        var world = try World.rising(["readers": "participants"])
        await #expect(throws: Missing.self) { try await world.page("curves/{curve}", curve, as: .public) }
        #expect(try await !world.page(TrajectoryPath.front, as: .public).contains("Single window"))
        #expect(throws: Missing.self) { try world.send("curves/{curve}/points", ["points": "2000 1"], curve, as: .public) }
        try world.send("curves/{curve}/withdraw", ["because": "Wrong"], curve)
        #expect(try world.state.trajectories.isEmpty && world.state.points.isEmpty)
    }

    @Test("every shape of its events can be read for ever")
    func forever() throws {
        let full = Trajectory(
            title: Localized("A", .en), text: Localized("B", .en), kind: .technology, measure: Localized("C", .en), way: .down, limit: 2, isLogarithmic: true, hasDominantDesign: false,
            hasDiscontinuity: true, sightings: Localized("D", .en), entrant: ID("t2"), horizon: 7, objectives: [ID("o1")], source: Localized("E", .en), readers: .everyone)
        try expectEventsAreForever(
            Trajectories.self,
            today: [
                .trajectoryDescribed(id: ID("t1"), full), .trajectoryDescribed(id: ID("t2"), Trajectory(title: Localized("F", .en), measure: Localized("G", .en))),
                .pointsRecorded(id: ID("t1"), [TrajectoryPoint(time: 2001.5, value: -3.25)]),
                .explorationSupposed(id: ID("t1"), Exploration(start: 2030, cost: 5, limit: 9, rise: 4, worth: 1.5, because: Localized("H", .en))),
                .explorationSupposed(id: ID("t2"), Exploration(start: 2030, cost: 5, limit: 9, rise: 4, worth: nil, because: Localized("I", .en))),
                .explorationDropped(id: ID("t2"), because: "J"), .trajectoryWithdrawn(id: ID("t2"), because: "K"),
            ])
    }
}
