import Foundation
import Testing

/// What the help of the command line names as an example is there: whoever copies a line gets an answer.
@Suite struct HelpTests {
    @Test func everythingNamedInTheHelpIsInTheExamples() throws {
        let examples = try Checkout.swiftFiles(in: "Examples").map(\.text).joined(separator: "\n")
        var named: Set<String> = []
        for file in try Checkout.swiftFiles(in: "Sources/portolan") {
            for match in file.text.matches(of: /^ +portolan .*(?:--organisation|--plan|organisation invite) ([a-z0-9-]+)/.anchorsMatchLineEndings()) { named.insert(String(match.output.1)) }
            for match in file.text.matches(of: /^ +portolan .*--organisation ([a-z0-9-]+)/.anchorsMatchLineEndings()) { named.insert(String(match.output.1)) }
        }
        #expect(named.isSuperset(of: ["harbours", "plan-now"]), "\(named)")
        for name in named { #expect(examples.contains("\"\(name)\""), "\(name) is in no example") }
    }
}
