/// Candidates by the lowest value they are known to have, the lowest first; of equal ones the lower number.
///
/// A binary heap in which only values grow.
struct CandidateQueue {
    private var heap: [(key: Double, candidate: Int)] = []

    var isEmpty: Bool { heap.isEmpty }
    var first: (key: Double, candidate: Int)? { heap.first }

    /// The lowest key beside the first; infinite where there is none.
    var secondKey: Double {
        heap.count < 2 ? .infinity : heap.count == 2 ? heap[1].key : min(heap[1].key, heap[2].key)
    }

    mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

    mutating func insert(_ candidate: Int, key: Double) {
        heap.append((key, candidate))
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard isBefore(place, parent) else { return }
            heap.swapAt(place, parent)
            place = parent
        }
    }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        sink()
    }

    /// Gives the first another key, no lower than it had.
    mutating func raiseFirst(to key: Double) {
        guard !heap.isEmpty else { return }
        heap[0].key = key
        sink()
    }

    private mutating func sink() {
        var place = 0
        while true {
            var lowest = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isBefore(child, lowest) { lowest = child }
            guard lowest != place else { return }
            heap.swapAt(place, lowest)
            place = lowest
        }
    }

    private func isBefore(_ one: Int, _ other: Int) -> Bool {
        (heap[one].key, heap[one].candidate) < (heap[other].key, heap[other].candidate)
    }
}
