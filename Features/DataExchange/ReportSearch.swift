import HashTreeCollections
import Journal
import Organisation
import Pages

/// What can be found of the reports on imports, for those who may import: the file's name, and what was quoted from it.
func reportSearch(_ organisation: Organisation) -> [SearchDocument] {
    organisation[Imports.self].inOrder.map { id, report in
        let quoted = report.remarks.flatMap { remark in remark.arguments.sorted { $0.key < $1.key }.compactMap(\.value.text) }
        return SearchDocument(
            Reference(Imports.self, id), kind: "dataexchange.kind.report", title: Localized([.en: report.fileName], original: .en),
            path: "imports/reports/\(id)", fields: quoted.isEmpty ? [] : [SearchDocument.Field("dataexchange.remark", Prose(quoted.joined(separator: "\n")))],
            audience: .roles([.administrator, .planner]))
    }
}
