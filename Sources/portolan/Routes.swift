import ArgumentParser
import Foundation
import Pages

/// For the tests in a browser: every address that a room answers at, as the program says so itself.
struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print every address with its kind and who may use it, as JSON.", shouldDisplay: false)

    func run() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        tell(String(decoding: try encoder.encode(House(features).addresses), as: UTF8.self))
    }
}
