import Accounts
import Crypto
import Foundation

/// A strong validator (RFC 9110, 8.8): equal where the bytes are.
struct EntityTag: Equatable {
    /// With its quotation marks.
    let text: String

    init(_ bytes: [UInt8]) { text = "\"\(Data(SHA256.hash(data: Data(bytes)).prefix(18)).base64URL)\"" }

    /// As sent with the same bytes packed: what is sent differs, and so must its tag.
    var packed: String { "\(text.dropLast())-gzip\"" }

    /// Whether a list of tags such as that of `If-Match` names it.
    ///
    /// - Parameter weakly: a weak tag will do, as for `If-None-Match`.
    func isNamed(in header: String, weakly: Bool) -> Bool {
        header.split(separator: ",").prefix(100).contains { part in
            var tag = part.trimmingCharacters(in: .whitespaces)
            if weakly, tag.hasPrefix("W/") { tag.removeFirst(2) }
            return tag == text || tag == packed
        }
    }
}
