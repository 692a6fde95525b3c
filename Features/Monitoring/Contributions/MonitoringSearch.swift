import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was written beside values, for whoever may see the indicator: texts, notes, evidence, and why a text was judged as it was.
func documents(of organisation: Organisation) -> [SearchDocument] {
    let plan = organisation[Plan.self], register = organisation[Register.self], values = organisation[Values.self]
    return plan.indicators.sorted { $0.key < $1.key }.flatMap { id, indicator in
        values.words(of: id).map { words in
            let owner = words.member.map { register.name(of: $0) }
            return SearchDocument(
                Reference(Values.self, nodeID("\(id).\(words.period).\(words.member?.text ?? "whole")")), kind: "monitoring.kind.value",
                code: indicator.code, title: plan.name(of: words.period), path: "indicators/\(id)",
                fields: [
                    SearchDocument.Field("monitoring.member", owner ?? .empty),
                    SearchDocument.Field("monitoring.value", words.text ?? ""), SearchDocument.Field("monitoring.report.note", words.note ?? ""),
                    SearchDocument.Field("monitoring.evidence", Prose(words.evidence)),
                ],
                audience: plan.audience(of: indicator), within: [Reference(Plan.self, id)])
        }
    }
}
