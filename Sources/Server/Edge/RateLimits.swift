import Foundation
import Journal
import Synchronization

/// Remembers how often who did what lately, and says how long to wait (the generic cell rate algorithm: one number for each key).
final class RateLimits: Sendable {
    struct Key: Hashable {
        var act: LimitedAct
        /// An account, an address, or empty for everybody.
        var whose: String

        /// What people wrote can be long: it is kept as short as any other.
        init(act: LimitedAct, whose: String) {
            self.act = act
            self.whose = whose.utf8.count <= 300 ? whose : Record.hash(Data(whose.utf8)).description
        }
    }

    private let due = Mutex<[Key: Double]>([:])
    /// Where accounts have lately been signed into from.
    private let places = Mutex<Set<[String]>>([])
    private let capacity: Int
    private let allowances: @Sendable (LimitedAct) -> Allowances

    init(capacity: Int = 100_000, allowances: @escaping @Sendable (LimitedAct) -> Allowances) {
        self.capacity = capacity
        self.allowances = allowances
    }

    /// Takes one from each of the three budgets, or from none.
    ///
    /// - Parameters:
    ///   - account: who does it, or whose account is tried; `nil` for somebody who has none.
    ///   - isKnown: whether it is done by somebody who has signed in, here lately or now. Those share a budget of their own: strangers cannot use
    ///     it up.
    /// - Returns: the seconds to wait where one of the budgets is used up; `nil` where it may be done.
    func wait(for act: LimitedAct, account: String?, address: ClientAddress, isKnown: Bool, at now: Moment) -> Int? {
        let allowed = allowances(act), now = Double(now.milliseconds) / 1000
        var asked = [(Key(act: act, whose: address.text), allowed.address), (Key(act: act, whose: isKnown ? "known" : ""), allowed.everybody)]
        if let account { asked.append((Key(act: act, whose: "account \(account)"), allowed.account)) }
        return due.withLock { due in
            let waits = asked.map { key, allowance in
                max(due[key] ?? now, now) + allowance.every - now - Double(allowance.burst) * allowance.every
            }
            if let longest = waits.max(), longest > 0.000_001 { return max(1, Int(longest.rounded(.up))) }
            if due.count + asked.count > capacity { forget(&due, at: now) }
            for (key, allowance) in asked { due[key] = max(due[key] ?? now, now) + allowance.every }
            return nil
        }
    }

    /// After a success: what was taken from the account's own budget is given back.
    func pardon(_ act: LimitedAct, account: String) { due.withLock { $0[Key(act: act, whose: "account \(account)")] = nil } }

    func isFamiliar(_ account: String, at address: ClientAddress) -> Bool { places.withLock { $0.contains([account, address.text]) } }

    func remember(_ account: String, at address: ClientAddress) {
        places.withLock { places in
            if places.count >= capacity { places.removeAll() }
            places.insert([account, address.text])
        }
    }

    /// Whoever's budget is whole again needs no entry. Where that frees too little, all single budgets start anew: the common ones still hold.
    private func forget(_ due: inout [Key: Double], at now: Double) {
        due = due.filter { $0.value > now }
        if due.count > capacity / 2 { due = due.filter { ["", "known"].contains($0.key.whose) } }
    }
}
