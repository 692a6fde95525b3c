/// Who paid their last in which round of a run, in the order in which they did.
struct SpendingLog {
    /// One place more than there are payers, for who is written there and not kept.
    let payers: UnsafeMutableBufferPointer<Int32>
    var count = 0

    /// The round in which a payer paid its last; -1 while it has some. As far as entered.
    let rounds: UnsafeMutableBufferPointer<Int32>

    /// How many had paid their last after each round.
    private var ends: [Int] = []
    private var entered = 0
    private var round = 0

    init(payerCount: Int) {
        payers = .allocate(capacity: payerCount + 1)
        rounds = .allocate(capacity: payerCount)
        rounds.initialize(repeating: -1)
    }

    /// Begins after so many rounds in which nobody did.
    mutating func begin(rounds kept: Int) {
        for place in 0..<entered { rounds[Int(payers[place])] = -1 }
        ends = Array(repeating: 0, count: kept)
        (count, entered, round) = (0, 0, 0)
    }

    mutating func endRound() { ends.append(count) }

    /// Adds somebody to the last round.
    mutating func add(_ payer: Int) {
        guard !ends.isEmpty else { return }
        payers[count] = Int32(payer)
        count += 1
        ends[ends.count - 1] = count
    }

    /// Enters what was logged into `rounds`.
    mutating func enter() {
        while entered < count {
            while ends[round] <= entered { round += 1 }
            rounds[Int(payers[entered])] = Int32(round)
            entered += 1
        }
    }

    func deallocate() {
        payers.deallocate()
        rounds.deallocate()
    }
}
