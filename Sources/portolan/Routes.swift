import ArgumentParser
import Features
import Foundation
import Pages
import Server

/// For the tests in a browser: every address that answers, the rooms' and the server's own, as the program says so itself.
struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every address with its kind and who may use it, as JSON.", shouldDisplay: false)

    func run() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        tell(String(decoding: try encoder.encode(House(features).addresses + HostRoute.all.map(\.address)), as: UTF8.self))
    }
}

extension HostRoute {
    fileprivate var address: RouteAddress {
        let kind = !methods.contains(.get) ? "action" : methods.contains(.post) ? "form" : "page or file"
        return RouteAddress(feature: nil, path: path, kind: kind, access: [access.rawValue])
    }
}
