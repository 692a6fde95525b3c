import Foundation

/// Reads a stored record: exactly what `Record.bytes` writes, so that writing the result gives the same bytes again.
extension Record {
    package init?(_ bytes: Data) {
        guard let record = bytes.withUnsafeBytes({ Record($0) }) else { return nil }
        self = record
    }

    init?(_ bytes: UnsafeRawBufferPointer) {
        var line = RecordLine(bytes)
        guard let text = line.text(after: "{\"organisation\":\""), let organisation = OrganisationID(text),
            let position = line.number(after: "\",\"position\":"),
            let previous = line.hash(after: ",\"previous\":\""),
            let chapter = line.text(after: "\",\"chapter\":\""), let event = line.text(after: "\",\"event\":\""),
            let moment = line.member("\",\"at\":\""), let at = Moment(moment), let day = line.member("\",\"on\":\""), let on = Day(day),
            let name = line.text(after: "\",\"actor\":\""), let actor = ID<Actor>(name),
            let structure = line.hash(after: "\",\"structure\":\"")
        else { return nil }
        var words: Hash?
        if !line.take("\",\"words\":null}") {
            words = line.hash(after: "\",\"words\":\"")
            guard words != nil, line.take("\"}") else { return nil }
        }
        guard line.isAtEnd else { return nil }
        self.init(
            organisation: organisation, position: position, previous: previous, chapter: chapter, event: event, at: at, on: on, actor: Actor(actor),
            structure: structure, words: words)
    }
}

/// One line of JSON whose members come in a known order, read from the left.
private struct RecordLine {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        guard bytes.count - place >= count, let start = bytes.baseAddress, memcmp(start + place, expected.utf8Start, count) == 0 else { return false }
        place += count
        return true
    }

    /// What stands between the expected bytes and the next quotation mark. Nothing that has to be escaped is ever written.
    mutating func member(_ expected: StaticString) -> UnsafeRawBufferPointer? {
        guard take(expected) else { return nil }
        let start = place
        while place < bytes.count, bytes[place] != 0x22 {
            guard bytes[place] >= 0x20, bytes[place] != 0x5C else { return nil }
            place += 1
        }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<place])
    }

    mutating func text(after expected: StaticString) -> String? {
        member(expected).flatMap { bytes in
            // Names nearly always: made without a look at each scalar.
            bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
        }
    }

    /// Decimal digits as they are written: no sign, no zero in front.
    mutating func number(after expected: StaticString) -> Int? {
        guard take(expected) else { return nil }
        let start = place
        var value = 0
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
            let (tens, over) = value.multipliedReportingOverflow(by: 10), (sum, more) = tens.addingReportingOverflow(Int(bytes[place] - 0x30))
            guard !over, !more else { return nil }
            value = sum
            place += 1
        }
        guard place > start, bytes[start] != 0x30 || place == start + 1 else { return nil }
        return value
    }

    mutating func hash(after expected: StaticString) -> Hash? {
        guard take(expected), bytes.count - place >= 64 else { return nil }
        defer { place += 64 }
        return Hash(hexadecimal: UnsafeRawBufferPointer(rebasing: bytes[place..<place + 64]))
    }
}
