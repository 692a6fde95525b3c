import Foundation
import Organisation
import Pages

/// What a browser sends when a form holds a file (RFC 7578), within limits.
enum FormBody {
    /// `nil` where the body is not a form at all.
    static func entered(_ request: WebRequest, language: Language) -> Entered? {
        let type = (request.headers["content-type"] ?? "").lowercased()
        if type.hasPrefix("application/x-www-form-urlencoded") {
            return Entered(FormEncoding.pairs(request.body), language: language)
        }
        guard type.hasPrefix("multipart/form-data"), let boundary = boundary(in: request.headers["content-type"] ?? "") else { return nil }
        var pairs: [(name: String, value: String)] = [], uploads: [String: Entered.Upload] = [:]
        for part in parts(request.body, boundary: boundary) {
            guard let name = parameter("name", in: part.disposition) else { continue }
            if let file = parameter("filename", in: part.disposition) {
                if !part.bytes.isEmpty { uploads[name] = Entered.Upload(fileName: String(file.suffix(200)), bytes: part.bytes) }
            } else if let value = String(validating: part.bytes, as: UTF8.self) {
                pairs.append((name, value))
            }
        }
        return Entered(pairs, uploads: uploads, language: language)
    }

    private struct Part {
        var disposition: String
        var bytes: [UInt8]
    }

    private static func parts(_ body: [UInt8], boundary: String) -> [Part] {
        let data = Data(body), delimiter = Data("--\(boundary)".utf8), blank = Data("\r\n\r\n".utf8)
        var parts: [Part] = []
        var start = data.range(of: delimiter)?.upperBound
        while let from = start, parts.count < 1000, let next = data.range(of: delimiter, in: from..<data.endIndex) {
            // Between two delimiters: CRLF, headers, an empty line, the content, CRLF.
            if let gap = data.range(of: blank, in: from..<next.lowerBound), next.lowerBound >= gap.upperBound + 2 {
                let head = String(decoding: data[from..<gap.lowerBound], as: UTF8.self)
                let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
                parts.append(Part(disposition: String(disposition ?? ""), bytes: Array(data[gap.upperBound..<next.lowerBound - 2])))
            }
            start = next.upperBound
        }
        return parts
    }

    private static func boundary(in type: String) -> String? {
        guard let range = type.range(of: "boundary=") else { return nil }
        let boundary = type[range.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }

    private static func parameter(_ name: String, in disposition: String) -> String? {
        guard let range = disposition.range(of: " \(name)=\"") else { return nil }
        return String(disposition[range.upperBound...].prefix { $0 != "\"" })
    }
}
