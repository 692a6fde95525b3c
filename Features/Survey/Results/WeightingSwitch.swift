import Methods
import Organisation
import Pages

/// The choice of what each answer counts, and what the choice does.
struct WeightingSwitch {
    let reading: SurveyReading
    let respondents: Respondents

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }
    private var weights: Weights { respondents.weights }

    var markup: Markup {
        sheet(say("survey.weights"), id: "weights") {
            chips(
                say("survey.weights"),
                respondents.weightings.map { weighting in
                    let asked = weighting == .raw ? [:] : ["weights": weighting.rawValue]
                    return (say("survey.weights.\(weighting.rawValue)"), visit.path(SurveyPath.survey(reading.id, "results"), asked), weighting == weights.weighting)
                })
            p { say("survey.weights-how.\(weights.weighting.rawValue)") }
            if weights.weighting != .raw { p { say("survey.weights-reading") } }
            if respondents.least > 0 { p(.class("help")) { say("survey.weights-least") } }
            if weights.weighting != .raw { limits }
        }
    }

    @MarkupBuilder private var limits: Markup {
        if let loss = WeightingLoss(weights: respondents.all.versions.map { weights[$0.member] }) {
            p {
                say(
                    "survey.weights-cost", count: respondents.all.versions.count,
                    ["effective": say.number(loss.effectiveSize), "deff": say.number(loss.designEffect, digits: 2)])
            }
        }
        if weights.weighting == .raked { p { say("survey.weights-by", ["groupings": say.list(respondents.groupings.map { say($0.key) })]) } }
        if !weights.unheard.isEmpty {
            p(.class("note")) {
                say(
                    "survey.weights-unheard",
                    [
                        "groups": say.list(weights.unheard.map { $0.label(visit) }), "spoken": say.number(weights.spokenFor), "asked": say.number(respondents.all.asked),
                    ])
            }
        }
        if let raking = weights.raking {
            p {
                raking.hasConverged
                    ? say("survey.raking-converged", count: raking.rounds)
                    : say("survey.raking-open", count: raking.rounds, ["points": say.number(raking.largestDifference * 100, digits: 2)])
            }
        }
        if weights.trimmed > 0 { p { say("survey.weights-trimmed", count: weights.trimmed, ["limit": say.number(TrimmedWeights.standardLimit)]) } }
    }
}

extension SurveyReading {
    /// By which weights this reader wants to read.
    var weightingAsked: Weighting { visit.query["weights"].flatMap(Weighting.init) ?? .raw }

    /// What keeps the choice in an address.
    func weightsAsked(_ respondents: Respondents) -> [String: String] {
        respondents.weights.weighting == .raw ? [:] : ["weights": respondents.weights.weighting.rawValue]
    }
}
