/// Walks over the markup of a document before any parser sees it, and refuses what is hostile.
///
/// FoundationXML silently drops the entities a document type declares and follows any depth (both measured), so neither is let through.
/// What is merely not well-formed is left for the parser to say.
struct XMLGuard {
    /// The line of each start tag in the order of the file.
    private(set) var lines: [Int] = []
    private let bytes: [UInt8]
    private let limits: XMLLimits
    private var position = 0
    private var line = 1
    private var depth = 0
    private var textBytes = 0

    init(_ text: XMLText, limits: XMLLimits) throws(XMLFault) {
        bytes = text.bytes
        self.limits = limits
        if let line = XMLGuard.lineOfDocumentType(bytes) { throw .doctype(line: line) }
        try walk()
    }

    /// For parts that nobody reads, in whatever encoding: their bytes, and their bytes without NULs.
    static func declaresDocumentType(_ bytes: [UInt8]) -> Bool {
        lineOfDocumentType(bytes) != nil || (bytes.contains(0) && lineOfDocumentType(bytes.filter { $0 != 0 }) != nil)
    }

    /// Looks at every byte, inside comments too, so that no disagreement about where markup starts can hide a declaration.
    private static func lineOfDocumentType(_ bytes: [UInt8]) -> Int? {
        var line = 1
        for position in bytes.indices {
            if bytes[position] == 0x0A { line += 1 }
            // Comments and CDATA begin with the same two bytes; only a letter may begin a declaration.
            guard bytes[position] == 0x3C, position + 2 < bytes.count, bytes[position + 1] == 0x21, bytes[position + 2] > 0x40,
                bytes[position + 2] != 0x5B
            else { continue }
            let word = String(decoding: bytes[position...].prefix(9), as: UTF8.self).uppercased()
            if word == "<!DOCTYPE" || word.hasPrefix("<!ENTITY") { return line }
        }
        return nil
    }

    private mutating func walk() throws(XMLFault) {
        while position < bytes.count {
            let start = position
            while position < bytes.count, bytes[position] != 0x3C { step() }
            if position > start { try countText(position - start) } else { try markup() }
        }
    }

    private mutating func markup() throws(XMLFault) {
        if starts(Mark.comment) {
            skip(Mark.comment, past: Mark.commentEnd)
        } else if starts(Mark.characters) {
            let start = position
            skip(Mark.characters, past: Mark.charactersEnd)
            try countText(position - start)
        } else if starts(Mark.instruction) {
            skip(Mark.instruction, past: Mark.instructionEnd)
        } else if starts(Mark.endTag) {
            depth = max(0, depth - 1)
            textBytes = 0
            skip(Mark.endTag, past: Mark.tagEnd)
        } else {
            try startTag()
        }
    }

    private enum Mark {
        static let comment = Array("<!--".utf8), commentEnd = Array("-->".utf8)
        static let characters = Array("<![CDATA[".utf8), charactersEnd = Array("]]>".utf8)
        static let instruction = Array("<?".utf8), instructionEnd = Array("?>".utf8)
        static let endTag = Array("</".utf8), tagEnd = Array(">".utf8)
    }

    private mutating func startTag() throws(XMLFault) {
        let start = line
        guard lines.count < limits.elements else { throw .tooLarge(line: start, what: .elements, limit: limits.elements) }
        lines.append(start)
        textBytes = 0
        var quote: UInt8?
        var attributes = 0
        var valueBytes = 0
        while position < bytes.count {
            let byte = bytes[position]
            if let open = quote {
                valueBytes += 1
                guard valueBytes <= limits.textBytes else { throw .tooLarge(line: start, what: .text, limit: limits.textBytes) }
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                (quote, valueBytes) = (byte, 0)
            } else if byte == 0x3D {
                attributes += 1
                guard attributes <= limits.attributes else {
                    throw .tooLarge(line: start, what: .attributes, limit: limits.attributes)
                }
            } else if byte == 0x3E {
                break
            }
            step()
        }
        if position > 0, position < bytes.count, bytes[position - 1] != 0x2F {
            depth += 1
            guard depth <= limits.depth else { throw .tooDeep(line: start, limit: limits.depth) }
        }
        step()
    }

    private mutating func countText(_ count: Int) throws(XMLFault) {
        textBytes += count
        guard textBytes <= limits.textBytes else { throw .tooLarge(line: line, what: .text, limit: limits.textBytes) }
    }

    private func starts(_ mark: [UInt8]) -> Bool {
        guard position + mark.count <= bytes.count else { return false }
        var index = 0
        while index < mark.count {
            if bytes[position + index] != mark[index] { return false }
            index += 1
        }
        return true
    }

    private mutating func skip(_ opening: [UInt8], past closing: [UInt8]) {
        for _ in opening { step() }
        while position < bytes.count, bytes[position] != closing[0] || !starts(closing) { step() }
        for _ in closing { step() }
    }

    private mutating func step() {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        position += 1
        if byte == 0x0A || (byte == 0x0D && (position >= bytes.count || bytes[position] != 0x0A)) { line += 1 }
    }
}
