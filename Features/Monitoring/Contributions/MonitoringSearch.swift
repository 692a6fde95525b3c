import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was reported, for whoever may see the indicator: of each period its values, and whatever was written beside them or in judging them.
func documents(of organisation: Organisation) -> [SearchDocument] {
    let plan = organisation[Plan.self], values = organisation[Values.self]
    return plan.indicators.sorted { $0.key < $1.key }.flatMap { id, indicator in
        values.periods(of: id).sorted().map { reported(id, indicator, $0, organisation) } + written(id, indicator, organisation)
    }
}

/// That there are values of a period: found by the indicator *and* the period, for by the indicator alone one looks for itself.
private func reported(_ id: ID<Indicator>, _ indicator: Indicator, _ period: ID<ReportingPeriod>, _ organisation: Organisation) -> SearchDocument {
    let plan = organisation[Plan.self]
    return SearchDocument(
        Reference(Values.self, valueID(id.text, period.text)), kind: "monitoring.kind.value", code: indicator.code, title: plan.name(of: period),
        path: "indicators/\(id)", fields: [SearchDocument.Field("monitoring.indicator", indicator.title)],
        audience: plan.audience(of: indicator), within: [Reference(Plan.self, id)], isFoundByTitle: true)
}

private func written(_ id: ID<Indicator>, _ indicator: Indicator, _ organisation: Organisation) -> [SearchDocument] {
    let plan = organisation[Plan.self], register = organisation[Register.self], values = organisation[Values.self]
    let judgements = values.periods(of: id).sorted().compactMap { period -> SearchDocument? in
        guard let judgement = values.judgement(of: id, in: period) else { return nil }
        return SearchDocument(
            Reference(Values.self, valueID(id.text, period.text, "judged")), kind: "monitoring.kind.value", code: indicator.code, title: plan.name(of: period),
            path: "indicators/\(id)", fields: [SearchDocument.Field("monitoring.judge.because", judgement.because)],
            audience: plan.audience(of: indicator), within: [Reference(Plan.self, id)])
    }
    return judgements
        + values.words(of: id).map { words in
            let owner = words.member.map { register.name(of: $0) }, member = words.member.map { [$0.text] } ?? []
            return SearchDocument(
                Reference(Values.self, valueID([id.text, words.period.text, "words"] + member)), kind: "monitoring.kind.value",
                code: indicator.code, title: plan.name(of: words.period), path: "indicators/\(id)",
                fields: [
                    SearchDocument.Field("monitoring.member", owner ?? .empty),
                    SearchDocument.Field("monitoring.value", words.text ?? ""), SearchDocument.Field("monitoring.report.note", words.note ?? ""),
                    SearchDocument.Field("monitoring.evidence", Prose(words.evidence)),
                ],
                audience: plan.audience(of: indicator), within: [Reference(Plan.self, id)])
        }
}
