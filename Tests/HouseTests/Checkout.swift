import Foundation

/// The project's own files, as the tests of the house read them.
enum Checkout {
    struct File {
        let path: String
        let text: String

        var imports: [String] {
            text.split(separator: "\n").filter { $0.contains(#/^(@testable |package |public |@preconcurrency )*import /#) }
                .map { String($0.split(separator: " ").last ?? "") }
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func files(in folder: String, where isWanted: (String) -> Bool) throws -> [File] {
        let base = root.appending(path: folder)
        guard let paths = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
        return try paths.compactMap { $0 as? URL }.filter { isWanted($0.path) }.map {
            File(path: String($0.path.dropFirst(root.path.count + 1)), text: try String(contentsOf: $0, encoding: .utf8))
        }
    }

    static func swiftFiles(in folder: String) throws -> [File] { try files(in: folder) { $0.hasSuffix(".swift") } }

    static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }
}
