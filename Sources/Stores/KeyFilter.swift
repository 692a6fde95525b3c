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
        for probe in 0..<KeyFilter.probes {
            let place = place(of: mark, probe)
            bits[place >> 6] |= 1 << UInt64(place & 63)
        }
        count += 1
    }

    func mayHold(_ mark: KeyMark) -> Bool {
        (0..<KeyFilter.probes).allSatisfy { probe in
            let place = place(of: mark, probe)
            return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
        }
    }

    private func place(of mark: KeyMark, _ probe: UInt64) -> Int { Int((mark.first &+ probe &* mark.second) % UInt64(bits.count * 64)) }
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
                var text = text
                text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
                hasher.combine(UInt8.max)
            }
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }
        (first, second) = (number(0), number(1) | 1)
    }

    init(_ key: CommandKey, in organisation: OrganisationID) { self.init(organisation: organisation.text, actor: key.actor.id.text, key: key.key) }
}
