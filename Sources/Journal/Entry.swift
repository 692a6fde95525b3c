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

    package var stamp: Stamp { Stamp(record) }

    /// Without what it says.
    package init(bare record: Record) { self.init(record: record, structure: SaltedPart(bytes: Data(), salt: Data()), words: nil) }

    /// Whether what it says was left out: no structure is empty.
    package var isBare: Bool { structure.bytes.isEmpty }

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

    init(_ bytes: Data) { self.init(bytes: bytes, salt: Salts.next()) }

    package var commitment: Hash { salt.withUnsafeBytes { salt in bytes.withUnsafeBytes { Hash(of: salt, $0) } } }
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
        var line: [UInt8] = []
        line.reserveCapacity(512)
        func add(_ text: String) { line.append(contentsOf: text.utf8) }
        add("{\"organisation\":\"")
        add(organisation.text)
        add("\",\"position\":")
        add(String(position))
        add(",\"previous\":\"")
        add(previous.description)
        add("\",\"chapter\":\"")
        add(chapter)
        add("\",\"event\":\"")
        add(event)
        add("\",\"at\":\"")
        add(at.description)
        add("\",\"on\":\"")
        add(on.description)
        add("\",\"actor\":\"")
        add(actor.id.text)
        add("\",\"structure\":\"")
        add(structure.description)
        add("\",\"words\":")
        add(words.map { "\"\($0)\"" } ?? "null")
        add("}")
        return Data(line)
    }

    /// The leaf hash of RFC 6962: SHA-256(0x00 ‖ bytes), so that a Merkle tree can be laid over the same leaves.
    package static func hash(_ bytes: Data) -> Hash { bytes.withUnsafeBytes { hash($0) } }

    static func hash(_ bytes: UnsafeRawBufferPointer) -> Hash { withUnsafeBytes(of: UInt8(0)) { Hash(of: $0, bytes) } }
}
