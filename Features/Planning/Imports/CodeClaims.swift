import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who has which code of which plan while a file is read.
struct CodeClaims {
    private struct Key: Hashable {
        let kind: PlanCodes.Kind
        let whole: ID<StrategicPlan>
        let code: String

        init(_ kind: PlanCodes.Kind, _ whole: ID<StrategicPlan>, _ code: String) {
            self.kind = kind
            self.whole = whole
            self.code = NameKey(code).look
        }
    }

    private var holders: [Key: PlanCodes.Holder] = [:]
    /// The codes that the file gives, by identifier: who will have another one is no holder any more.
    private var coming: [String: String] = [:]

    init(_ plan: Plan) {
        for whole in plan.plans.keys {
            for kind in PlanCodes.Kind.allCases {
                for holder in PlanCodes(plan, kind, of: whole).holders { holders[Key(kind, whole, holder.code)] = holder }
            }
        }
    }

    mutating func expect(_ code: String?, for id: String) {
        if let code { coming[id] = code }
    }

    /// The code written, or what stands. Refused where something else of its kind has it and keeps it.
    func code(
        _ written: String?, _ kind: PlanCodes.Kind, in whole: ID<StrategicPlan>?, for id: String, instead present: String?, _ language: Language
    ) throws(Refusal) -> String {
        guard let raw = written, raw != present else { return written ?? present ?? "" }
        let written = try WrittenCode.of(raw, field: nil)
        guard let whole else { return written }
        guard let holder = holders[Key(kind, whole, written)], holder.id != id,
            NameKey(coming[holder.id] ?? holder.code).look == NameKey(written).look
        else { return written }
        throw holder.refusal(of: written, "planning.import.code-taken", ["code": written, "title": holder.title.plain(in: language), "id": holder.id])
    }

    mutating func give(_ code: String, _ kind: PlanCodes.Kind, in whole: ID<StrategicPlan>?, to id: String, _ title: Localized) {
        guard !code.isEmpty, let whole else { return }
        holders[Key(kind, whole, code)] = PlanCodes.Holder(id: id, code: code, title: title)
    }
}
