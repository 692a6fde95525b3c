import Foundation

/// Writes Swift code that holds text files: `embed OUTPUT FILE...`
@main
struct Embed {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else { throw Failure(what: "usage: embed OUTPUT FILE...") }
        let files = arguments.dropFirst().map { URL(filePath: $0) }, words = files.filter { $0.deletingLastPathComponent().lastPathComponent == "Words" }
        let constants = try files.map(constant)
        let code = "\(words.isEmpty ? "" : "import Organisation\n\n")enum PackageResources {\n\(constants.joined())\(together(words))}\n"
        try code.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    private static func constant(_ file: URL) throws -> String {
        let bytes = try Data(contentsOf: file)
        // A Swift literal would change these silently.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0x0D), !text.contains("\"\"\"###") else {
            throw Failure(what: "\(file.path): only UTF-8 text with plain line ends can be embedded")
        }
        return "    static let \(name(of: file)): [UInt8] = Array(###\"\"\"\n\(text)\n\"\"\"###.utf8)\n"
    }

    private static func name(of file: URL) -> String { String(file.lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }

    /// A room's words by language, as its manifest hands them on.
    private static func together(_ words: [URL]) -> String {
        let pairs = words.map { ".\($0.deletingPathExtension().lastPathComponent): \(name(of: $0))" }
        return pairs.isEmpty ? "" : "    static let words: [Language: [UInt8]] = [\(pairs.joined(separator: ", "))]\n"
    }
}

struct Failure: Error {
    var what: String
}
