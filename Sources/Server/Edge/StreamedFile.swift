import Exchange
import HTTPTypes
import Hummingbird
import NIOCore

/// A file on its way from the disc to a browser, piece by piece: however large it is, only some kilobytes of it are in memory.
struct StreamedFile {
    private static let piece = 64 << 10

    private let file: ScratchFile
    private var headers: HTTPFields
    private let isPacked: Bool
    private let isHead: Bool

    /// Text is packed for whoever unpacks it; a workbook is packed already.
    init(_ file: ScratchFile, _ headers: HTTPFields, to request: Request) throws {
        self.file = file
        self.headers = headers
        isHead = request.method == .head
        isPacked = headers[.contentType]?.hasPrefix("text/") == true && takesGzip(request.headers[.acceptEncoding])
        // How long it is when packed is known only at its end.
        if isPacked { self.headers[.contentEncoding] = "gzip" } else { self.headers[.contentLength] = String(try file.size) }
    }

    func response(status: Int) -> Response {
        Response(status: .init(code: status), headers: headers, body: isHead ? .init() : body)
    }

    /// It has just been written, so that it is read from the system's memory: nobody waits for the disc.
    private var body: ResponseBody {
        ResponseBody { [file, isPacked] writer in
            let reading = file.reading()
            let packing = isPacked ? try Packing() : nil
            while let piece = try reading.next(atMost: StreamedFile.piece) {
                try await writer.write(ByteBuffer(bytes: try packing?.packed(piece) ?? piece))
            }
            if let packing { try await writer.write(ByteBuffer(bytes: try packing.end())) }
            try await writer.finish(nil)
        }
    }
}
