import Journal
import Organisation
import Pages

/// Some lines of the log, newest first, and where to read on.
struct ActivityLog {
    /// What one person recorded at one moment: one event, or several that came together.
    struct Line {
        /// The first of them that the reader may see.
        let happening: Happening
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

    /// Telling an event means decoding it; an import of thousands is counted only so far.
    private static let most = 400

    /// - Parameters:
    ///   - entries: oldest first.
    ///   - size: how many lines at most.
    init(_ entries: [Entry], size: Int, tell: (Entry) -> Happening?) {
        var end = entries.count
        while end > 0, lines.count < size {
            let start = ActivityLog.start(of: entries, end)
            if let line = ActivityLog.line(entries[start..<end], tell) { lines.append(line) }
            end = start
        }
        before = end > 0 ? entries[end].record.position : nil
    }

    /// Where the submission begins whose last entry is the one before `end`.
    private static func start(of entries: [Entry], _ end: Int) -> Int {
        let last = entries[end - 1].record
        var start = end - 1
        while start > 0, entries[start - 1].record.at == last.at, entries[start - 1].record.actor == last.actor { start -= 1 }
        return start
    }

    private static func line(_ submission: ArraySlice<Entry>, _ tell: (Entry) -> Happening?) -> Line? {
        var first: Happening?, seen = 0, told = 0
        for entry in submission {
            if told >= most, first != nil { break }
            told += 1
            guard let happening = tell(entry) else { continue }
            seen += 1
            first = first ?? happening
        }
        guard let first, let last = submission.last else { return nil }
        return Line(happening: first, others: seen - 1, isAtLeast: told < submission.count, submission: last.record.position)
    }
}

extension ActivityLog {
    /// How many events the reader may see in these lines; `nil` where there may be more, for to count them would be to decode them.
    var count: Int? {
        guard before == nil, !lines.contains(where: \.isAtLeast) else { return nil }
        return lines.reduce(0) { $0 + $1.others + 1 }
    }

    /// The events of one submission, each on a line of its own, newest first.
    init(unfolding submission: Int, of entries: [Entry], before: Int?, size: Int, tell: (Entry) -> Happening?) {
        guard let last = entries.first(where: { $0.record.position == submission })?.record else { return }
        let all = entries.filter { $0.record.at == last.at && $0.record.actor == last.actor && $0.record.position <= submission }
        for entry in all.reversed() where before.map({ entry.record.position < $0 }) ?? true {
            if lines.count == size {
                self.before = (lines.last?.happening.position).flatMap { $0 > 1 ? $0 : nil }
                return
            }
            if let happening = tell(entry) {
                lines.append(Line(happening: happening, others: 0, isAtLeast: false, submission: entry.record.position))
            }
        }
    }
}
