/// Whether whoever asks takes gzip: it is named, or everything is, and not refused with a weight of 0 (RFC 9110, 12.5.3).
func takesGzip(_ acceptEncoding: String?) -> Bool {
    guard let acceptEncoding else { return false }
    var named: Bool?, others = false
    for coding in acceptEncoding.lowercased().split(separator: ",") {
        let parts = coding.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        let isTaken = !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
        switch parts.first {
        case "gzip", "x-gzip": named = isTaken
        case "*": others = isTaken
        default: break
        }
    }
    return named ?? others
}

/// The bytes as gzip; `nil` where zlib refuses or nothing would be won.
func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 400, bytes.count < 64 << 20, let packing = try? Packing() else { return nil }
    return try? packing.all(bytes)
}
