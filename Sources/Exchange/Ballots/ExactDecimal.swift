/// A number as it is written, in decimal digits and not rounded: 12.50 is 125 with one place.
struct ExactDecimal: Hashable {
    private(set) var digits: Int
    private(set) var places: Int

    /// How a number can fail to be one.
    enum Failure: Error {
        case noNumber, negative, tooLong
    }

    /// Digits with at most one point among them, and spaces around; at most fifteen digits, zeros at either end not counted.
    init(_ text: some Collection<UInt8>) throws(Failure) {
        (digits, places) = (0, 0)
        var isAfterPoint = false, hasDigits = false, isAtEnd = false, pendingZeros = 0, isNegative = false, hasBegun = false
        for byte in text {
            switch byte {
            case 0x20, 0x09:
                if hasBegun { isAtEnd = true }
            case 0x30...0x39 where !isAtEnd:
                (hasDigits, hasBegun) = (true, true)
                if byte == 0x30, isAfterPoint {
                    pendingZeros += 1
                } else {
                    let scale = isAfterPoint ? pendingZeros + 1 : 1
                    guard scale < 16 else { throw .tooLong }
                    for _ in 0..<scale {
                        guard digits < 100_000_000_000_000 else { throw .tooLong }
                        digits *= 10
                    }
                    digits += Int(byte - 0x30)
                    if isAfterPoint { places += scale }
                    pendingZeros = 0
                }
            case 0x2E where !isAfterPoint && !isAtEnd: (isAfterPoint, hasBegun) = (true, true)
            case 0x2D where !hasBegun: (isNegative, hasBegun) = (true, true)
            case 0x2B where !hasBegun: hasBegun = true
            default: throw .noNumber
            }
        }
        guard hasDigits else { throw .noNumber }
        guard !isNegative || digits == 0 else { throw .negative }
        if digits == 0 { places = 0 }
    }

    /// In units of ten to the minus `places`; nil beyond 2^53.
    func scaled(to wanted: Int) -> Int? {
        guard wanted >= places, wanted - places < 16 else { return nil }
        var scaled = digits
        for _ in 0..<(wanted - places) {
            let (product, isOver) = scaled.multipliedReportingOverflow(by: 10)
            guard !isOver else { return nil }
            scaled = product
        }
        return scaled <= 1 << 53 ? scaled : nil
    }
}
