import Journal

/// Remembers in a few bytes each which commands have been recorded: it may take one for another, and never forgets one (Bloom, 1970).
struct KeyFilter: Sendable {
    private var bits: [UInt64]
    private(set) var count = 0
    /// Beyond this it takes more than one in a thousand for another.
    let capacity: Int

    private static let bitsPerKey = 16, probes: UInt64 = 7

    init(capacity: Int) {
        self.capacity = max(capacity, 65_536)
        bits = Array(repeating: 0, count: (self.capacity * KeyFilter.bitsPerKey + 63) / 64)
    }

    mutating func insert(_ mark: KeyMark) {
        for place in places(of: mark) { bits[place >> 6] |= 1 << UInt64(place & 63) }
        count += 1
    }

    func mayHold(_ mark: KeyMark) -> Bool { places(of: mark).allSatisfy { bits[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 } }

    private func places(of mark: KeyMark) -> [Int] {
        let size = UInt64(bits.count * 64)
        return (0..<KeyFilter.probes).map { Int((mark.first &+ $0 &* mark.second) % size) }
    }
}

/// A key in two numbers that nobody outside this process can foresee.
struct KeyMark: Sendable {
    let first, second: UInt64

    init(organisation: String, actor: String, key: String) {
        func number(_ salt: UInt8) -> UInt64 {
            var hasher = Hasher()
            hasher.combine(salt)
            for text in [organisation, actor, key] {
                // By bytes, as the store compares; `String` finds two spellings of é equal.
                for byte in text.utf8 { hasher.combine(byte) }
                hasher.combine(UInt8.max)
            }
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }
        (first, second) = (number(0), number(1) | 1)
    }

    init(_ key: CommandKey, in organisation: OrganisationID) { self.init(organisation: organisation.text, actor: key.actor.id.text, key: key.key) }
}
