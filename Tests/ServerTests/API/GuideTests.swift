import Foundation
import Journal
import Pages
import TestKit
import Testing

@testable import Server

/// What docs/api.md tells people to type.
@Suite("The API's guide") struct GuideTests {
    @Test func everyExampleOfTheGuideIsAnsweredByTheLeague() async throws {
        let server = try await ExampleWorld.copy(), client = try await APIWorld.client(server, ID("amina"))
        let guide = try String(contentsOfFile: URL(filePath: #filePath).appending(path: "../../../../docs/api.md").standardized.path, encoding: .utf8)
        var variables = ["ROOT": "http://127.0.0.1:8080/api/v1/organisations/harbours", "TOKEN": client.token ?? "", "(uuidgen)": UUID().uuidString]
        let commands = guide.replacing("\\\n", with: " ").split(separator: "\n").filter { $0.contains("curl ") }
        #expect(commands.count > 6)
        for command in commands {
            let example = Example(command, variables), answer = await example.answer(of: server)
            #expect((200..<300).contains(answer.status), "\(command)\n\(answer.status) \(answer.text.prefix(600))")
            variables["tag"] = answer.header("ETag")
            variables["(uuidgen)"] = UUID().uuidString
        }
    }
}

/// One command line with `curl` in it, read as a shell does.
private struct Example {
    private var method = "GET"
    private var target = ""
    private var headers: [String: String] = [:]
    private var body: String?

    init(_ command: some StringProtocol, _ variables: [String: String]) {
        var words = Example.words(String(command.suffix(from: command.range(of: "curl ")?.upperBound ?? command.startIndex)), variables)[...]
        while let word = words.popFirst(), word != "|" {
            switch word {
            case "-X": method = words.popFirst() ?? ""
            case "-H":
                let header = (words.popFirst() ?? "").split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                if header.count == 2 { headers[header[0].lowercased()] = header[1] }
            case "-d": body = words.popFirst()
            case _ where word.hasPrefix("-"): continue
            default: target = word.replacing("http://127.0.0.1:8080", with: "")
            }
        }
    }

    func answer(of server: TestServer) async -> WebResponse {
        await server.site.respond(
            to: WebRequest(method: WebRequest.Method(rawValue: method) ?? .get, target: target, headers: headers, body: Array((body ?? "").utf8)))
    }

    /// Separated at spaces outside quotation marks; what stands in single ones is left as it is.
    private static func words(_ text: String, _ variables: [String: String]) -> [String] {
        var words: [String] = [], word = "", quote: Character?, isLiteral = false
        for character in text + " " {
            switch (quote, character) {
            case (character?, _): quote = nil
            case (nil, "\""), (nil, "'"): (quote, isLiteral) = (character, character == "'")
            case (nil, " "):
                if !word.isEmpty { words.append(isLiteral ? word : variables.reduce(word) { $0.replacing("$\($1.key)", with: $1.value) }) }
                (word, isLiteral) = ("", false)
            default: word.append(character)
            }
        }
        return words
    }
}
