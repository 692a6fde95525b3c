import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The same table on its way out: the frameworks that a reader may see.
struct FrameworksExport: Exporting {
    let name = "frameworks"
    let title = "assessments.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { FrameworkColumn.all }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        for (id, framework) in visit.assessments.frameworksInOrder where visit.sees(id) {
            for category in framework.categories {
                let level = framework.levels.first { $0.id == category.level }?.title ?? .empty
                for statement in category.statements {
                    func cell(_ content: Localized, _ language: Language) -> CSVCell { CSVCell(content.texts[language]?.text ?? "") }
                    let texts = Language.allCases.flatMap { language -> [CSVCell] in
                        let labels = framework.scale.map { $0.label.texts[language]?.text ?? "" }, scale = labels.contains("") ? "" : labels.joined(separator: " | ")
                        return [cell(statement.text, language), cell(category.title, language), cell(level, language), cell(framework.title, language), CSVCell(scale)]
                    }
                    try take([.text(id.text), .text(category.level.text), .text(category.id.text)] + texts)
                }
            }
        }
    }
}
