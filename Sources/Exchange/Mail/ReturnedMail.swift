import Journal

/// That a mail came back from an address, or is late, as a report of it says.
package struct ReturnedMail: Hashable, Codable, Sendable {
    /// As it was written to first, and as it was forwarded; in lower case.
    package var addresses: [String]
    /// When; `nil` where the report does not say.
    package var on: Day?
    /// As RFC 3463 has it: `5.1.1`. The first figure is 5 where it is of no use to try again, and 4 where it was only late.
    package var status: String
    /// What the other side said, in short and without addresses; empty where it said nothing.
    package var reason: String

    package init(addresses: [String], on: Day?, status: String, reason: String) {
        self.addresses = addresses
        self.on = on
        self.status = status
        self.reason = reason
    }

    package var isPermanent: Bool { status.hasPrefix("5.") }
}

/// Why something is not read as a report of returned mail.
package enum ReturnedMailFault: Error, Hashable, Sendable {
    case tooManyBytes(limit: Int)
    /// A mail, but no report that one came back.
    case noReport
    /// Neither a mail nor a table.
    case noMail

    /// A stable key for the interface's sentence.
    package var key: String {
        switch self {
        case .tooManyBytes: "csv.fault.too-many-bytes"
        case .noReport: "pages.returned.no-report"
        case .noMail: "pages.returned.no-mail"
        }
    }

    package var arguments: [String: String] { if case .tooManyBytes(let limit) = self { ["limit": "\(limit)"] } else { [:] } }
}

/// What a report says of why: codes found in text, and text that may be kept.
enum ReturnReason {
    /// The enhanced status in a text (`550 5.1.1 User unknown`), or else what its reply code amounts to; `nil` where there is neither.
    static func status(in text: String) -> String? {
        let words = text.prefix(2000).split { !($0.isNumber || $0 == ".") }
        if let status = words.lazy.compactMap({ enhanced(String($0)) }).first { return status }
        let code = words.first { $0.count == 3 && ["4", "5"].contains($0.first) && $0.allSatisfy(\.isASCII) && !$0.contains(".") }
        return code.map { "\($0.prefix(1)).0.0" }
    }

    /// `5.1.1`, and nothing else; of classes 4 and 5.
    static func enhanced(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["4", "5"].contains(parts[0]) else { return nil }
        guard parts.dropFirst().allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        return text
    }

    /// On one line, without addresses, at most 160 characters.
    static func short(_ text: String) -> String {
        let words = text.prefix(2000).split(whereSeparator: \.isWhitespace).map { $0.contains("@") ? "…" : String($0) }
        let line = words.joined(separator: " ").unicodeScalars.filter { ![.control, .format, .privateUse, .unassigned].contains($0.properties.generalCategory) }
        return String(String(String.UnicodeScalarView(line)).prefix(160))
    }
}
