/// An answer that is used without a branch, for one that is right half the time costs more than all the rest of a loop.
struct Mask {
    private let bits: Int64

    /// Whether one number is less than another, both of them zero or above: their bits are then in the same order.
    @inline(__always)
    init(_ one: Double, isBelow other: Double) {
        bits = (Int64(bitPattern: one.bitPattern) &- Int64(bitPattern: other.bitPattern)) &>> 63
    }

    @inline(__always)
    init(isNegative number: Double) { bits = Int64(bitPattern: number.bitPattern) &>> 63 }

    /// 1 if so, otherwise 0.
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: 0 &- bits) }

    /// The number if so, otherwise 0.
    @inline(__always)
    func isOn(_ number: Double) -> Double { Double(bitPattern: number.bitPattern & UInt64(bitPattern: bits)) }

    /// The number if not, otherwise 0.
    @inline(__always)
    func isOff(_ number: Double) -> Double { Double(bitPattern: number.bitPattern & ~UInt64(bitPattern: bits)) }
}
