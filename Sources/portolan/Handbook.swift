import ArgumentParser
import Features
import Pages

/// For `make docs`: what the program offers, as it says so itself.
struct Handbook: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print what every room offers, in Markdown.", shouldDisplay: false)

    func run() throws { print(try House(features).handbook, terminator: "") }
}
