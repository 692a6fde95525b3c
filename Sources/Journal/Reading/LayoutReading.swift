import Foundation

/// What stands in a node.
extension Layout {
    func isNull(_ node: Int) -> Bool { nodes[node].kind == .null }

    func truth(_ node: Int) -> Bool? {
        switch nodes[node].kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// `nil` for what is not written as a whole number, also where it is one.
    func integer<Number: FixedWidthInteger>(_ node: Int, as type: Number.Type) -> Number? {
        let node = nodes[node]
        guard node.kind == .number else { return nil }
        let isNegative = bytes[node.start] == 0x2D
        var value: Number = 0
        for place in (isNegative ? node.start + 1 : node.start)..<node.end {
            guard (0x30...0x39).contains(bytes[place]) else { return nil }
            let digit = Number(truncatingIfNeeded: bytes[place] - 0x30), (tens, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, more) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !over, !more else { return nil }
            value = sum
        }
        return value
    }

    /// The nearest there is; `nil` beyond the greatest.
    func double(_ node: Int) -> Double? {
        let node = nodes[node]
        guard node.kind == .number else { return nil }
        let value = bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { strtod($0.advanced(by: node.start).assumingMemoryBound(to: CChar.self), nil) } }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    func text(_ node: Int) -> String? {
        let node = nodes[node]
        switch node.kind {
        case .text: return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[node.start..<node.end]), as: UTF8.self) }
        case .escapedText: return unescaped(bytes[node.start..<node.end]).map { String(decoding: $0, as: UTF8.self) }
        default: return nil
        }
    }

    func isText(_ node: Int, _ expected: String) -> Bool {
        let node = nodes[node]
        guard node.kind == .text else { return node.kind == .escapedText && unescaped(bytes[node.start..<node.end])?.elementsEqual(expected.utf8) == true }
        guard node.end - node.start == expected.utf8.count else { return false }
        var expected = expected
        return expected.withUTF8 { expected in
            bytes.withUnsafeBufferPointer { own in
                guard let own = own.baseAddress, let expected = expected.baseAddress else { return true }
                return memcmp(own + node.start, expected, node.end - node.start) == 0
            }
        }
    }

    /// `nil` for what is no text in JSON.
    func unescaped(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        var result: [UInt8] = [], rest = bytes[...]
        func unit() -> UInt16? {
            let digits = rest.prefix(4)
            guard digits.count == 4, digits.allSatisfy({ $0 < 0x80 }) else { return nil }
            rest = rest.dropFirst(4)
            return digits.contains(0x2B) ? nil : UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        }
        while let byte = rest.popFirst() {
            guard byte == 0x5C else {
                result.append(byte)
                continue
            }
            switch rest.popFirst() {
            case 0x22: result.append(0x22)
            case 0x5C: result.append(0x5C)
            case 0x2F: result.append(0x2F)
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x6E: result.append(0x0A)
            case 0x72: result.append(0x0D)
            case 0x74: result.append(0x09)
            case 0x75:
                guard let first = unit() else { return nil }
                var units = [first]
                if UTF16.isLeadSurrogate(first) {
                    guard rest.popFirst() == 0x5C, rest.popFirst() == 0x75, let second = unit(), UTF16.isTrailSurrogate(second) else { return nil }
                    units.append(second)
                } else if UTF16.isTrailSurrogate(first) {
                    return nil
                }
                result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
            default: return nil
            }
        }
        return result
    }
}
