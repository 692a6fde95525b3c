import Foundation
import Journal

/// Hands a mail over to whatever carries it further.
package protocol MailDelivery: Sendable {
    /// - Throws: where it was not taken; then it is tried again later.
    func deliver(_ mail: Mail, from sender: Mailbox, id: String, at moment: Moment) async throws
}

/// One file for each mail, in a folder from which something else fetches them.
package struct MailSpool: MailDelivery {
    private let folder: URL

    /// - Parameter path: made where it is not there, readable by its owner only: mails hold links that let people in.
    package init(path: String) throws {
        folder = URL(filePath: path, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    package func deliver(_ mail: Mail, from sender: Mailbox, id: String, at moment: Moment) async throws {
        let name = "\(moment.milliseconds)-\(id)", partial = folder.appending(path: ".\(name).tmp")
        try SpoolFile.write(mail.message(from: sender, id: id, at: moment, lineEnd: "\r\n"), to: partial.path)
        // Whoever fetches finds whole mails only.
        try FileManager.default.moveItem(at: partial, to: folder.appending(path: "\(name).eml"))
    }
}

/// A file that only its owner reads, on disk before it is used.
enum SpoolFile {
    struct Failed: Error, Equatable { var number: Int32 }

    static func write(_ bytes: [UInt8], to path: String) throws(Failed) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failed(number: errno) }
        defer { close(file) }
        try write(bytes, to: file)
        guard fsync(file) == 0 else { throw Failed(number: errno) }
    }

    static func write(_ bytes: [UInt8], to file: Int32) throws(Failed) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard written > 0 else { throw Failed(number: errno) }
            rest = rest.dropFirst(written)
        }
    }
}
