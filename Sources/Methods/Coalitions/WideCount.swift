/// A whole number from 0 below 2^256, for counts of subsets of at most 255 things: of fixed size, so that tables of them are quick.
struct WideCount: Equatable, Sendable {
    private var high: UInt128
    private var low: UInt128

    static let zero = WideCount(0)
    static let one = WideCount(1)

    private init(_ value: UInt128) { (high, low) = (0, value) }

    var isZero: Bool { high == 0 && low == 0 }

    static func += (left: inout WideCount, right: WideCount) {
        let (sum, carries) = left.low.addingReportingOverflow(right.low)
        left.low = sum
        left.high &+= right.high &+ (carries ? 1 : 0)
    }

    /// What is taken away must not be the larger one.
    static func -= (left: inout WideCount, right: WideCount) {
        let (rest, borrows) = left.low.subtractingReportingOverflow(right.low)
        left.low = rest
        left.high = left.high &- right.high &- (borrows ? 1 : 0)
    }

    var whole: WideInteger {
        var whole = WideInteger.zero
        for half in [high, low] {
            for shift in stride(from: 96, through: 0, by: -32) { whole = whole * 4_294_967_296 + WideInteger(Int(truncatingIfNeeded: half >> UInt128(shift) & 0xFFFF_FFFF)) }
        }
        return whole
    }
}
