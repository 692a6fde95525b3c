/// The name of one thing among its kind, as it stands in events, addresses and files.
///
/// 1 to 80 of the characters `a-z 0-9 - . _`, beginning with a letter or digit. Swift compares strings by
/// canonical equivalence and the store compares bytes: with these characters both always agree.
package struct ID<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard text.withUTF8(isIdentifier) else { return nil }
        self.text = text
    }

    /// For identifiers written in the program.
    package init(_ literal: StaticString) { text = literal.description }

    package var description: String { text }

    package static func < (a: ID, b: ID) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

    /// Ten random characters: 50 bits, plenty inside one organisation.
    package static func random(using generator: inout some RandomNumberGenerator) -> ID {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
        let bytes = (0..<10).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        return ID(unchecked: String(decoding: bytes, as: UTF8.self))
    }

    /// A readable identifier made of a code or a name: `SO1 Trade` becomes `so1-trade`; `nil` where nothing is left.
    package init?(slug text: some StringProtocol) {
        var slug: [UInt8] = []
        for scalar in String(text).lowercased().unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                slug.append(UInt8(scalar.value))
            } else if let last = slug.last, last != 0x2D {
                slug.append(0x2D)
            }
        }
        slug = Array(slug.prefix(60))
        while slug.last == 0x2D { slug.removeLast() }
        self.init(String(decoding: slug, as: UTF8.self))
    }

    private init(unchecked text: String) { self.text = text }
}

/// Of plain bytes, whatever is named: every request and every event is asked.
private func isIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...80).contains(bytes.count), let first = bytes.first, first != 0x2D, first != 0x2E, first != 0x5F else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = ID(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an identifier: \(text)"))
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// How one thing points at another, also at things of a chapter that it does not import.
package struct Reference: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let chapter: String
    package let id: String

    package init<Kind>(_ chapter: any Chapter.Type, _ id: ID<Kind>) {
        self.chapter = chapter.name
        self.id = id.text
    }

    /// Reads `plan:so1`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, ID<Never>(parts[0]) != nil, ID<Never>(parts[1]) != nil else { return nil }
        chapter = String(parts[0])
        id = String(parts[1])
    }

    package var description: String { "\(chapter):\(id)" }

    package static func < (a: Reference, b: Reference) -> Bool { (a.chapter, a.id) < (b.chapter, b.id) }
}
