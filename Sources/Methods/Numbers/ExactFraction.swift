/// A fraction of two whole numbers of any size, compared without rounding.
///
/// Never reduced, for nothing here divides: 2/4 equals 1/2, and hashes are not offered.
package struct ExactFraction: Sendable {
    package let numerator: WideInteger

    /// Above zero.
    package let denominator: WideInteger

    /// Nil for a denominator that is not above zero.
    package init?(_ numerator: WideInteger, over denominator: WideInteger) {
        guard denominator.signum > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    package init(_ whole: Int) {
        numerator = WideInteger(whole)
        denominator = WideInteger(1)
    }

    /// The nearest number with binary digits, to within 2^-50 of it; infinite or zero beyond what they can say.
    package var approximation: Double {
        let (above, below) = (numerator.scaled, denominator.scaled)
        let magnitude = Double(sign: .plus, exponent: above.exponent - below.exponent, significand: above.value / below.value)
        return numerator.signum < 0 ? -magnitude : magnitude
    }

    package static func + (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        ExactFraction(
            positive: left.denominator * right.denominator, left.numerator * right.denominator + right.numerator * left.denominator)
    }

    package static func - (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        ExactFraction(
            positive: left.denominator * right.denominator, left.numerator * right.denominator - right.numerator * left.denominator)
    }

    package static func * (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        ExactFraction(positive: left.denominator * right.denominator, left.numerator * right.numerator)
    }

    private init(positive denominator: WideInteger, _ numerator: WideInteger) {
        self.numerator = numerator
        self.denominator = denominator
    }
}

extension ExactFraction: Comparable {
    package static func == (left: ExactFraction, right: ExactFraction) -> Bool {
        left.numerator * right.denominator == right.numerator * left.denominator
    }

    package static func < (left: ExactFraction, right: ExactFraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}
