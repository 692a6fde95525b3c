import Methods
import Pages

/// How the answers spread over a scale: all its steps, the middle one, and how many stand high and low. A mean would hide two camps.
struct Distribution {
    let result: QuestionResult

    private var say: Say { result.say }

    var markup: Markup {
        let options = result.tally.options, steps = options.counts.indices
        return stackedBar(
            StackedBar(
                shares: steps.map { place in
                    StackedBar.Share(
                        label: result.visit.option(place, of: result.question), value: options.shares[place], valueText: say.number(options.counts[place]),
                        shareText: say.percent(options.shares[place]), shade: .step(shade(place, of: steps.count)))
                }, labelHeading: say("survey.answer"), valueHeading: say("survey.measure.scale")),
            in: result.frame(finding(options.shares)))
    }

    /// Of five shades, the lightest for the lowest step.
    private func shade(_ place: Int, of count: Int) -> Int { count < 2 ? 3 : 1 + Int((Double(place) / Double(count - 1) * 4).rounded()) }

    private func finding(_ shares: [Double]) -> String {
        let steps = Steps(shares)
        guard let middle = steps.middle else { return "" }
        return say(
            "survey.finding.scale", ["middle": result.visit.option(middle, of: result.question), "high": say.percent(steps.high), "low": say.percent(steps.low)])
    }
}

/// What a distribution over the steps of a scale comes to without pretending that its steps are equally far apart.
struct Steps: Equatable {
    /// From 0; `nil` where nobody answered.
    let middle: Int?
    /// The share above the middle of the scale, and that below it.
    let high: Double
    let low: Double

    init(_ shares: [Double]) {
        let centre = Double(shares.count - 1) / 2
        middle = middleStep(shares)
        high = shares.enumerated().reduce(0) { $0 + (Double($1.offset) > centre ? $1.element : 0) }
        low = shares.enumerated().reduce(0) { $0 + (Double($1.offset) < centre ? $1.element : 0) }
    }
}
