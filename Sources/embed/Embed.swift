import Foundation

/// Writes Swift code that holds text files: `embed OUTPUT FILE...`
@main
struct Embed {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else { throw Failure(what: "usage: embed OUTPUT FILE...") }
        let constants = try arguments.dropFirst().map { try constant(URL(filePath: $0)) }
        let code = "enum PackageResources {\n\(constants.joined())}\n"
        try code.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    private static func constant(_ file: URL) throws -> String {
        let bytes = try Data(contentsOf: file)
        // A Swift literal would change these silently.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0x0D), !text.contains("\"\"\"###") else {
            throw Failure(what: "\(file.path): only UTF-8 text with plain line ends can be embedded")
        }
        let name = String(file.lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        return "    static let \(name): [UInt8] = Array(###\"\"\"\n\(text)\n\"\"\"###.utf8)\n"
    }
}

struct Failure: Error {
    var what: String
}
