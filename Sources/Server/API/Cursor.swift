import Accounts
import Crypto
import Foundation
import Pages

/// Where a list goes on: after a thing's key, so that what comes in between neither repeats nor hides anything.
///
/// It says nothing that its reader has not seen. A checksum binds it to the list and its questions: one that was cut off, or belongs to
/// another list, is refused rather than misunderstood. It is no secret and need not be one: who forges a cursor gets those of the list's
/// things that lie after some key, which whoever may read the list gets by reading on; what they may not see is left out before any key is
/// looked at.
struct Cursor {
    let key: String

    init(after key: String) { self.key = key }

    /// - Parameter list: the address with its questions, in one order.
    func text(for list: String) -> String { "\(Data(key.utf8).base64URL).\(Cursor.checksum(key, list))" }

    /// `nil` unless it was given for this list.
    init?(_ text: String, for list: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 400, parts.count == 2, let bytes = Data(base64URL: String(parts[0])), let key = String(validating: bytes, as: UTF8.self),
            parts[1] == Cursor.checksum(key, list)
        else { return nil }
        self.key = key
    }

    /// As its description says it.
    static let schema: JSON = ["type": "string", "maxLength": 400, "pattern": "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{12}$"]

    private static func checksum(_ key: String, _ list: String) -> String {
        String(Data(SHA256.hash(data: Data("\(list)\n\(key)".utf8)).prefix(9)).base64URL)
    }
}

extension Data {
    fileprivate init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
