import Foundation

/// Where journals are kept: SQLite, PostgreSQL, or memory in tests. Everything is keyed by organisation first.
///
/// What is acknowledged is on disk. A thrown error means that the store can no longer be trusted to write: the caller
/// stops and never tries the same write again (PostgreSQL's rule since 2018: a second sync can succeed falsely).
package protocol Store: Sendable {
    /// Keeps the batches in one transaction, each whole or not at all, and answers for each what became of it.
    func append(_ batches: [Batch]) async throws -> [AppendOutcome]

    /// The same, answered from the thread that wrote: to wake another for each group takes as long as writing one.
    func append(_ batches: [Batch], answer: @escaping @Sendable (Result<[AppendOutcome], any Error>) -> Void)

    /// Entries in the order of their positions.
    func entries(_ query: EntryQuery) async throws -> [Entry]

    /// The next rows as they are stored, as many as make a full stretch and at most `limit`; empty after the last. Of the query the
    /// positions and the chapter count.
    func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch

    func head(of organisation: OrganisationID) async throws -> Head?
    func organisations() async throws -> [OrganisationID]
    func receipt(for key: CommandKey, in organisation: OrganisationID) async throws -> KeptReceipt?

    /// False only where it is known at once that there is no such receipt: every command asks, and nearly none was recorded before.
    func mayHoldReceipt(for key: CommandKey, in organisation: OrganisationID) -> Bool

    /// Removes words and their salts for good; the chain and the structure stay.
    func eraseWords(of organisation: OrganisationID, at positions: [Int]) async throws

    func snapshots(of organisation: OrganisationID) async throws -> [Snapshot]
    func keep(_ snapshots: [Snapshot], of organisation: OrganisationID) async throws
}

extension Store {
    package func stretch(_ query: EntryQuery) async throws -> Stretch { try await stretch(query, limit: 4096) }

    package func append(_ batches: [Batch], answer: @escaping @Sendable (Result<[AppendOutcome], any Error>) -> Void) {
        Task {
            do { answer(.success(try await append(batches))) } catch { answer(.failure(error)) }
        }
    }

    package func mayHoldReceipt(for key: CommandKey, in organisation: OrganisationID) -> Bool { true }
}

/// The events of one command, to be appended after a known position.
package struct Batch: Sendable {
    package var organisation: OrganisationID
    package var after: Int
    package var entries: [Entry]
    package var receipt: KeptReceipt

    package init(organisation: OrganisationID, after: Int, entries: [Entry], receipt: KeptReceipt) {
        self.organisation = organisation
        self.after = after
        self.entries = entries
        self.receipt = receipt
    }
}

package enum AppendOutcome: Equatable, Sendable {
    case kept
    /// Somebody else wrote first, so that the journal does not end with the record that the batch names as the one before
    /// it: read on and decide again. (The position alone would not tell: another's record may have taken it.)
    case overtaken
    /// The same command has been kept before.
    case repeated(KeptReceipt)
}

/// Which entries to read.
package struct EntryQuery: Sendable {
    package var organisation: OrganisationID
    package var after: Int
    package var through: Int?
    package var chapter: String?
    package var positions: [Int]?
    /// Narrower still, where only some of these are asked for.
    package var selection: EntrySelection?

    package init(_ organisation: OrganisationID, after: Int = 0, through: Int? = nil, chapter: String? = nil, positions: [Int]? = nil) {
        self.organisation = organisation
        self.after = after
        self.through = through
        self.chapter = chapter
        self.positions = positions
    }
}

/// The end of a journal.
package struct Head: Equatable, Sendable {
    package var position: Int
    package var hash: Hash

    package init(position: Int, hash: Hash) {
        self.position = position
        self.hash = hash
    }
}

/// What makes a repeated command recognisable: who sent it, and the key its form or client gave it.
package struct CommandKey: Hashable, Sendable {
    package var actor: Actor
    /// 1 to 200 bytes.
    package var key: String

    package init(actor: Actor, key: String) {
        self.actor = actor
        self.key = key
    }

    /// By bytes, as stores compare; `String` would find two spellings of é equal.
    package static func == (a: CommandKey, b: CommandKey) -> Bool { a.actor == b.actor && a.key.utf8.elementsEqual(b.key.utf8) }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(actor)
        var key = key
        key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// A receipt as it is kept beside the key of its command.
package struct KeptReceipt: Equatable, Sendable {
    package var key: CommandKey
    /// SHA-256 of what was asked: the same key with another question is an error of the client.
    package var fingerprint: Hash
    package var receipt: Receipt

    package init(key: CommandKey, fingerprint: Hash, receipt: Receipt) {
        self.key = key
        self.fingerprint = fingerprint
        self.receipt = receipt
    }
}

/// What the sender of a command may keep: where in the journal it stands, and the hash of the last record then.
package struct Receipt: Equatable, Sendable {
    package var positions: Range<Int>
    package var hash: Hash
    package var at: Moment
    /// Whether an earlier, equal command was the one that was recorded.
    package var repeated = false

    package init(positions: Range<Int>, hash: Hash, at: Moment, repeated: Bool = false) {
        self.positions = positions
        self.hash = hash
        self.at = at
        self.repeated = repeated
    }
}
