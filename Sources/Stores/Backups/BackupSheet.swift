import Foundation
import Journal

/// What stands beside a backup, in `FILE.json`: enough to tell, without opening it, what it holds and whether it is still whole.
package struct BackupSheet: Codable, Equatable, Sendable {
    /// The end of one journal.
    package struct Journal: Codable, Equatable, Sendable {
        package var organisation: String
        package var events: Int
        /// 64 hexadecimal digits; compare it with one kept elsewhere.
        package var head: String
    }

    /// The version of the program that wrote it.
    package var program: String
    package var schema: Int
    /// When, as the journal writes moments (UTC).
    package var at: String
    package var bytes: Int
    /// Of the whole file, 64 hexadecimal digits.
    package var sha256: String
    /// `nil` where all organisations are in it.
    package var organisation: String?
    package var journals: [Journal]

    package static func path(beside file: String) -> String { file + ".json" }

    /// - Throws: `BackupRefusal.noSheet` where there is none that can be read.
    package static func read(beside file: String) throws -> BackupSheet {
        guard let bytes = FileManager.default.contents(atPath: path(beside: file)), let sheet = try? JSONDecoder().decode(BackupSheet.self, from: bytes)
        else { throw BackupRefusal.noSheet(path(beside: file)) }
        return sheet
    }

    /// In a new file on disk.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try DiskFile.create(path)
        try encoder.encode(self).write(to: URL(filePath: path))
        try DiskFile.sync(path)
    }
}

/// Why nothing was backed up or restored. Said to the person at the command line.
package enum BackupRefusal: Error, Equatable, CustomStringConvertible {
    case exists(String)
    case damaged(String)
    case fault(organisation: String, position: Int, String)
    case noSheet(String)
    case otherBytes(expected: String, found: String)
    case otherJournals
    case absent(String)
    case parts(position: Int)
    case goesOn(after: Int)

    package var description: String {
        switch self {
        case .exists(let path): "\(path) is there already, and is left as it is. Choose another name, or for a restore give --replace."
        case .damaged(let found): "The copy is damaged, and was put away: \(found). Look with portolan verify; restore the last backup."
        case .fault(let organisation, let position, let fault):
            "The journal of \(organisation) does not verify at position \(position) (\(fault)). Nothing was kept: use an earlier backup."
        case .noSheet(let path): "The sheet \(path) is missing or cannot be read. It belongs beside the backup: without it nobody knows whether that is whole."
        case .otherBytes(let expected, let found):
            "The file is not the one that its sheet describes: SHA-256 \(found) instead of \(expected). Fetch it again, or use another backup."
        case .otherJournals: "The journals in the file end elsewhere than its sheet says. Use another backup."
        case .absent(let organisation): "There is no organisation \(organisation) there. The sheet beside a backup names those that it holds."
        case .parts(let position):
            "The journal here and the one in the archive part at position \(position). Neither continues the other: restore it into another database."
        case .goesOn(let position): "The journal here goes on after position \(position), where that in the archive ends. There is nothing to bring in."
        }
    }
}
