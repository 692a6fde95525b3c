import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How far the value has come from the baseline to the target, and whether that is as far as it should be by its day.
struct HowCourse: Sendable {
    private let page: IndicatorPage

    init(_ page: IndicatorPage) { self.page = page }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }
    private var indicator: Indicator { page.indicator }
    private var measurement: Measurement { page.measurement }

    func sentences(_ actual: Actual) -> [String] {
        guard let course = measurement.course, let score = measurement.score else { return [] }
        let amount = actual.amount ?? 0
        var all = [
            indicator.baseline.map {
                say("monitoring.how.baseline", ["value": visit.amount($0.value, indicator), "day": say.day($0.on)])
            } ?? say("monitoring.how.milestones"),
            say(
                "monitoring.how.score",
                [
                    "actual": visit.score(amount), "baseline": visit.score(course.baseline), "target": visit.score(course.target),
                    "score": visit.score(score.raw),
                ]),
        ]
        if score.raw != score.clamped { all.append(say("monitoring.how.clamped", ["score": visit.score(score.clamped)])) }
        if course.isAtEnd { return all + [say("monitoring.how.at-end", ["day": say.day(course.until)])] }
        all.append(
            say(
                "monitoring.how.time",
                [
                    "total": say("monitoring.days", count: course.total), "from": say.day(course.from), "until": say.day(course.until),
                    "elapsed": say.number(course.elapsed),
                ]))
        return all + bends(course) + pace(course, score)
    }

    /// Earlier targets on the way.
    private func bends(_ course: Course) -> [String] {
        guard !course.bends.isEmpty else { return [] }
        let bends = course.bends.map {
            say("monitoring.value-by", ["value": visit.amount($0.value, indicator), "day": say.day($0.day)])
        }
        return [say("monitoring.how.bends", ["targets": bends.joined(separator: say.language.semicolon)])]
    }

    private func pace(_ course: Course, _ score: Score) -> [String] {
        guard let expected = course.expected, let expectedScore = measurement.expected else { return [] }
        let sentence = say(
            "monitoring.how.expected", ["value": visit.amount(expected, indicator), "score": visit.score(expectedScore.raw)])
        guard let pace = measurement.achievement else { return [sentence] }
        return [
            sentence,
            say(
                "monitoring.how.pace",
                ["score": visit.score(score.raw), "expected": visit.score(expectedScore.raw), "pace": say.number(pace, digits: 2)]),
        ]
    }
}
