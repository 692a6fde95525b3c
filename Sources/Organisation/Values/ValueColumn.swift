import Journal

/// One indicator in one period: a packed cell of 24 bytes for each value, texts and notes apart because they are few.
struct ValueColumn: Sendable {
    /// The place of the organisation as a whole.
    static let whole: UInt32 = 0

    /// Who put something there, when, and where in the journal.
    struct Trace: Equatable, Sendable {
        var position: UInt32
        var by: UInt32
        /// Seconds since 1970.
        var at: UInt32

        init(position: UInt32, by: UInt32, at: UInt32) {
            self.position = position
            self.by = by
            self.at = at
        }

        init(_ stamp: Stamp, by: UInt32) {
            self.init(position: UInt32(clamping: stamp.position), by: by, at: UInt32(clamping: stamp.at.milliseconds / 1000))
        }
    }

    struct Cell: Sendable {
        /// NaN where there is no number: a text, or nothing any more.
        var amount: Double
        /// `whole`, or the number of a member.
        var place: UInt32
        var trace: Trace
    }

    struct Words: Equatable, Sendable {
        var text: Prose?
        var note: Prose?
        var evidence = ""
        /// Why the value that stood here was taken back.
        var withdrawn: Prose?

        var isEmpty: Bool { self == Words() }
    }

    struct Verdict: Equatable, Sendable {
        var met: Bool?
        var because: Prose
        var trace: Trace
    }

    /// By place. A value that was withdrawn keeps its cell, so that an older report which comes in later does not bring it back.
    var cells: [Cell] = []
    var words: [UInt32: Words] = [:]
    var verdict: Verdict?
}

extension ValueColumn {
    mutating func put(_ reports: [Report], at places: [UInt32], _ trace: Trace) {
        if cells.isEmpty { cells.reserveCapacity(reports.count) }
        for (report, place) in zip(reports, places) {
            let amount = report.amount.flatMap { $0.isFinite ? $0 : nil } ?? .nan
            set(Cell(amount: amount, place: place, trace: trace), Words(text: report.text, note: report.note, evidence: report.evidence))
        }
    }

    mutating func withdraw(at place: UInt32, because reason: Prose, _ trace: Trace) {
        set(Cell(amount: .nan, place: place, trace: trace), Words(withdrawn: reason))
    }

    mutating func judge(_ met: Bool?, because reason: Prose, _ trace: Trace) {
        guard trace.position >= verdict?.trace.position ?? 0 else { return }
        verdict = Verdict(met: met, because: reason, trace: trace)
    }

    private mutating func set(_ cell: Cell, _ new: Words) {
        let index = index(of: cell.place)
        if index < cells.count, cells[index].place == cell.place {
            guard cell.trace.position >= cells[index].trace.position else { return }
            cells[index] = cell
        } else {
            cells.insert(cell, at: index)
        }
        words[cell.place] = new.isEmpty ? nil : new
    }

    func cell(at place: UInt32) -> Cell? {
        let index = index(of: place)
        return index < cells.count && cells[index].place == place ? cells[index] : nil
    }

    /// Whether something stands in a cell: a number or a text.
    func isThere(_ cell: Cell) -> Bool { !cell.amount.isNaN || words[cell.place]?.text != nil }

    /// Where a place is among the cells, or would be.
    private func index(of place: UInt32) -> Int {
        if let last = cells.last, last.place < place { return cells.count }
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
