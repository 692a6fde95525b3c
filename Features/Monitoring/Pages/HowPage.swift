import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How exactly the status of an indicator was computed: every number and every rule in a sentence.
struct HowPage: Sendable {
    private let page: IndicatorPage

    init(_ visit: Visit) throws(Missing) { page = try IndicatorPage(visit) }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }
    private var indicator: Indicator { page.indicator }
    private var measurement: Measurement { page.measurement }

    func answer() -> Page {
        Page(
            say("monitoring.how.title", ["indicator": visit.title(indicator.code, indicator.title)]), place: "indicators",
            trail: [(say("monitoring.indicators"), "indicators"), (visit.title(indicator.code, indicator.title), "indicators/\(page.id)")]
        ) {
            p(.class("lede")) {
                visit.mark(measurement)
                " "
                conclusion
            }
            sheet(say("monitoring.how.steps")) { ol { for sentence in sentences { li { sentence } } } }
            sheet(say("monitoring.how.rules")) { p { say("monitoring.how.rules-text") } }
        }
    }

    private var conclusion: String {
        measurement.gap.map { say("monitoring.why.\($0.rawValue)") }
            ?? say("monitoring.how.conclusion.\(measurement.rating.word)", ["share": share(measurement.achievement)])
    }

    private var sentences: [String] { value + target + way + rating + age }

    private var value: [String] {
        guard let actual = measurement.actual else { return [say("monitoring.how.no-value")] }
        var all: [String] = []
        if let newer = actual.overtakenBy {
            all.append(
                say(
                    "monitoring.how.overtaken",
                    [
                        "period": visit.plain(newer.period.name), "counted": say.number(newer.counted), "of": say.number(newer.of),
                        "least": share(Measuring.leastCoverage),
                    ]))
        }
        let arguments = [
            "value": visit.shown(actual, indicator), "period": visit.plain(actual.period.name), "day": say.day(actual.day),
            "counted": say.number(actual.counted), "of": say.number(actual.of), "coverage": share(actual.coverage),
            "way": say("monitoring.aggregation.\(indicator.aggregation.rawValue)"), "least": share(Measuring.leastCoverage),
        ]
        all.append(say(indicator.reporting == .byMember ? "monitoring.how.value-members" : "monitoring.how.value-whole", arguments))
        if indicator.reporting == .byMember { all.append(say("monitoring.how.coverage", arguments)) }
        return all
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
        case .progress, .milestones: return progress(actual)
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
        measurement.score.map { [say("monitoring.how.score-is", ["score": number($0.raw)])] } ?? []
    }

    private func progress(_ actual: Actual) -> [String] {
        guard let course = measurement.course, let score = measurement.score else { return [] }
        let amount = actual.amount ?? 0
        var all = [
            indicator.baseline.map {
                say("monitoring.how.baseline", ["value": visit.amount($0.value, indicator), "day": say.day($0.on)])
            } ?? say("monitoring.how.milestones"),
            say(
                "monitoring.how.score",
                [
                    "actual": number(amount), "baseline": number(course.baseline), "target": number(course.target),
                    "score": number(score.raw),
                ]),
        ]
        if score.raw != score.clamped { all.append(say("monitoring.how.clamped", ["score": number(score.clamped)])) }
        if course.isAtEnd { return all + [say("monitoring.how.at-end", ["day": say.day(course.until)])] }
        all.append(
            say(
                "monitoring.how.time",
                [
                    "total": say.number(course.total), "from": say.day(course.from), "until": say.day(course.until),
                    "elapsed": say.number(course.elapsed),
                ]))
        if !course.bends.isEmpty {
            let bends = course.bends.map {
                say("monitoring.value-by", ["value": visit.amount($0.value, indicator), "day": say.day($0.day)])
            }
            all.append(say("monitoring.how.bends", ["targets": bends.joined(separator: "; ")]))
        }
        if let expected = course.expected, let expectedScore = measurement.expected {
            all.append(say("monitoring.how.expected", ["value": visit.amount(expected, indicator), "score": number(expectedScore.raw)]))
            if let pace = measurement.achievement {
                all.append(
                    say(
                        "monitoring.how.pace",
                        ["score": number(score.raw), "expected": number(expectedScore.raw), "pace": say.number(pace, digits: 2)]))
            }
        }
        return all
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
                ["limit": say.number(Int(1.5 * Double(months) * daysInMonth)), "months": say("monitoring.every-months", count: months)])
        ]
    }

    private func number(_ value: Double) -> String { say.number(value, digits: 2) }
    private func share(_ value: Double?) -> String { value.map { say.percent($0) } ?? "–" }
}
