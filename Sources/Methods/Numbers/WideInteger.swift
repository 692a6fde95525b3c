/// A whole number of any size, for comparisons that must be exact.
///
/// A sign and the magnitude in 64-bit limbs, least first; zero has no limbs and no sign. Addition and multiplication only: a fraction is compared
/// by multiplying across, so that nothing here ever divides, rounds or overflows. Time of a product grows with the product of the limbs.
package struct WideInteger: Hashable, Sendable {
    private(set) var isNegative: Bool
    private(set) var limbs: [UInt64]

    package init(_ value: Int) {
        isNegative = value < 0
        limbs = value == 0 ? [] : [UInt64(value.magnitude)]
    }

    fileprivate init(isNegative: Bool, limbs: [UInt64]) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
        self.isNegative = isNegative && !self.limbs.isEmpty
    }

    package static let zero = WideInteger(0)

    /// -1, 0 or 1.
    package var signum: Int { limbs.isEmpty ? 0 : isNegative ? -1 : 1 }

    package static prefix func - (value: WideInteger) -> WideInteger { WideInteger(isNegative: !value.isNegative, limbs: value.limbs) }

    package static func + (left: WideInteger, right: WideInteger) -> WideInteger {
        guard left.isNegative != right.isNegative else {
            return WideInteger(isNegative: left.isNegative, limbs: Limbs.sum(left.limbs, right.limbs))
        }
        return Limbs.isLess(left.limbs, right.limbs)
            ? WideInteger(isNegative: right.isNegative, limbs: Limbs.difference(right.limbs, left.limbs))
            : WideInteger(isNegative: left.isNegative, limbs: Limbs.difference(left.limbs, right.limbs))
    }

    package static func - (left: WideInteger, right: WideInteger) -> WideInteger { left + -right }

    package static func * (left: WideInteger, right: WideInteger) -> WideInteger {
        WideInteger(isNegative: left.isNegative != right.isNegative, limbs: Limbs.product(left.limbs, right.limbs))
    }

    package static func * (left: WideInteger, right: Int) -> WideInteger { left * WideInteger(right) }
}

extension WideInteger: Comparable {
    package static func < (left: WideInteger, right: WideInteger) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? Limbs.isLess(right.limbs, left.limbs) : Limbs.isLess(left.limbs, right.limbs)
    }
}

extension WideInteger: CustomStringConvertible {
    /// In decimal.
    package var description: String {
        var rest = limbs
        var digits = ""
        while !rest.isEmpty {
            let part = String(Limbs.divide(&rest, by: 1_000_000_000_000_000_000))
            digits = (rest.isEmpty ? part : String(repeating: "0", count: 18 - part.utf8.count) + part) + digits
        }
        return digits.isEmpty ? "0" : (isNegative ? "-" : "") + digits
    }
}

extension WideInteger {
    /// A number between 1 and 2^128 that, times two to the exponent, is this one's magnitude to within 2^-52 of it.
    var scaled: (value: Double, exponent: Int) {
        guard let top = limbs.last else { return (0, 0) }
        guard limbs.count > 1 else { return (Double(top), 0) }
        return (Double(top) * 0x1p64 + Double(limbs[limbs.count - 2]), 64 * (limbs.count - 2))
    }
}

/// Magnitudes as lists of limbs, least first.
private enum Limbs {
    static func isLess(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        guard left.count == right.count else { return left.count < right.count }
        for place in left.indices.reversed() where left[place] != right[place] { return left[place] < right[place] }
        return false
    }

    static func sum(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        let (long, short) = left.count < right.count ? (right, left) : (left, right)
        var sum = long
        var carry: UInt64 = 0
        for place in long.indices {
            if place >= short.count, carry == 0 { return sum }
            let (first, over) = long[place].addingReportingOverflow(place < short.count ? short[place] : 0)
            let (second, overAgain) = first.addingReportingOverflow(carry)
            sum[place] = second
            carry = over || overAgain ? 1 : 0
        }
        if carry > 0 { sum.append(carry) }
        return sum
    }

    /// The larger comes first.
    static func difference(_ large: [UInt64], _ small: [UInt64]) -> [UInt64] {
        var difference = large
        var borrow: UInt64 = 0
        for place in large.indices {
            if place >= small.count, borrow == 0 { return difference }
            let (first, under) = large[place].subtractingReportingOverflow(place < small.count ? small[place] : 0)
            let (second, underAgain) = first.subtractingReportingOverflow(borrow)
            difference[place] = second
            borrow = under || underAgain ? 1 : 0
        }
        return difference
    }

    static func product(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        var product = [UInt64](repeating: 0, count: left.count + right.count)
        for (place, limb) in left.enumerated() {
            var carry: UInt64 = 0
            for (other, factor) in right.enumerated() {
                let (high, low) = limb.multipliedFullWidth(by: factor)
                let (first, over) = low.addingReportingOverflow(product[place + other])
                let (second, overAgain) = first.addingReportingOverflow(carry)
                product[place + other] = second
                // The high half of a product of two limbs is at most 2^64 - 2, and both sums carry only where it is less still.
                carry = high &+ (over ? 1 : 0) &+ (overAgain ? 1 : 0)
            }
            product[place + right.count] = carry
        }
        return product
    }

    /// Answers the remainder.
    static func divide(_ limbs: inout [UInt64], by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for place in limbs.indices.reversed() {
            (limbs[place], remainder) = divisor.dividingFullWidth((remainder, limbs[place]))
        }
        while limbs.last == 0 { limbs.removeLast() }
        return remainder
    }
}
