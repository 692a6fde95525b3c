/// A workbook that was let in: which sheets it has, what it says of where it comes from, and how its cells are to be read.
struct Workbook {
    struct Sheet {
        let name: String
        let part: String
        let isHidden: Bool
    }

    let sheets: [Sheet]
    let strings: [String]
    let dates: WorkbookDates
    private let archive: Archive

    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
        archive = try Archive(bytes, limits: limits) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") || $0 == "mimetype" }
        let mimeType = String(decoding: archive.parts["mimetype"] ?? [], as: UTF8.self)
        if let other = ForeignFile(parts: archive.names, mimeType: mimeType) { throw .other(other) }
        guard let types = archive.parts["[Content_Types].xml"], let book = archive.parts["xl/workbook.xml"] else { throw .notAWorkbook }
        try Workbook.refuseWhatActs(archive, types)
        try Workbook.refuseDocumentTypes(archive)
        let root = try WorkbookXML.tree(book, part: "xl/workbook.xml")
        guard root.name == "workbook" else { throw .notAWorkbook }
        if root.children.contains(where: { $0.name == "externalReferences" }) { throw .externalLink }
        sheets = try Workbook.sheets(root, archive)
        let settings = root.children.first { $0.name == "workbookPr" }?.attributes["date1904"]
        let styles: MarkupElement? = if let part = archive.parts["xl/styles.xml"] { try WorkbookXML.tree(part, part: "xl/styles.xml") } else { nil }
        dates = WorkbookDates(styles: styles, from1904: settings == "1" || settings == "true")
        strings =
            try archive.parts["xl/sharedStrings.xml"].map { part throws(WorkbookFault) in
                let listener = SharedStrings()
                try WorkbookXML.walk(part, part: "xl/sharedStrings.xml", with: listener)
                return listener.strings
            } ?? []
    }

    /// The rows of a sheet that hold anything.
    func rows(of sheet: Sheet, limits: WorkbookLimits, columns: Int) throws(WorkbookFault) -> [SheetRow] {
        guard let part = archive.parts[sheet.part] else { throw .damaged(part: sheet.part) }
        let listener = SheetListener(self, part: sheet.part, limits: limits, columns: columns)
        try WorkbookXML.walk(part, part: sheet.part, with: listener)
        return listener.rows
    }

    /// Macros, controls, embedded files, and anything that is fetched from elsewhere when the workbook is opened.
    private static func refuseWhatActs(_ archive: Archive, _ types: [UInt8]) throws(WorkbookFault) {
        let names = archive.names.map { $0.lowercased() }
        let declared = String(decoding: types, as: UTF8.self).lowercased()
        if declared.contains("macroenabled") || declared.contains("vbaproject") || names.contains(where: { $0.contains("vbaproject") || $0.contains("/macrosheets/") }) {
            throw .macros
        }
        if names.contains(where: { name in ["/activex/", "/embeddings/", "/ctrlprops/"].contains { name.contains($0) } }) { throw .macros }
        let outside = ["/externallinks/", "/connections.xml", "/querytables/"]
        if names.contains(where: { name in outside.contains { name.contains($0) } }) { throw .externalLink }
        for (name, part) in archive.parts where name.hasSuffix(".rels") {
            for relation in try WorkbookXML.tree(part, part: name).children where relation.attributes["TargetMode"]?.lowercased() == "external" {
                // An address that somebody typed into a cell is only text with a colour.
                guard relation.attributes["Type"]?.hasSuffix("/hyperlink") == true else { throw .externalLink }
            }
        }
    }

    /// In every part, also in those that nobody reads here.
    private static func refuseDocumentTypes(_ archive: Archive) throws(WorkbookFault) {
        for (name, part) in archive.parts.sorted(by: { $0.key < $1.key }) where XMLGuard.declaresDocumentType(part) { throw .doctype(part: name) }
    }

    private static func sheets(_ root: MarkupElement, _ archive: Archive) throws(WorkbookFault) -> [Sheet] {
        let name = "xl/_rels/workbook.xml.rels"
        guard let part = archive.parts[name] else { throw .notAWorkbook }
        let targets = Dictionary(
            try WorkbookXML.tree(part, part: name).children.compactMap { relation in
                relation.attributes["Id"].flatMap { id in relation.attributes["Target"].map { (id, $0) } }
            }
        ) { first, _ in first }
        let listed = root.children.first { $0.name == "sheets" }?.children ?? []
        return listed.compactMap { sheet in
            guard let id = sheet.attributes.first(where: { $0.key == "id" || $0.key.hasSuffix(":id") })?.value, let target = targets[id] else { return nil }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
            return Sheet(name: sheet.attributes["name"] ?? "", part: path, isHidden: sheet.attributes["state"].map { $0 != "visible" } ?? false)
        }
    }
}

/// The texts that cells refer to by number, without the pieces that only tell how to pronounce them.
private final class SharedStrings: WorkbookListener {
    private(set) var strings: [String] = []
    private var current = ""
    private var isText = false
    private var phonetic = 0

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "si": current = ""
        case "t":
            if !current.isEmpty { countFiner() }
            isText = phonetic == 0
        case "rPh":
            countFiner()
            phonetic += 1
        default: countFiner()
        }
    }

    override func end(_ name: String) {
        switch name {
        case "si": strings.append(WorkbookText.read(current))
        case "t": isText = false
        case "rPh": phonetic -= 1
        default: break
        }
    }

    override func text(_ text: String) { if isText { current += text } }
}
