import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of a driver: what it is, which signals speak for it, what one makes of it.
enum DriverForms {
    static let rating = Access.roles([.administrator, .planner, .projectOwner, .auditor, .gatekeeper] + Role.ofAdministrations)

    static let new = Route.form("scenarios/studies/{study}/drivers/new", .planners, show: start, decide: DriverDecisions.add)
    static let edit = Route.form("scenarios/drivers/{driver}/edit", .planners, show: describe, decide: DriverDecisions.change)

    static let routes: [Route] = [
        new, edit,
        .form("scenarios/drivers/{driver}/remove", .planners, show: remove, decide: DriverDecisions.remove),
        .form("scenarios/drivers/{driver}/signals", .planners, show: signals, decide: DriverDecisions.link),
        .form("scenarios/drivers/{driver}/rate", rating, show: rate, decide: DriverDecisions.rate),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.workedOn()
        return Form(
            visit.say("scenarios.new-driver"), lede: visit.say("scenarios.new-driver-lede"), place: ScenarioPath.front, trail: visit.studyTrail(id), submit: visit.say("pages.save"),
            cancel: ScenarioPath.study(id), fields: fields(visit, Driver(study: id, title: .empty)))
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, driver) = try visit.ownDriver()
        return Form(
            visit.say("scenarios.edit-driver"), place: ScenarioPath.front, trail: visit.driverTrail(id, driver), submit: visit.say("pages.save"), cancel: ScenarioPath.driver(id),
            fields: fields(visit, driver))
    }

    private static func fields(_ visit: Visit, _ driver: Driver) -> [Field] {
        let say = visit.say
        return [
            .localized("title", say("scenarios.field.driver"), driver.title, languages: visit.languages, required: true, help: say("scenarios.field.driver-help")),
            .localized("text", say("scenarios.field.text"), driver.text, rows: 3, languages: visit.languages),
            .localized("low", say("scenarios.field.low"), driver.low, languages: visit.languages, required: true, help: say("scenarios.field.low-help")),
            .localized("high", say("scenarios.field.high"), driver.high, languages: visit.languages, required: true, help: say("scenarios.field.high-help")),
        ]
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let (id, driver) = try visit.ownDriver(), say = visit.say
        return .withdrawing(
            say("scenarios.remove", ["title": visit.plain(driver.title)]), place: ScenarioPath.front, trail: visit.driverTrail(id, driver), submit: say("scenarios.remove-it"),
            cancel: ScenarioPath.driver(id), reason: .why(say("scenarios.field.why")), say)
    }

    private static func signals(_ visit: Visit) throws -> Form {
        let (id, driver) = try visit.ownDriver()
        return SignalsForm(visit: visit, title: driver.title, words: [driver.title, driver.text], linked: driver.signals, path: ScenarioPath.driver(id, "signals"), back: ScenarioPath.driver(id))
            .form(visit.driverTrail(id, driver))
    }

    private static func rate(_ visit: Visit) throws -> Form {
        let (id, driver) = try visit.driver(), say = visit.say
        guard visit.mayRate(driver.study) else { throw Missing() }
        // For several the form begins empty: what one of them gave must not be saved for another.
        let present = visit.onlyRater.flatMap { visit.scenarios.ratings[id]?[$0]?.rating }, all = visit.scenarios.drivers(of: driver.study)
        func scale(_ name: String, _ value: Int?) -> Field {
            let steps = DriverRating.range.map { Choice("\($0)", say("scenarios.rate.\(name).\($0)")) }
            return Field(
                name, say("scenarios.rate.\(name)"), .oneOf([Choice("", say("scenarios.rate.none"))] + steps, inRow: false), value: value.map { "\($0)" } ?? "")
        }
        return Form(
            say("scenarios.rate"), lede: visit.plain(driver.title), place: ScenarioPath.front, trail: visit.driverTrail(id, driver), submit: say("scenarios.rate-it"),
            cancel: ScenarioPath.study(driver.study),
            fields: [visit.raterField, visit.takeBackField, scale("importance", present?.importance), scale("uncertainty", present?.uncertainty)].compactMap { $0 }
        ) {
            p(.class("help")) { say("scenarios.driver-of", ["n": say.number((all.firstIndex { $0.id == id } ?? 0) + 1), "of": say.number(all.count)]) }
            if !driver.text.isEmpty { p(.class("prose")) { visit.text(driver.text) } }
            facts([(say("scenarios.field.low"), visit.text(driver.low)), (say("scenarios.field.high"), visit.text(driver.high))])
            p(.class("note")) { say("scenarios.rate-note", count: DriverSpread.least) }
        }
    }
}

extension Visit {
    /// The driver in the address where it may still be changed.
    fileprivate func ownDriver() throws(Missing) -> (id: ID<Driver>, driver: Driver) {
        let found = try driver()
        guard scenarios.phase(of: found.driver.study) != .published else { throw Missing() }
        return found
    }
}
