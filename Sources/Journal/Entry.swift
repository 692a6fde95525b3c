import Crypto
import Foundation

/// The identifier of an organisation on this server: also the first part of its addresses.
package typealias OrganisationID = ID<Organisation>

/// One event as it lies in the journal: the chained record, and beside it the two parts of its payload with their salts.
///
/// The record holds commitments, SHA-256(salt ‖ part), never the parts: it can be shown to anyone without telling what
/// was said, and a part can be erased without breaking the chain.
package struct Entry: Equatable, Sendable {
    package var record: Record
    package var structure: SaltedPart
    /// `nil` where the event has no words, or they have been erased: the record's commitment tells which.
    package var words: SaltedPart?

    package init(record: Record, structure: SaltedPart, words: SaltedPart?) {
        self.record = record
        self.structure = structure
        self.words = words
    }

    package var event: EncodedEvent { EncodedEvent(name: record.event, structure: structure.bytes, words: words?.bytes) }

    package var stamp: Stamp { Stamp(by: record.actor, at: record.at, on: record.on, position: record.position) }

    package var wordsAreErased: Bool { words == nil && record.words != nil }
}

/// One part of a payload with the 32 random bytes that keep its commitment from being guessed.
package struct SaltedPart: Equatable, Sendable {
    package var bytes: Data
    package var salt: Data

    package init(bytes: Data, salt: Data) {
        self.bytes = bytes
        self.salt = salt
    }

    init(_ bytes: Data) {
        var generator = SystemRandomNumberGenerator()
        var salt = Data(capacity: 32)
        for _ in 0..<4 { withUnsafeBytes(of: generator.next()) { salt.append(contentsOf: $0) } }
        self.init(bytes: bytes, salt: salt)
    }

    package var commitment: Hash { Hash(SHA256.hash(data: salt + bytes)) }
}

/// The chained row, and the exact bytes that are hashed.
package struct Record: Equatable, Sendable {
    package var organisation: OrganisationID
    package var position: Int
    package var previous: Hash
    package var chapter: String
    package var event: String
    package var at: Moment
    package var on: Day
    package var actor: Actor
    package var structure: Hash
    package var words: Hash?

    /// The bytes that are stored and hashed: one line of JSON, its members in this order and without spaces.
    package var bytes: Data {
        Data(
            """
            {"organisation":"\(organisation)","position":\(position),"previous":"\(previous)","chapter":"\(chapter)","event":"\(event)",\
            "at":"\(at)","on":"\(on)","actor":"\(actor)","structure":"\(structure)","words":\(words.map { "\"\($0)\"" } ?? "null")}
            """.utf8)
    }

    /// The leaf hash of RFC 6962: SHA-256(0x00 ‖ bytes), so that a Merkle tree can be laid over the same leaves.
    package static func hash(_ bytes: Data) -> Hash { Hash(SHA256.hash(data: Data([0]) + bytes)) }
}

/// 32 bytes, said as 64 hexadecimal digits.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
    package let bytes: Data

    package init?(_ bytes: Data) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    init(_ digest: SHA256.Digest) { bytes = Data(digest) }

    /// What the first record names as the one before it.
    package static let origin = Hash(SHA256.hash(data: Data()))

    package var description: String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
            var place = 0
            for byte in bytes {
                for half in [byte >> 4, byte & 15] {
                    digits[place] = half < 10 ? 0x30 + half : 0x57 + half
                    place += 1
                }
            }
            return place
        }
    }

    package init?(hexadecimal text: some StringProtocol) {
        var bytes = Data()
        var high: UInt8?
        for byte in text.utf8 {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil else { return nil }
        self.init(bytes)
    }
}
