import Foundation
import Journal

/// A mail as far as reports need it: headers, and the parts of what has several. Read with suspicion: whoever knows an address can write there.
struct MailMessage {
    /// By name in lower case, unfolded; of several of one name the first.
    let headers: [String: String]
    /// Its lines, without their ends.
    let body: ArraySlice<Substring>

    private static let mostHeaders = 500
    private static let mostParts = 20

    /// - Parameter lines: of the whole mail.
    init(lines: ArraySlice<Substring>) {
        let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
        headers = MailMessage.fields(of: lines[..<end])
        body = end < lines.endIndex ? lines[lines.index(after: end)...] : lines[lines.endIndex...]
    }

    /// The lines of a mail, whatever they end with.
    static func lines(_ bytes: some Collection<UInt8>) -> [Substring] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)[...]
        }
    }

    /// Names and values of headers, continued lines put together.
    static func fields(of lines: ArraySlice<Substring>) -> [String: String] {
        var fields: [String: String] = [:], last = ""
        for line in lines.prefix(mostHeaders) {
            if line.first == " " || line.first == "\t" {
                if let before = fields[last], before.utf8.count < 4096 { fields[last] = "\(before) \(line.withoutBlanks)" }
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            last = line[..<colon].withoutBlanks.lowercased()
            if fields[last] == nil { fields[last] = String(line[line.index(after: colon)...].withoutBlanks.prefix(4096)) } else { last = "" }
        }
        return fields
    }

    /// `multipart/report`, in lower case; `text/plain` where nothing is said.
    var type: String { (headers["content-type"] ?? "text/plain").split(separator: ";").first.map { $0.withoutBlanks.lowercased() } ?? "" }

    /// Those of a mail that has several.
    var parts: [MailMessage] {
        guard type.hasPrefix("multipart/"), let boundary = boundary else { return [] }
        var parts: [MailMessage] = [], start: Int?
        for index in body.indices where body[index].hasPrefix("--") {
            let line = body[index].withoutBlanks
            guard line == "--\(boundary)" || line == "--\(boundary)--", parts.count < MailMessage.mostParts else { continue }
            if let start { parts.append(MailMessage(lines: body[start..<index])) }
            start = line.hasSuffix("--") && line != "--\(boundary)" ? nil : body.index(after: index)
        }
        // Cut off before its end: what is there is read.
        if let start, parts.count < MailMessage.mostParts { parts.append(MailMessage(lines: body[start...])) }
        return parts
    }

    private var boundary: String? {
        guard let value = headers["content-type"], let range = value.range(of: "boundary=", options: .caseInsensitive) else { return nil }
        let rest = value[range.upperBound...]
        let boundary = rest.hasPrefix("\"") ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != ";" && $0 != " " }
        return (1...200).contains(boundary.utf8.count) ? String(boundary) : nil
    }

    /// What it says, unpacked where it was packed for the way.
    var lines: [Substring] {
        switch (headers["content-transfer-encoding"] ?? "").lowercased() {
        case "base64":
            guard let data = Data(base64Encoded: body.joined(), options: .ignoreUnknownCharacters) else { return [] }
            return MailMessage.lines(Array(data))
        case "quoted-printable": return MailMessage.lines(MailMessage.unquoted(body))
        default: return Array(body)
        }
    }

    private static func unquoted(_ lines: ArraySlice<Substring>) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = Array(line.utf8)[...]
            var isSoft = false
            while let byte = rest.popFirst() {
                guard byte == 0x3D else { bytes.append(byte); continue }
                if rest.isEmpty {
                    isSoft = true
                } else if let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
                    bytes.append(code)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            if !isSoft { bytes.append(0x0A) }
        }
        return bytes
    }

    /// The day in `Date`, as its sender's clock has it.
    var day: Day? { MailMessage.day(in: headers["date"] ?? "") }

    /// `Mon, 9 Nov 2026 10:02:11 +0100`: the day that stands there.
    static func day(in text: String) -> Day? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let words = text.lowercased().split { $0 == " " || $0 == "," }
        guard let place = words.firstIndex(where: { months.contains(String($0.prefix(3))) && $0.count <= 4 }), place > 0, place + 1 < words.count,
            let month = months.firstIndex(of: String(words[place].prefix(3))), let day = Int(words[place - 1]), let year = Int(words[place + 1]), (1990...2200).contains(year)
        else { return nil }
        return Day(year, month + 1, day)
    }
}

extension Substring {
    fileprivate var withoutBlanks: String { trimmingCharacters(in: .whitespaces) }
}
