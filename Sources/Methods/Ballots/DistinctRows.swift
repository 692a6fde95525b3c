/// Rows of whole numbers, each kept once with how often it came: ballots are mostly like others.
///
/// Rows lie one after the other in one array; finding an equal one takes one probe or two of a table that is at most half full.
struct DistinctRows: Sendable {
    /// Where each row begins in `values`, and where the last one ends.
    private(set) var starts = [0]
    private(set) var values: [Int32] = []
    private(set) var counts: [Int] = []

    /// Places of rows, -1 where there is none; its size is a power of two.
    private var slots = [Int32](repeating: -1, count: 64)

    /// Adds a row that came `count` times and answers its place among the distinct ones; nil once there are 2^31 of them or as many values.
    mutating func add(_ row: some Collection<Int32>, count: Int) -> Int? {
        var slot = Int(truncatingIfNeeded: DistinctRows.hash(row)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if isRow(place, row) {
                let (sum, isOver) = counts[place].addingReportingOverflow(count)
                guard !isOver else { return nil }
                counts[place] = sum
                return place
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard values.count + row.count < Int32.max, counts.count < Int32.max else { return nil }
        values.append(contentsOf: row)
        starts.append(values.count)
        counts.append(count)
        slots[slot] = Int32(counts.count - 1)
        if counts.count * 2 > slots.count { grow() }
        return counts.count - 1
    }

    private func isRow(_ place: Int, _ row: some Collection<Int32>) -> Bool {
        let start = starts[place], end = starts[place + 1]
        guard end - start == row.count else { return false }
        var position = start
        for value in row {
            if values[position] != value { return false }
            position += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for place in counts.indices {
            var slot = Int(truncatingIfNeeded: DistinctRows.hash(values[starts[place]..<starts[place + 1]])) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(place)
        }
    }

    /// The steps of SplitMix64 over the row: rows that a stranger made alike must not all fall into one place by accident.
    private static func hash(_ row: some Collection<Int32>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for value in row {
            hash = (hash ^ UInt64(truncatingIfNeeded: value)) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 31
        }
        return hash ^ (hash >> 29)
    }
}
