import Foundation

/// Some consecutive rows of a journal exactly as they lie in a store, in one piece of memory.
///
/// Folding and verifying go through a journal stretch by stretch: a million events are never held at once, and none is allocated singly.
package struct Stretch: Sendable {
    /// Where a row begins, and how long its parts are.
    private struct Row {
        var position, start: Int
        var chapter, record, hash, structure, structureSalt: Int
        var words: (bytes: Int, salt: Int)?
    }

    /// In bytes; the row that goes over it is still taken.
    package static let largest = 4 << 20

    private var bytes: [UInt8] = []
    private var rows: [Row] = []

    package init() {}

    package var count: Int { rows.count }
    package var isEmpty: Bool { rows.isEmpty }
    package var isFull: Bool { bytes.count >= Stretch.largest }
    /// The position of the last row.
    package var last: Int? { rows.last?.position }

    package mutating func append(_ row: RawRow) {
        let kept = Row(
            position: row.position, start: bytes.count, chapter: row.chapter.count, record: row.record.count, hash: row.hash.count,
            structure: row.structure.count, structureSalt: row.structureSalt.count, words: row.words.map { ($0.bytes.count, $0.salt.count) })
        for part in [row.chapter, row.record, row.hash, row.structure, row.structureSalt] { bytes.append(contentsOf: part) }
        if let words = row.words {
            bytes.append(contentsOf: words.bytes)
            bytes.append(contentsOf: words.salt)
        }
        rows.append(kept)
    }

    /// The same for an entry that is held in memory.
    package mutating func append(_ entry: Entry) {
        let record = entry.record.bytes, hash = Record.hash(record)
        func add(_ words: (bytes: UnsafeRawBufferPointer, salt: UnsafeRawBufferPointer)?) {
            [Data(entry.record.chapter.utf8), record, hash.bytes, entry.structure.bytes, entry.structure.salt].withRaw { parts in
                append(
                    RawRow(
                        position: entry.record.position, chapter: parts[0], record: parts[1], hash: parts[2], structure: parts[3], structureSalt: parts[4],
                        words: words))
            }
        }
        guard let words = entry.words else { return add(nil) }
        [words.bytes, words.salt].withRaw { add(($0[0], $0[1])) }
    }

    /// Each row in its order. What it points at is there only while the call lasts.
    package func forEach(_ body: (RawRow) throws -> Void) rethrows {
        try bytes.withUnsafeBytes { bytes in
            for row in rows {
                var end = row.start
                func next(_ count: Int) -> UnsafeRawBufferPointer {
                    defer { end += count }
                    return UnsafeRawBufferPointer(rebasing: bytes[end..<end + count])
                }
                try body(
                    RawRow(
                        position: row.position, chapter: next(row.chapter), record: next(row.record), hash: next(row.hash), structure: next(row.structure),
                        structureSalt: next(row.structureSalt), words: row.words.map { (next($0.bytes), next($0.salt)) }))
            }
        }
    }
}

/// One row of a stretch: bytes in a memory that is not its own, for as long as it was handed over for.
package struct RawRow {
    package var position: Int
    /// Beside the record, for finding a chapter's events.
    package var chapter: UnsafeRawBufferPointer
    package var record: UnsafeRawBufferPointer
    package var hash: UnsafeRawBufferPointer
    package var structure: UnsafeRawBufferPointer
    package var structureSalt: UnsafeRawBufferPointer
    package var words: (bytes: UnsafeRawBufferPointer, salt: UnsafeRawBufferPointer)?

    package init(
        position: Int, chapter: UnsafeRawBufferPointer, record: UnsafeRawBufferPointer, hash: UnsafeRawBufferPointer, structure: UnsafeRawBufferPointer,
        structureSalt: UnsafeRawBufferPointer, words: (bytes: UnsafeRawBufferPointer, salt: UnsafeRawBufferPointer)?
    ) {
        self.position = position
        self.chapter = chapter
        self.record = record
        self.hash = hash
        self.structure = structure
        self.structureSalt = structureSalt
        self.words = words
    }
}

extension [Data] {
    /// All of them at once.
    fileprivate func withRaw(_ body: ([UnsafeRawBufferPointer]) -> Void) {
        func go(_ rest: ArraySlice<Data>, _ found: [UnsafeRawBufferPointer]) {
            guard let next = rest.first else { return body(found) }
            next.withUnsafeBytes { go(rest.dropFirst(), found + [$0]) }
        }
        go(self[...], [])
    }
}
