import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// From the value to the status, rule by rule, each in a sentence with its numbers.
struct HowSentences: Sendable {
    private let page: IndicatorPage

    init(_ page: IndicatorPage) { self.page = page }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }
    private var indicator: Indicator { page.indicator }
    private var measurement: Measurement { page.measurement }

    var all: [String] { value + target + way + rating + age }

    private var value: [String] {
        guard let actual = measurement.actual else { return [say("monitoring.how.no-value")] }
        var all: [String] = []
        if let newer = actual.overtakenBy {
            all.append(
                say(
                    "monitoring.how.overtaken", count: newer.counted,
                    ["period": visit.plain(newer.period.name), "of": say.number(newer.of), "least": share(Measuring.leastCoverage)]))
        }
        let arguments = [
            "value": visit.shown(actual, indicator), "period": visit.plain(actual.period.name), "day": say.day(actual.day),
            "of": say.number(actual.of), "coverage": share(actual.coverage),
            "way": say("monitoring.aggregation.\(indicator.aggregation.rawValue)"), "least": share(Measuring.leastCoverage),
        ]
        guard indicator.reporting == .byMember else { return all + [say("monitoring.how.value-whole", arguments)] }
        return all + [say("monitoring.how.value-members", count: actual.counted, arguments), say("monitoring.how.coverage", arguments)]
    }

    private var target: [String] {
        guard let target = measurement.target else { return [say("monitoring.how.no-target")] }
        let isLast = measurement.actual.map { target.by < $0.day } ?? false
        return [
            say(
                isLast ? "monitoring.how.target-last" : "monitoring.how.target",
                ["target": visit.aim(target, indicator), "day": say.day(target.by)])
        ]
    }

    private var way: [String] {
        guard let rule = measurement.rule, let actual = measurement.actual else { return [] }
        switch rule {
        case .progress, .milestones: return HowCourse(page).sentences(actual)
        case .keeping, .range:
            let tolerance = indicator.tolerance.map { visit.amount($0, indicator) }
            let outside = tolerance.map { say("monitoring.how.tolerance", ["tolerance": $0]) } ?? say("monitoring.how.no-tolerance")
            return [say("monitoring.how.\(rule.rawValue)"), outside] + scoreSentence
        case .judgement:
            guard let judgement = actual.judgement else { return [say("monitoring.how.judgement-missing")] }
            return [
                say(
                    "monitoring.how.judgement",
                    [
                        "person": visit.name(of: judgement.by), "day": say.day(judgement.at.day),
                        "verdict": say("monitoring.verdict.\(Verdict(judgement.met).rawValue)"),
                        "because": judgement.because.text ?? say("pages.erased"),
                    ])
            ]
        }
    }

    private var scoreSentence: [String] {
        measurement.score.map { [say("monitoring.how.score-is", ["score": visit.score($0.raw)])] } ?? []
    }

    private var rating: [String] {
        var all: [String] = []
        if measurement.gap == nil {
            all.append(
                say(
                    "monitoring.how.rating",
                    [
                        "good": share(Thresholds.standard.onTrack), "warn": share(Thresholds.standard.atRisk),
                        "share": share(measurement.achievement),
                        "status": say("pages.status.\(measurement.rating.word)"),
                    ]))
        }
        if measurement.met != .undetermined { all.append(say("monitoring.how.\(measurement.met.rawValue)")) }
        return all
    }

    private var age: [String] {
        guard let age = measurement.age else { return [] }
        let months = max(indicator.everyMonths, 1)
        return [
            say(
                measurement.isStale ? "monitoring.how.stale" : "monitoring.how.fresh", count: age,
                [
                    "limit": say("monitoring.days", count: Int(1.5 * Double(months) * daysInMonth)),
                    "months": say("monitoring.every-months", count: months),
                ])
        ]
    }

    private func share(_ value: Double?) -> String { value.map { say.percent($0) } ?? "–" }
}
