import Crypto
import Foundation

/// 256 random bits for a cookie, a link or a form; only their SHA-256 is kept.
package struct Token: Sendable {
    /// 43 characters of base64url.
    package let text: String

    package init() {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        text = Data(bytes).base64URL
    }

    /// What a client sent; `nil` unless it has the shape of a token.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard text.withUTF8({ $0.count == 43 && $0.allSatisfy(Token.isOfAlphabet) }) else { return nil }
        self.text = text
    }

    package var hash: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    /// A second token that follows from this one and a purpose: what a form carries against cross-site requests.
    package func derived(for purpose: String) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: SymmetricKey(data: Data(text.utf8)))).base64URL
    }

    /// Of base64url (RFC 4648, 5).
    private static func isOfAlphabet(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
}

extension Data {
    package var base64URL: String {
        let text = base64EncodedData().compactMap { byte -> UInt8? in
            switch byte {
            case 0x2B: 0x2D
            case 0x2F: 0x5F
            case 0x3D: nil
            default: byte
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Compares secrets without telling by the time it takes how much of them agrees.
package func equalInConstantTime(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Bool {
    let a = Array(a), b = Array(b)
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
