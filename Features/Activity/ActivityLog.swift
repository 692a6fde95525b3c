import Journal
import Organisation
import Pages

/// Some lines of the log, newest first, and where to read on.
struct ActivityLog {
    /// What one person recorded at one moment: one event, or several that came together.
    struct Line {
        /// The first of them that the reader may see.
        var happening: Happening
        /// How many more of them the reader may see.
        let others: Int
        /// Whether there may be still more, not counted because the submission was very large.
        let isAtLeast: Bool
        /// The last position of the submission: its name in addresses.
        let submission: Int
    }

    var lines: [Line] = []
    /// The entries before this position have not been read yet; `nil` at the end.
    var before: Int?
    /// Whether reading ended because much had been looked through, not because the page was full.
    var isCutShort = false

    /// The same, each line with what it made of the description before it.
    func revised(for visit: Visit) async throws -> ActivityLog {
        var copy = self
        for (index, happening) in try await visit.revised(lines.map(\.happening)).enumerated() { copy.lines[index].happening = happening }
        return copy
    }

    /// How many events the reader may see in these lines; `nil` where there may be more, for to count them would be to decode them.
    var count: Int? {
        guard before == nil, !lines.contains(where: \.isAtLeast) else { return nil }
        return lines.reduce(0) { $0 + $1.others + 1 }
    }
}

/// Reads the journal backwards, some hundred entries at a time, until a page is full.
struct LogReading {
    let read: (EntrySelection) async throws -> [Entry]
    /// `nil` where the reader may not see the event, or it is not among those asked for.
    let tell: (Entry) -> Happening?

    private static let batch = 400
    /// Where nearly nothing of a long journal is for this reader, a page goes no further back than this at once.
    private static let furthest = 10_000
    /// Telling an event means decoding it; an import of thousands is counted only so far.
    private static let most = 400

    /// What came in together on one line.
    func lines(_ selection: EntrySelection, size: Int) async throws -> ActivityLog {
        var log = ActivityLog(), window: [Entry] = [], isEnd = false, count = 0, selection = selection
        (selection.newest, selection.leavesLongOut) = (LogReading.batch, true)
        while log.lines.count < size {
            let start = LogReading.start(of: window)
            if !isEnd, start == 0, count < LogReading.furthest {
                let older = try await read(selection)
                isEnd = older.count < LogReading.batch
                count += older.count
                selection.before = older.first?.record.position ?? selection.before
                window = older + window
            } else if window.isEmpty || (start == 0 && !isEnd && !log.lines.isEmpty) {
                break
            } else {
                if let line = try await line(window[start...], of: selection, isWhole: start > 0 || isEnd) { log.lines.append(line) }
                window.removeSubrange(start...)
            }
        }
        log.isCutShort = log.lines.count < size && !isEnd
        log.before = window.last.map { $0.record.position + 1 } ?? (isEnd ? nil : selection.before)
        return log
    }

    /// The events of one submission, each on a line of its own.
    func unfolded(_ submission: Int, before: Int?, size: Int) async throws -> ActivityLog {
        guard submission > 0, submission < Int.max else { return ActivityLog() }
        var one = EntrySelection(after: submission - 1, before: submission + 1)
        one.leavesLongOut = true
        guard let last = try await read(one).first?.record else { return ActivityLog() }
        var log = ActivityLog()
        var selection = EntrySelection(
            actor: last.actor.id, from: last.at.day, until: last.at.day, before: min(before ?? submission + 1, submission + 1), newest: LogReading.batch)
        selection.leavesLongOut = true
        while true {
            let entries = try await read(selection)
            var isDone = false
            try await WholeEntries(selection: selection, read: read).each(entries.reversed()) { entry, _ in
                isDone = entry.record.at != last.at || log.lines.count == size
                if isDone {
                    if entry.record.at == last.at { log.before = entry.record.position + 1 }
                } else if let happening = tell(entry) {
                    log.lines.append(.init(happening: happening, others: 0, isAtLeast: false, submission: entry.record.position))
                }
                return !isDone
            }
            if isDone { return log }
            guard entries.count == LogReading.batch, let first = entries.first else { return log }
            selection.before = first.record.position
        }
    }

    /// Where the submission begins that the last entry belongs to.
    private static func start(of entries: [Entry]) -> Int {
        guard let last = entries.last?.record else { return 0 }
        var start = entries.count - 1
        while start > 0, entries[start - 1].record.at == last.at, entries[start - 1].record.actor == last.actor { start -= 1 }
        return start
    }

    private func line(_ submission: ArraySlice<Entry>, of selection: EntrySelection, isWhole: Bool) async throws -> ActivityLog.Line? {
        var first: Happening?, seen = 0, told = 0
        try await WholeEntries(selection: selection, read: read).each(submission) { entry, bytes in
            if told >= LogReading.most || bytes >= WholeEntries.most, first != nil { return false }
            told += 1
            guard let happening = tell(entry) else { return true }
            seen += 1
            first = first ?? happening
            return true
        }
        guard let first, let last = submission.last else { return nil }
        return ActivityLog.Line(
            happening: first, others: seen - 1, isAtLeast: told < submission.count || !isWhole, submission: last.record.position)
    }
}
