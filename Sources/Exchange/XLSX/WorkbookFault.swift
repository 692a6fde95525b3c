/// How much of a workbook is read before it is refused (ASVS 5.0 5.2.3).
package struct WorkbookLimits: Hashable, Sendable {
    package var entries: Int
    /// Of all parts together once unpacked, and so of each of them.
    package var bytes: Int
    /// Unpacked against packed, for parts that are large enough for it to matter.
    package var ratio: Int
    package var rows: Int
    package var cells: Int

    package init(entries: Int, bytes: Int, ratio: Int, rows: Int, cells: Int) {
        self.entries = entries
        self.bytes = bytes
        self.ratio = ratio
        self.rows = rows
        self.cells = cells
    }

    /// 100 parts, 50 MiB, a hundredfold, 100,000 rows, a million cells.
    package static let standard = WorkbookLimits(entries: 100, bytes: 50 << 20, ratio: 100, rows: 100_000, cells: 1_000_000)
}

/// Why a file is not read as a workbook at all.
///
/// `key` and `arguments` are for the interface. Arguments can hold names from the file, at most 80 characters: escape them.
package enum WorkbookFault: Error, Hashable, Sendable {
    case damaged(part: String)
    case tooManyEntries(limit: Int)
    case tooLarge(limit: Int)
    /// A part that unpacks to more than `limit` times its size.
    case bomb(part: String, limit: Int)
    case encrypted
    /// An archive, a link, or a name that leads out of the file.
    case hostilePart(part: String)
    case macros
    case externalLink
    case doctype(part: String)
    case tooDeep(part: String)
    /// An archive of something else.
    case other(ForeignFile)
    case notAWorkbook
    case noSheet
    case tooManyRows(limit: Int)
    case tooManyCells(limit: Int)
    /// Taken along from here, but as another table.
    case otherTable(found: String, wanted: String)
    case newerTemplate(version: Int)

    /// A stable key for the interface's sentence.
    package var key: String {
        switch self {
        case .damaged: "xlsx.fault.damaged"
        case .tooManyEntries: "xlsx.fault.too-many-entries"
        case .tooLarge: "xlsx.fault.too-large"
        case .bomb: "xlsx.fault.bomb"
        case .encrypted: "xlsx.fault.encrypted"
        case .hostilePart: "xlsx.fault.hostile-part"
        case .macros: "xlsx.fault.macros"
        case .externalLink: "xlsx.fault.external-link"
        case .doctype: "xlsx.fault.doctype"
        case .tooDeep: "xlsx.fault.too-deep"
        case .other(.spreadsheet): "csv.fault.other-spreadsheet"
        case .other: "csv.fault.other-document"
        case .notAWorkbook: "xlsx.fault.not-a-workbook"
        case .noSheet: "xlsx.fault.no-sheet"
        case .tooManyRows: "xlsx.fault.too-many-rows"
        case .tooManyCells: "xlsx.fault.too-many-cells"
        case .otherTable: "xlsx.fault.other-table"
        case .newerTemplate: "xlsx.fault.newer-template"
        }
    }

    /// What the sentence of `key` needs: `part`, `limit`, `found`, `wanted`, `version`, `what`.
    package var arguments: [String: String] {
        switch self {
        case .encrypted, .macros, .externalLink, .notAWorkbook, .noSheet: [:]
        case .other(let file): ["what": file.name]
        case .damaged(let part), .hostilePart(let part), .doctype(let part), .tooDeep(let part): ["part": String(part.prefix(80))]
        case .bomb(let part, let limit): ["part": String(part.prefix(80)), "limit": "\(limit)"]
        case .tooManyEntries(let limit), .tooManyRows(let limit), .tooManyCells(let limit): ["limit": "\(limit)"]
        case .tooLarge(let limit): ["limit": "\(limit >> 20)"]
        case .otherTable(let found, let wanted): ["found": String(found.prefix(80)), "wanted": wanted]
        case .newerTemplate(let version): ["version": "\(version)"]
        }
    }
}
