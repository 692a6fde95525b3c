/// A calendar day as it is exchanged: `yyyy-mm-dd` and nothing else (ISO 8601, Gregorian, years 0001 to 9999).
package enum ISODay {
    /// The day without outer blanks if it exists in the calendar, or else nil; no other order, no two-digit years, no time.
    package static func reading(_ text: String) -> String? {
        guard text.utf8.count <= 64 else { return nil }
        let bytes = Array(text.utf8.drop { isBlank($0) }.reversed().drop { isBlank($0) }.reversed())
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]) else { return nil }
        guard year > 0, (1...12).contains(month), day > 0, day <= days(in: month, of: year) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
