import CZlib

/// Bytes packed as gzip while they go by.
final class Packing {
    struct Refused: Error {}

    /// zlib remembers where this lies: it must not be moved.
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(Refused) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard portolan_gzip_init(stream, 6) == Z_OK else { throw Refused() }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Those of the packed bytes that are ready; often none.
    func packed(_ bytes: [UInt8]) throws(Refused) -> [UInt8] { try pass(bytes, Z_NO_FLUSH) }

    /// The rest of them.
    func end() throws(Refused) -> [UInt8] { try pass([], Z_FINISH) }

    /// All of them, where they are there at once.
    func all(_ bytes: [UInt8]) throws(Refused) -> [UInt8] { try pass(bytes, Z_FINISH) }

    private func pass(_ bytes: [UInt8], _ flush: Int32) throws(Refused) -> [UInt8] {
        var input = bytes
        // Room for all that can come at once: what zlib held back and what these become.
        var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(bytes.count))) + (64 << 10))
        let count = output.count
        let result = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = source.baseAddress
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(count)
                return deflate(stream, flush)
            }
        }
        guard result == (flush == Z_FINISH ? Z_STREAM_END : Z_OK), stream.pointee.avail_in == 0 else { throw Refused() }
        return Array(output.prefix(count - Int(stream.pointee.avail_out)))
    }
}
