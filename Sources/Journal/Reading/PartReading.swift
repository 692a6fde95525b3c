import Foundation

/// What some consecutive events of a journal say, by chapters; those left out that were not asked for.
struct ReadPart: Sendable {
    private(set) var parts: [any ChapterPart] = []
    /// Of the last record, also where its event was left out.
    var position = 0
    var head = Hash.origin
    private var places: [String: Int] = [:]

    fileprivate mutating func read(_ row: RawRow, of record: Record, _ kinds: [String: any Chapter.Type], _ reader: EventReader) throws {
        try parts[place(of: record.chapter, kinds)].read(row, of: record, reader)
    }

    private mutating func place(of name: String, _ kinds: [String: any Chapter.Type]) throws -> Int {
        if let known = places[name] { return known }
        guard let chapter = kinds[name] else { throw JournalFault.noSuchChapter(name) }
        parts.append(chapter.emptyPart())
        places[name] = parts.count - 1
        return parts.count - 1
    }
}

extension Store {
    /// Hands over what is asked for part by part, in order.
    ///
    /// Reading events costs far more than folding them and needs nothing of those before: while one part is folded, each processor reads another.
    ///
    /// - Parameter until: what holds from a later day is left out.
    func forEachPart(_ query: EntryQuery, _ chapters: [any Chapter.Type], until day: Day? = nil, _ body: (ReadPart) throws -> Void) async throws {
        let last = min(query.through ?? .max, try await head(of: query.organisation)?.position ?? 0)
        let kinds = Dictionary(chapters.map { ($0.name, $0) }) { first, _ in first }
        try await withThrowingTaskGroup(of: (start: Int, part: ReadPart).self) { group in
            var starts = stride(from: query.after, to: last, by: PartSize.positions).makeIterator()
            var awaited = query.after, early: [Int: ReadPart] = [:]
            func readAnother() {
                guard let start = starts.next() else { return }
                group.addTask { (start, try await part(query, after: start, through: min(start + PartSize.positions, last), kinds, until: day)) }
            }
            for _ in 0...ProcessInfo.processInfo.activeProcessorCount { readAnother() }
            while let read = try await group.next() {
                early[read.start] = read.part
                while let part = early.removeValue(forKey: awaited) {
                    if part.position > 0 { try body(part) }
                    awaited += PartSize.positions
                    readAnother()
                }
            }
        }
    }

    private func part(
        _ query: EntryQuery, after start: Int, through end: Int, _ kinds: [String: any Chapter.Type], until day: Day?
    ) async throws -> ReadPart {
        let reader = EventReader()
        var part = ReadPart(), rest = query
        (rest.after, rest.through) = (start, end)
        while case let stretch = try await stretch(rest), let last = stretch.last {
            try stretch.forEach { row in
                guard let record = Record(row.record) else { throw JournalFault.damaged(position: row.position) }
                if row.position == last { (part.position, part.head) = (record.position, Record.hash(row.record)) }
                guard day.map({ record.on <= $0 }) ?? true else { return }
                try part.read(row, of: record, kinds, reader)
            }
            guard last < end else { break }
            rest.after = last
        }
        return part
    }
}

/// Small, because a single event can hold what a whole customs union reported.
private enum PartSize { static let positions = 500 }
