import Foundation
import Journal

/// A column as a snapshot keeps it: runs of cells that were recorded together, places as differences, amounts as they are.
struct PackedColumn: Codable {
    let indicator: ID<Indicator>
    let period: ID<ReportingPeriod>
    let cells: Data
    let words: [PackedWords]?
    let verdict: PackedVerdict?

    private enum CodingKeys: String, CodingKey {
        case indicator = "i"
        case period = "p"
        case cells = "c"
        case words = "w"
        case verdict = "v"
    }

    init(_ indicator: ID<Indicator>, _ period: ID<ReportingPeriod>, _ column: ValueColumn) {
        self.indicator = indicator
        self.period = period
        cells = Data(packed(column.cells))
        words = column.words.isEmpty ? nil : column.words.sorted { $0.key < $1.key }.map { PackedWords(place: $0.key, words: $0.value) }
        verdict = column.verdict.map(PackedVerdict.init)
    }

    /// `nil` where the bytes are cut off.
    var column: ValueColumn? {
        guard let cells = unpacked([UInt8](cells)) else { return nil }
        var column = ValueColumn()
        column.cells = cells
        for entry in words ?? [] { column.words[entry.place] = entry.words }
        column.verdict = verdict?.verdict
        return column
    }
}

struct PackedWords: Codable {
    let place: UInt32
    // Lists of none or one: an erased prose is written as null, and must not be taken for none.
    let text: [Prose]?
    let note: [Prose]?
    let evidence: String?
    let withdrawn: [Prose]?

    init(place: UInt32, words: ValueColumn.Words) {
        self.place = place
        text = words.text.map { [$0] }
        note = words.note.map { [$0] }
        evidence = words.evidence.isEmpty ? nil : words.evidence
        withdrawn = words.withdrawn.map { [$0] }
    }

    var words: ValueColumn.Words {
        ValueColumn.Words(text: text?.first, note: note?.first, evidence: evidence ?? "", withdrawn: withdrawn?.first)
    }
}

struct PackedVerdict: Codable {
    let met: Bool?
    let because: [Prose]
    let position: UInt32
    let by: UInt32
    let at: UInt32

    init(_ verdict: ValueColumn.Verdict) {
        met = verdict.met
        because = [verdict.because]
        position = verdict.trace.position
        by = verdict.trace.by
        at = verdict.trace.at
    }

    var verdict: ValueColumn.Verdict {
        ValueColumn.Verdict(met: met, because: because.first ?? .erased, trace: ValueColumn.Trace(position: position, by: by, at: at))
    }
}

/// Each run: length, position, person, time; then for each of its cells the difference of places and the eight bytes of the amount.
private func packed(_ cells: [ValueColumn.Cell]) -> [UInt8] {
    var bytes: [UInt8] = []
    var start = 0
    var place: UInt32 = 0
    bytes.reserveCapacity(cells.count * 9 + 16)
    while start < cells.count {
        let trace = cells[start].trace
        let end = cells[start...].firstIndex { $0.trace != trace } ?? cells.count
        for number in [UInt32(clamping: end - start), trace.position, trace.by, trace.at] { append(number, to: &bytes) }
        for cell in cells[start..<end] {
            append(cell.place - place, to: &bytes)
            place = cell.place
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: cell.amount.bitPattern >> UInt64(shift))) }
        }
        start = end
    }
    return bytes
}

private func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
    }
    bytes.append(UInt8(rest))
}

private func unpacked(_ bytes: [UInt8]) -> [ValueColumn.Cell]? {
    var cells: [ValueColumn.Cell] = []
    var index = 0
    var place: UInt32 = 0
    cells.reserveCapacity(bytes.count / 9)

    func number() -> UInt32? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count, shift < 35 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return UInt32(exactly: value) }
            shift += 7
        }
        return nil
    }

    while index < bytes.count {
        guard let count = number(), count > 0, let position = number(), let by = number(), let at = number() else { return nil }
        let trace = ValueColumn.Trace(position: position, by: by, at: at)
        for _ in 0..<count {
            guard let step = number(), index + 8 <= bytes.count else { return nil }
            let (next, overflow) = place.addingReportingOverflow(step)
            guard !overflow else { return nil }
            place = next
            var pattern: UInt64 = 0
            for offset in 0..<8 { pattern |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
            index += 8
            cells.append(ValueColumn.Cell(amount: Double(bitPattern: pattern), place: place, trace: trace))
        }
    }
    return cells
}
