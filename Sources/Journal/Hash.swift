import Crypto
import Foundation

/// 32 bytes, said as 64 hexadecimal digits.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
    /// Held in place: a journal has several in each of a million records. Not as one vector: what is aligned to more than 16 bytes is not safe
    /// in the memory of asynchronous functions.
    private typealias Lanes = (UInt64, UInt64, UInt64, UInt64)
    private let first, second, third, fourth: UInt64

    /// `nil` unless there are 32.
    package init?(_ bytes: Data) {
        guard bytes.count == 32 else { return nil }
        self = bytes.withUnsafeBytes { Hash(copying: $0) }
    }

    init(_ digest: SHA256.Digest) { self = digest.withUnsafeBytes { Hash(copying: $0) } }

    /// SHA-256 of a piece of memory after a byte or a salt.
    init(of prefix: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer) {
        var sha = SHA256()
        sha.update(bufferPointer: prefix)
        sha.update(bufferPointer: bytes)
        self.init(sha.finalize())
    }

    private init(copying bytes: UnsafeRawBufferPointer) {
        var lanes: Lanes = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &lanes) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes.prefix(32))) }
        self.init(lanes)
    }

    private init(_ lanes: Lanes) { (first, second, third, fourth) = lanes }

    package var bytes: Data { withBytes { Data($0) } }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: (first, second, third, fourth), body)
    }

    /// What the first record names as the one before it.
    package static let origin = Hash(SHA256.hash(data: Data()))

    package var description: String {
        String(unsafeUninitializedCapacity: 64) { digits in
            withBytes { Hash.write($0, into: digits) }
            return 64
        }
    }

    /// Small letters only, so that one hash has one spelling.
    package init?(hexadecimal text: some StringProtocol) {
        var text = String(text)
        guard let hash = text.withUTF8({ Hash(hexadecimal: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = hash
    }

    init?(hexadecimal text: UnsafeRawBufferPointer) {
        guard text.count == 64 else { return nil }
        var lanes: Lanes = (0, 0, 0, 0), wrong: UInt8 = 0
        withUnsafeMutableBytes(of: &lanes) { bytes in
            for place in 0..<32 {
                let high = Hash.value[Int(text[2 * place])], low = Hash.value[Int(text[2 * place + 1])]
                wrong |= (high | low) & 0xF0
                bytes[place] = high << 4 | low
            }
        }
        guard wrong == 0 else { return nil }
        self.init(lanes)
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, into digits: UnsafeMutableBufferPointer<UInt8>) {
        for (place, byte) in bytes.enumerated() {
            digits[2 * place] = digit(byte >> 4)
            digits[2 * place + 1] = digit(byte & 15)
        }
    }

    private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }

    /// Of each byte as a hexadecimal digit; 0xFF for what is none.
    private static let value: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0x30...0x39: UInt8(byte) - 0x30
        case 0x61...0x66: UInt8(byte) - 0x57
        default: 0xFF
        }
    }
}
