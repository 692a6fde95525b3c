/// Walks over the markup of a document before any parser sees it, and refuses what is hostile.
///
/// FoundationXML silently drops the entities a document type declares and follows any depth (both measured), so neither is let through.
/// What is merely not well-formed is left for the parser to say.
struct XMLGuard {
    /// The line of each start tag in the order of the file.
    private(set) var lines: [Int] = []
    private let bytes: [UInt8]
    private let limits: StratMLLimits
    private var position = 0
    private var line = 1
    private var depth = 0
    private var textBytes = 0

    init(_ text: XMLText, limits: StratMLLimits) throws(StratMLFault) {
        bytes = text.bytes
        self.limits = limits
        try refuseDocumentType()
        try walk()
    }

    /// Looks at every byte, inside comments too, so that no disagreement about where markup starts can hide a declaration.
    private func refuseDocumentType() throws(StratMLFault) {
        var line = 1
        for (position, byte) in bytes.enumerated() {
            if byte == 0x0A { line += 1 }
            guard byte == 0x3C, position + 1 < bytes.count, bytes[position + 1] == 0x21 else { continue }
            let word = String(decoding: bytes[position...].prefix(9), as: UTF8.self).uppercased()
            if word == "<!DOCTYPE" || word.hasPrefix("<!ENTITY") { throw .doctype(line: line) }
        }
    }

    private mutating func walk() throws(StratMLFault) {
        while position < bytes.count {
            guard bytes[position] == 0x3C else {
                try countText(1)
                step()
                continue
            }
            if starts("<!--") {
                skip("<!--", past: "-->")
            } else if starts("<![CDATA[") {
                let start = position
                skip("<![CDATA[", past: "]]>")
                try countText(position - start)
            } else if starts("<?") {
                skip("<?", past: "?>")
            } else if starts("</") {
                depth = max(0, depth - 1)
                textBytes = 0
                skip("</", past: ">")
            } else {
                try startTag()
            }
        }
    }

    private mutating func startTag() throws(StratMLFault) {
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

    private mutating func countText(_ count: Int) throws(StratMLFault) {
        textBytes += count
        guard textBytes <= limits.textBytes else { throw .tooLarge(line: line, what: .text, limit: limits.textBytes) }
    }

    private func starts(_ mark: String) -> Bool {
        bytes[position...].starts(with: mark.utf8)
    }

    private mutating func skip(_ opening: String, past closing: String) {
        for _ in 0..<opening.utf8.count { step() }
        while position < bytes.count, !starts(closing) { step() }
        for _ in 0..<closing.utf8.count { step() }
    }

    private mutating func step() {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        position += 1
        if byte == 0x0A || (byte == 0x0D && (position >= bytes.count || bytes[position] != 0x0A)) { line += 1 }
    }
}
