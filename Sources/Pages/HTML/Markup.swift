/// Finished HTML or SVG. Literals of the program go in as they are; every other text is escaped, byte by byte.
///
/// Escaping works on UTF-8 bytes and never on Characters: a quote followed by a combining mark is one Character, and
/// would slip through.
package struct Markup: Sendable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    /// - Parameter room: how many bytes are to come, about.
    init(room: Int) {
        bytes = []
        bytes.reserveCapacity(room)
    }

    /// Markup written by the programmer: only a literal fits, so that no text of a user can come in here.
    package init(raw literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    /// Escaped text.
    package init(_ text: some StringProtocol) {
        self.init(room: text.utf8.count)
        append(text)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func append(raw literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func append(_ text: some StringProtocol) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    }

    package mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let escape: StaticString
            switch text[index] {
            case 0x3C: escape = "&lt;"
            case 0x3E: escape = "&gt;"
            case 0x26: escape = "&amp;"
            case 0x22: escape = "&quot;"
            case 0x27: escape = "&#39;"
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            append(raw: escape)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }
}

/// Lets markup be written as a list of its parts, with `if`, `for` and `switch` among them.
@resultBuilder
package enum MarkupBuilder {
    package static func buildExpression(_ markup: Markup) -> Markup { markup }
    package static func buildExpression(_ text: String) -> Markup { Markup(text) }
    package static func buildExpression(_ number: Int) -> Markup { Markup(String(number)) }
    package static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }
    package static func buildExpression(_ parts: [Markup]) -> Markup { buildArray(parts) }
    package static func buildBlock() -> Markup { Markup() }
    package static func buildPartialBlock(first: Markup) -> Markup { first }
    package static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }
    package static func buildOptional(_ markup: Markup?) -> Markup { markup ?? Markup() }
    package static func buildEither(first: Markup) -> Markup { first }
    package static func buildEither(second: Markup) -> Markup { second }
    package static func buildArray(_ parts: [Markup]) -> Markup {
        var all = Markup(room: parts.reduce(0) { $0 + $1.bytes.count })
        for part in parts { all.append(part) }
        return all
    }
}
