import Foundation
import Organisation
import Pages

/// What a browser sends when a form holds a file (RFC 7578), within limits.
enum FormBody {
    /// `nil` where the body is not a form at all.
    ///
    /// - Throws: for a form with something in it that is no text: to read the rest would be to take that for empty.
    static func entered(_ request: WebRequest, language: Language) throws(BadRequest) -> Entered? {
        let type = (request.headers["content-type"] ?? "").lowercased()
        if type.hasPrefix("application/x-www-form-urlencoded") {
            guard let pairs = FormEncoding.form(request.body) else { throw BadRequest("host.unreadable-form") }
            return Entered(pairs, language: language)
        }
        guard type.hasPrefix("multipart/form-data"), let boundary = boundary(in: request.headers["content-type"] ?? "") else { return nil }
        var pairs: [(name: String, value: String)] = [], uploads: [String: Entered.Upload] = [:], counts: [String: Int] = [:]
        for part in parts(request.body, boundary: boundary) {
            guard let name = parameter("name", in: part.disposition) else { continue }
            if let file = parameter("filename", in: part.disposition) {
                if part.bytes.isEmpty { continue }
                counts[name, default: 0] += 1
                uploads[Entered.name(of: name, number: counts[name, default: 1])] = Entered.Upload(fileName: String(file.suffix(200)), bytes: part.bytes)
            } else {
                guard let value = String(validating: part.bytes, as: UTF8.self) else { throw BadRequest("host.unreadable-form") }
                pairs.append((name, value))
            }
        }
        return Entered(pairs, uploads: uploads, language: language)
    }

    private struct Part {
        var disposition: String
        var bytes: [UInt8]
    }

    /// In one pass over the bytes: what is sent must not be able to make reading it slow.
    private static func parts(_ body: [UInt8], boundary: String) -> [Part] {
        let delimiter = Array("--\(boundary)".utf8), blank = Array("\r\n\r\n".utf8)
        var parts: [Part] = [], found = 0
        var start = body.position(of: delimiter, from: 0).map { $0 + delimiter.count }
        while let from = start, found < 1000, let next = body.position(of: delimiter, from: from) {
            found += 1
            // Between two delimiters: CRLF, headers, an empty line, the content, CRLF. Headers are short.
            let headers = body[from..<min(next, from + 4096)]
            if let gap = Array(headers).position(of: blank, from: 0).map({ $0 + from }), next >= gap + blank.count + 2 {
                let head = String(decoding: body[from..<gap], as: UTF8.self)
                let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
                parts.append(Part(disposition: String(disposition ?? ""), bytes: Array(body[(gap + blank.count)..<(next - 2)])))
            }
            start = next + delimiter.count
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

extension [UInt8] {
    /// Where a pattern begins, at or after an index; `nil` where it does not occur. Each byte is looked at once, whatever the pattern
    /// (Knuth, Morris, Pratt): a boundary made for it must not be able to make reading slow.
    fileprivate func position(of pattern: [UInt8], from start: Int) -> Int? {
        guard !pattern.isEmpty, start >= 0, start <= count else { return nil }
        let fallback = pattern.fallback
        return withUnsafeBufferPointer { bytes in
            var index = start, matched = 0
            while index < bytes.count {
                while matched > 0, bytes[index] != pattern[matched] { matched = fallback[matched - 1] }
                if bytes[index] == pattern[matched] { matched += 1 }
                index += 1
                if matched == pattern.count { return index - matched }
            }
            return nil
        }
    }

    /// For each beginning of the pattern, how much of it is also its end.
    private var fallback: [Int] {
        var fallback = [Int](repeating: 0, count: count), matched = 0
        for index in indices.dropFirst() {
            while matched > 0, self[index] != self[matched] { matched = fallback[matched - 1] }
            if self[index] == self[matched] { matched += 1 }
            fallback[index] = matched
        }
        return fallback
    }
}
