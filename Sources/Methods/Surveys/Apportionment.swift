/// Seats in proportion to sizes by Webster's method (Sainte-Laguë): each next seat to the largest size / (2 seats + 1); of equal ones to the first.
///
/// Exact. Nil for a negative size, where all are zero and there are seats to give, and for fewer than 0 or more than 100,000 seats.
/// Source: Balinski and Young, "Fair Representation", 2nd ed. 2001.
package func apportion(seats: Int, bySize sizes: [Int]) -> [Int]? {
    guard 0...100_000 ~= seats, sizes.allSatisfy({ $0 >= 0 }), seats == 0 || sizes.contains(where: { $0 > 0 }) else { return nil }
    var given = [Int](repeating: 0, count: sizes.count)
    for _ in 0..<seats {
        var next = 0
        for group in sizes.indices.dropFirst() {
            let claim = sizes[group].multipliedFullWidth(by: 2 * given[next] + 1), best = sizes[next].multipliedFullWidth(by: 2 * given[group] + 1)
            if (claim.high, claim.low) > (best.high, best.low) { next = group }
        }
        given[next] += 1
    }
    return given
}
