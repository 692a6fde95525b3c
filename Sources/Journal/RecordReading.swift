import Foundation

/// Reads a stored record: exactly what `Record.bytes` writes, so that writing the result gives the same bytes again.
extension Record {
    package init?(_ bytes: Data) {
        var reader = RecordReader()
        guard let record = bytes.withUnsafeBytes({ reader.record($0) }) else { return nil }
        self = record
    }
}

/// Reads records one after another: most of what one says is what the last one said, and need not be made of its bytes again.
struct RecordReader {
    private var organisation = Last<OrganisationID>()
    private var chapter = Last<String>()
    private var event = Last<String>()
    private var day = Last<Day>()
    private var actor = Last<ID<Actor>>()

    /// `nil` for anything that is not exactly a record.
    mutating func record(_ bytes: UnsafeRawBufferPointer) -> Record? {
        var line = RecordLine(bytes)
        guard let organisation = line.member("{\"organisation\":\"").flatMap({ organisation.value($0) { OrganisationID($0) } }),
            let position = line.number(after: "\",\"position\":"),
            let previous = line.hash(after: ",\"previous\":\""),
            let chapter = line.member("\",\"chapter\":\"").flatMap({ chapter.value($0) { $0 } }),
            let event = line.member("\",\"event\":\"").flatMap({ event.value($0) { $0 } }),
            let at = line.member("\",\"at\":\"").flatMap({ Moment($0) }),
            let on = line.member("\",\"on\":\"").flatMap({ day.value($0) { Day($0) } }),
            let actor = line.member("\",\"actor\":\"").flatMap({ actor.value($0) { ID<Actor>($0) } }),
            let structure = line.hash(after: "\",\"structure\":\"")
        else { return nil }
        var words: Hash?
        if !line.take("\",\"words\":null}") {
            words = line.hash(after: "\",\"words\":\"")
            guard words != nil, line.take("\"}") else { return nil }
        }
        guard line.isAtEnd else { return nil }
        return Record(
            organisation: organisation, position: position, previous: previous, chapter: chapter, event: event, at: at, on: on, actor: Actor(actor),
            structure: structure, words: words)
    }
}

/// What was last read from some bytes.
private struct Last<Value> {
    private var bytes: [UInt8] = []
    private var value: Value?

    /// - Parameter read: what UTF-8 says; `nil` for what it should not say.
    mutating func value(_ bytes: UnsafeRawBufferPointer, _ read: (String) -> Value?) -> Value? {
        if let value, isSame(bytes) { return value }
        guard let read = String(validating: bytes, as: UTF8.self).flatMap(read) else { return nil }
        (self.bytes, value) = (Array(bytes), read)
        return read
    }

    private func isSame(_ other: UnsafeRawBufferPointer) -> Bool {
        bytes.count == other.count && bytes.withUnsafeBytes { own in own.elementsEqual(other) }
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
