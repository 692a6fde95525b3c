/// The bytes as gzip; `nil` where zlib refuses or nothing would be won.
func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 400, bytes.count < 64 << 20, let packing = try? Packing() else { return nil }
    return try? packing.all(bytes)
}
