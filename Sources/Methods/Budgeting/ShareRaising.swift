import Foundation

/// Add1: raises everybody's share by one unit at a time, and skips raises of which it is proven that they change nothing.
///
/// What is skipped: let two raises a < b give the same candidates in the same order. As long as the order is the same, more money for everybody means
/// no higher price in any round and no less left for anybody after it (by induction over the rounds), so for every raise between, each round's
/// price is at most the one at a, and any other candidate's at least the one at b. Where in every round the first is less than the second, the order
/// is the same for all raises between, and whatever cannot be paid at b cannot be paid before. Steps double while that is shown and are halved where it is not.
struct ShareRaising {
    /// A raise, and what it buys.
    struct Step {
        let raise: Int
        let rounds: [EqualSharesRun.Round]
    }

    /// One, or two that find out two raises at a time and, once that is needed, a third that still holds what the last raise bought.
    private var runs: [EqualSharesRun]
    private let looksAhead: Bool
    private var ahead: Step?

    /// The last raise whose outcome fits into the budget.
    private(set) var last: Step

    private var stride = 1
    private var proven = 0

    /// Begins with no raise. Whether it looks ahead decides how long it takes, never what it finds.
    init(_ run: EqualSharesRun, looksAhead: Bool) {
        self.looksAhead = looksAhead
        runs = looksAhead ? [run, EqualSharesRun(beside: run)] : [run]
        last = Step(raise: 0, rounds: [])
        last = step(to: 0)
    }

    mutating func finish() {
        while !isExhaustive(last), last.rounds.count < run.supportedCount {
            for run in runs { run.keepUncappedRounds(of: last.rounds) }
            guard let next = advance() else { return }
            last = next
        }
    }

    /// The next raise that is not proven to be like this one; nil when its outcome costs more than the budget.
    private mutating func advance() -> Step? {
        while true {
            let next = step(to: last.raise + stride)
            if isSame(as: next) {
                proven += 1
                if proven >= 2 { stride = min(stride * 2, ShareRaising.longest) }
                return next
            }
            proven = 0
            if stride == 1 { return cost(next) > run.election.budget ? nil : next }
            stride /= 2
        }
    }

    /// The run that bought what the last raise buys.
    var lastRun: EqualSharesRun {
        if let found = runs.first(where: { $0.raise == last.raise }) { return found }
        run.run(raise: last.raise)
        return run
    }

    /// Any of them: they are all over the same lists.
    private var run: EqualSharesRun { runs[0] }

    /// Those that may go on: where raises are found out two at a time, the last one's is kept, or it would have to be run again if it is the result.
    private mutating func free() -> [EqualSharesRun] {
        guard looksAhead else { return runs }
        var free = runs.filter { $0.raise != last.raise }
        if free.count < 2 {
            let another = EqualSharesRun(beside: run)
            runs.append(another)
            free.append(another)
        }
        return free
    }

    private static let longest = 1 << 40

    /// What a raise buys. While raises go one by one, the one after it is found out beside it: it is mostly asked for next.
    private mutating func step(to raise: Int) -> Step {
        if let known = ahead, known.raise == raise { return known }
        let free = free()
        guard looksAhead, stride == 1 else {
            free[0].run(raise: raise)
            return Step(raise: raise, rounds: free[0].rounds)
        }
        // They share nothing that changes, and each is run on one thread only.
        nonisolated(unsafe) let both = free
        DispatchQueue.concurrentPerform(iterations: 2) { both[$0].run(raise: raise + $0) }
        ahead = Step(raise: raise + 1, rounds: both[1].rounds)
        return Step(raise: raise, rounds: both[0].rounds)
    }

    /// Whether every raise between the last and this one is proven to be like both. Of kept rounds it is known.
    private func isSame(as next: Step) -> Bool {
        guard last.rounds.count == next.rounds.count else { return false }
        return zip(last.rounds, next.rounds).dropFirst(run.keptRounds).allSatisfy { $0.candidate == $1.candidate && $0.atMost < $1.others }
    }

    private func cost(_ step: Step) -> Int { run.election.cost(of: step.rounds.lazy.map(\.candidate)) }

    /// Whether nothing that was not bought fits into what is left of the budget.
    private func isExhaustive(_ step: Step) -> Bool {
        var isBought = [Bool](repeating: false, count: run.election.costs.count)
        for round in step.rounds { isBought[round.candidate] = true }
        let left = run.election.budget - cost(step)
        return !run.election.costs.indices.contains { !isBought[$0] && run.election.costs[$0] <= left }
    }
}
