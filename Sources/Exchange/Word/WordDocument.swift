/// A text for word processors (Office Open XML, ISO/IEC 29500-1): headings, paragraphs, lists and links, and nothing that runs.
///
/// The same content with the same time makes the same bytes.
package struct WordDocument: Sendable {
    package struct Run: Sendable {
        package var text: String
        package var isStrong: Bool
        /// An address of the web, or `#` and the anchor of a heading.
        package var link: String?

        package init(_ text: String, strong: Bool = false, link: String? = nil) {
            self.text = text
            isStrong = strong
            self.link = link
        }
    }

    package enum Block: Sendable {
        /// 1 to 3.
        case heading(Int, String, anchor: String?)
        case paragraph([Run])
        case item([Run])
    }

    package var title: String
    /// As BCP 47 has it.
    package var language: String
    package var isRightToLeft: Bool
    package var blocks: [Block]

    package init(title: String, language: String, isRightToLeft: Bool, blocks: [Block]) {
        self.title = title
        self.language = language
        self.isRightToLeft = isRightToLeft
        self.blocks = blocks
    }

    /// - Parameter time: of the file, in seconds since 1970.
    /// - Throws: `CocoaError` where the archive cannot be written.
    package func bytes(time: Int) throws -> [UInt8] {
        var writing = WordWriting(self)
        let content = writing.document
        return try ArchiveWriter(
            [
                part("[Content_Types].xml", WordParts.contentTypes), part("_rels/.rels", WordParts.relationships), part("docProps/core.xml", WordParts.properties(self)),
                part("word/document.xml", content), part("word/_rels/document.xml.rels", WordParts.relationships(to: writing.addresses)),
                part("word/styles.xml", WordParts.styles(self)), part("word/numbering.xml", WordParts.numbering),
            ], time: time
        ).bytes
    }

    private func part(_ name: String, _ xml: String) -> ArchiveWriter.Part {
        ArchiveWriter.Part(name, Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8) + Array(xml.utf8))
    }
}
