import Methods
import Organisation
import Pages

/// Those who answered against those who were asked, group by group of the register: whose voices the figures carry.
struct Representation {
    let reading: SurveyReading
    let respondents: Respondents

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    /// From how much less than its share of the Members on a group is called under-represented. House default.
    private static let notable = 0.02

    /// One grouping with its counts.
    struct Held {
        let grouping: Grouping
        let asked: [Int]
        let answered: [Int]
        let measured: Representativeness

        init?(_ grouping: Grouping, _ respondents: Respondents) {
            let heard = Set(respondents.all.versions.map(\.member))
            self.grouping = grouping
            asked = grouping.categories.map(\.members.count)
            answered = grouping.categories.map { $0.members.count(where: heard.contains) }
            guard let measured = Representativeness(population: asked, responses: answered) else { return nil }
            self.measured = measured
        }

        var shareOfAnswers: [Double] { Held.shares(answered) }
        var shareOfMembers: [Double] { Held.shares(asked) }

        private static func shares(_ counts: [Int]) -> [Double] {
            let sum = Double(max(1, counts.reduce(0, +)))
            return counts.map { Double($0) / sum }
        }

        /// Whose share differs most.
        var mostApart: Int? { measured.groups.indices.max { abs(measured.groups[$0].difference) < abs(measured.groups[$1].difference) } }

        /// Least first.
        var underRepresented: [Int] {
            measured.groups.indices.filter { measured.groups[$0].difference <= -Representation.notable }.sorted { measured.groups[$0].difference < measured.groups[$1].difference }
        }
    }

    static func held(_ respondents: Respondents) -> [Held] { respondents.groupings.compactMap { Held($0, respondents) } }

    var markup: Markup {
        let all = Representation.held(respondents)
        guard !all.isEmpty else { return Markup() }
        return sheet(say("survey.represent"), id: "represent") {
            p { say("survey.represent-how") }
            for (place, held) in all.enumerated() {
                // The region is what everybody asks for first; the others stand behind it.
                if place == 0 {
                    h3 { say(held.grouping.key) }
                    chart(held, place)
                } else {
                    details {
                        summary { say(held.grouping.key) }
                        chart(held, place)
                    }
                }
            }
        }
    }

    private func chart(_ held: Held, _ place: Int) -> Markup {
        let answers = held.shareOfAnswers, members = held.shareOfMembers
        let bars = held.grouping.categories.indices.map { group in
            BarChart.Bar(
                label: held.grouping.categories[group].label(visit), value: answers[group], valueText: say.percent(answers[group], digits: 1), target: members[group],
                targetText: say.percent(members[group], digits: 1))
        }
        let frame = ChartFrame(id: "represent-\(place)", finding: finding(held), tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft)
        return group {
            barChart(BarChart(bars: bars, labelHeading: say(held.grouping.key), valueHeading: say("survey.share-of-answers"), targetHeading: say("survey.share-of-members")), in: frame)
            details {
                summary { say("survey.rates") }
                scrollingTable(say("survey.rates-caption"), id: "rates-\(place)") {
                    headings(
                        [(held.grouping.key, false), ("survey.answered", true), ("survey.asked", true), ("survey.rate", true), ("survey.difference", true)].map { (say($0.0), $0.1) })
                    tbody { for group in held.grouping.categories.indices { row(held, group) } }
                }
            }
        }
    }

    private func row(_ held: Held, _ group: Int) -> Markup {
        let measured = held.measured.groups[group]
        return tr {
            th(.scope("row")) { held.grouping.categories[group].label(visit) }
            td(.class("n")) { say.number(held.answered[group]) }
            td(.class("n")) { say.number(held.asked[group]) }
            td(.class("n")) { measured.rate.map { say.percent($0) } ?? "–" }
            td(.class("n")) { element("bdi", []) { points(measured.difference) } }
        }
    }

    /// With its sign: +2.4.
    private func points(_ difference: Double) -> String { "\(difference > 0 ? "+" : "")\(say.number(difference * 100))" }

    private func finding(_ held: Held) -> String {
        guard let most = held.mostApart, held.measured.largestDifference >= 0.0005 else { return say("survey.represent-exact") }
        func name(_ group: Int) -> String { held.grouping.categories[group].label(visit) }
        let apart = say(
            "survey.represent-finding",
            [
                "group": name(most), "answers": say.percent(held.shareOfAnswers[most], digits: 1), "members": say.percent(held.shareOfMembers[most], digits: 1),
                "points": say.number(held.measured.largestDifference * 100),
            ])
        let under = held.underRepresented
        return "\(apart) \(under.isEmpty ? say("survey.represent-none") : say("survey.represent-under", ["groups": say.list(under.map(name))]))"
    }
}
