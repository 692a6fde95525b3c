/// What a file is that was sent instead of a table, told by its first bytes: so that whoever sent it learns what to do.
package enum ForeignFile: Hashable, Sendable {
    /// A table that another program can open and save as one that is read here.
    case spreadsheet(String)
    /// Something for reading, from which nobody can tell what its columns are.
    case document(String)
    case xml
    /// An Office file behind a password.
    case protected

    /// `nil` for what may be a text or a workbook.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = ForeignFile.oldOffice(bytes)
            return
        }
        let starts: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "PDF"), (Array("{\\rtf".utf8), "RTF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
            (Array("GIF8".utf8), "GIF"), ([0x1F, 0x8B], "GZIP"), ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip"), (Array("Rar!".utf8), "RAR"),
        ]
        if let (_, name) = starts.first(where: { bytes.starts(with: $0.0) }) {
            self = .document(name)
            return
        }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if head.hasPrefix("<?xml") {
            self = .xml
        } else if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
            // What many programs call .xls is a page.
            self = .spreadsheet("HTML")
        } else {
            return nil
        }
    }

    /// An archive without a workbook in it, told by the names of its parts and what it says it is; `nil` for any other.
    init?(parts: Set<String>, mimeType: String) {
        let open = [
            ("spreadsheet", ForeignFile.spreadsheet("OpenDocument (.ods)")), ("text", .document("OpenDocument (.odt)")),
            ("presentation", .document("OpenDocument (.odp)")),
        ]
        if let (_, found) = open.first(where: { mimeType.hasPrefix("application/vnd.oasis.opendocument.\($0.0)") }) {
            self = found
        } else if parts.contains("xl/workbook.bin") {
            self = .spreadsheet("Excel (.xlsb)")
        } else if parts.contains("word/document.xml") {
            self = .document("Word (.docx)")
        } else if parts.contains("ppt/presentation.xml") {
            self = .document("PowerPoint (.pptx)")
        } else if parts.contains("Index/Document.iwa") {
            self = .spreadsheet("Numbers")
        } else if mimeType.hasPrefix("application/epub") {
            self = .document("EPUB")
        } else {
            return nil
        }
    }

    /// Old Office files name their streams in UTF-16.
    private static func oldOffice(_ bytes: [UInt8]) -> ForeignFile {
        let names: [(String, ForeignFile)] = [
            // A text or a presentation can hold a workbook; a workbook does not hold them under these names.
            ("EncryptedPackage", .protected), ("WordDocument", .document("Word 97 (.doc)")), ("PowerPoint Document", .document("PowerPoint 97 (.ppt)")),
            ("Workbook", .spreadsheet("Excel 97 (.xls)")), ("Book", .spreadsheet("Excel 95 (.xls)")),
        ]
        return names.first { bytes.holds($0.0.utf8.flatMap { [$0, 0] }) }?.1 ?? .spreadsheet("Office 97")
    }

    /// As it is called in every language.
    var name: String {
        switch self {
        case .spreadsheet(let name), .document(let name): name
        case .xml: "XML"
        case .protected: "Office"
        }
    }
}

extension [UInt8] {
    /// Whether some bytes stand anywhere in these.
    fileprivate func holds(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains { self[$0] == first && self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
