import CZlib

/// The bytes as gzip; `nil` where zlib refuses or nothing would be won.
func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 400, bytes.count < 64 << 20 else { return nil }
    var stream = z_stream()
    guard portolan_gzip_init(&stream, 6) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
    let result = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            return deflate(&stream, Z_FINISH)
        }
    }
    guard result == Z_STREAM_END else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
}
