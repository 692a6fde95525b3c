import HashTreeCollections
import Journal
import Organisation
import Pages

/// What may be done with drivers: planners describe them, Members and staff rate them.
enum DriverDecisions {
    static func add(_ submission: Submission) throws -> Outcome {
        let (study, _) = try submission.unpublishedStudy(), driver = try driver(submission, Driver(study: study, title: .empty)), id: ID<Driver> = submission.newID()
        return .record(
            [Proposal(Scenarios.self, .driverDescribed(id: id, driver))], then: ScenarioPath.study(study), notice: Saying("scenarios.notice.driver", ["title": .content(driver.title)]))
    }

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.driver(), driver = try driver(submission, present)
        return .record(
            driver == present ? [] : [Proposal(Scenarios.self, .driverDescribed(id: id, driver))], then: ScenarioPath.driver(id),
            notice: Saying("scenarios.notice.saved", ["title": .content(driver.title)]))
    }

    /// Not one on which the four scenarios stand.
    static func remove(_ submission: Submission) throws -> Outcome {
        let (id, driver) = try submission.driver(), because = try submission.reason
        if let axes = submission.scenarios.axes(of: driver.study), [axes.first, axes.second].contains(id) { throw Refusal("scenarios.refusal.is-axis") }
        return .record(
            [Proposal(Scenarios.self, .driverRemoved(id: id, because: Prose(because)))], then: ScenarioPath.study(driver.study),
            notice: Saying("scenarios.notice.removed", ["title": .content(driver.title)]))
    }

    static func link(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.driver()
        var driver = present
        driver.signals = try submission.signals(over: present.signals)
        return .record(
            driver == present ? [] : [Proposal(Scenarios.self, .driverDescribed(id: id, driver))], then: ScenarioPath.driver(id),
            notice: Saying("scenarios.notice.linked", ["n": .count(driver.signals.count), "title": .content(driver.title)]))
    }

    /// For one's Member, or as one of the staff for oneself; nothing chosen takes it back. Then comes the next one that is not rated yet.
    static func rate(_ submission: Submission) throws -> Outcome {
        let id: ID<Driver> = try submission.id("driver"), scenarios = submission.scenarios
        guard let driver = scenarios.drivers[id] else { throw Refusal("pages.refusal.gone") }
        try submission.requireRated(driver.study)
        let member = try submission.ratedMember()
        guard let account = submission.viewer.account else { throw Refusal("pages.refusal.not-allowed") }
        let rater = Rater(member, Actor(account)), present = scenarios.ratings[id]?[rater]?.rating ?? DriverRating()
        func judged(_ name: String, _ stands: Int?) throws -> Int? { try submission.judged(name, in: DriverRating.range, stands) }
        let rating = DriverRating(importance: try judged("importance", present.importance), uncertainty: try judged("uncertainty", present.uncertainty))
        let event: Scenarios.Event = rating.isEmpty ? .driverRatingTakenBack(id: id, member: member) : .driverRated(id: id, member: member, rating)
        let next = rating.isFull && present != rating ? scenarios.drivers(of: driver.study).first { $0.id != id && scenarios.ratings[$0.id]?[rater]?.rating.isFull != true } : nil
        return .record(
            rating == present ? [] : [Proposal(Scenarios.self, event)], then: next.map { ScenarioPath.driver($0.id, "rate") } ?? ScenarioPath.driver(id),
            notice: Saying(rating.isEmpty ? "scenarios.notice.unrated" : next == nil ? "scenarios.notice.rated" : "scenarios.notice.rated-next", ["title": .content(driver.title)]))
    }

    private static func driver(_ submission: Submission, _ present: Driver) throws(Refusal) -> Driver {
        let entered = submission.entered
        var driver = present
        driver.title = try entered.localized("title", present: present.title, max: 200, required: true)
        driver.text = try entered.localized("text", present: present.text, max: 4000)
        driver.low = try entered.localized("low", present: present.low, max: 300, required: true)
        driver.high = try entered.localized("high", present: present.high, max: 300, required: true)
        return driver
    }
}
