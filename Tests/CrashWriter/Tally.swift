import Foundation
import Journal

/// Counts how often each number came. `StoresTests` has a chapter of the same name, written by itself.
struct Tally: Chapter {
    static let name = "tally"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable { case counted(number: Int, note: Prose) }

    private(set) var counts: [Int: Int] = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .counted(let number, _): counts[number, default: 0] += 1
        }
    }

    static let organisations: [OrganisationID] = [ID("north"), ID("east"), ID("south"), ID("west")]

    static func command(_ number: Int) -> Command { Command(by: .system, key: "write-\(number)", content: Data("\(number)".utf8)) }

    static func proposal(_ number: Int) -> Proposal { Proposal(Tally.self, .counted(number: number, note: "Number \(number)")) }
}
