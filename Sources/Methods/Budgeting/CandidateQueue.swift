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
            guard CandidateQueue.isBefore(heap[place], heap[parent]) else { return }
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

    /// Moves the first down to its place, and up whoever comes before it.
    private mutating func sink() {
        heap.withUnsafeMutableBufferPointer { heap in
            let sinking = heap[0]
            var place = 0
            while true {
                var child = 2 * place + 1
                guard child < heap.count else { break }
                if child + 1 < heap.count, CandidateQueue.isBefore(heap[child + 1], heap[child]) { child += 1 }
                guard CandidateQueue.isBefore(heap[child], sinking) else { break }
                heap[place] = heap[child]
                place = child
            }
            heap[place] = sinking
        }
    }

    private static func isBefore(_ one: (key: Double, candidate: Int), _ other: (key: Double, candidate: Int)) -> Bool {
        one.key == other.key ? one.candidate < other.candidate : one.key < other.key
    }
}
