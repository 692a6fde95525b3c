import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A plan on its way out by StratML: ISO 17469-1, and ANSI/AIIM 22 (Part 2) as a plan with targets or as a report with results.
struct StratMLExport: DocumentExporting {
    enum Form: String, CaseIterable {
        case plan = "part-1"
        case targets = "part-2"
        case report = "part-2-report"
    }

    let name = "stratml"
    let title = "planning.export.stratml"
    let forms = Form.allCases.map { DocumentForm($0.rawValue, title: "planning.document.\($0.rawValue)") }

    /// A plan needs a goal.
    func choices(for visit: Visit) -> [DocumentChoice] {
        visit.visiblePlans.filter { visit.plan.objectives(of: $0.id).contains { visit.sees($0.id) } }.map { DocumentChoice(id: $0.id.text, title: $0.plan.title) }
    }

    func document(_ form: String, of choice: String, in language: Language, for visit: Visit) -> ExportedDocument? {
        guard let form = Form(rawValue: form), let id = ID<StrategicPlan>(choice), choices(for: visit).contains(where: { $0.id == choice }) else {
            return nil
        }
        guard let composition = StratMLComposition(id, form, language, visit) else { return nil }
        let name = "\(visit.organisation.id)-\(id)-\(form.rawValue)-\(language.rawValue)-\(visit.times.day).xml"
        return ExportedDocument(leftOut: StratMLLeftOut(composition).sayings) {
            File(name: name, type: "application/xml; charset=utf-8", bytes: composition.document.bytes)
        }
    }
}
