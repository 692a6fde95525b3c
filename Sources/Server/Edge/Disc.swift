import Foundation

/// The disc on which the data lie.
package struct Disc: Sendable {
    private let folder: String

    /// - Parameter file: the path of what lies there.
    package init(holding file: String) { folder = (file as NSString).deletingLastPathComponent }

    /// Whether something new fits beside the data: a file that nobody can find, gone with the asking.
    var canBeWritten: Bool {
        var path = Array("\(folder)/.portolan-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        guard file >= 0 else { return false }
        defer { close(file) }
        unlink(path)
        let bytes = [UInt8](repeating: 0, count: 4096)
        return write(file, bytes, bytes.count) == bytes.count
    }
}
