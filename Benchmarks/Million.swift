import Foundation

/// A journal of a million events: how many of them a second are folded, and how many verified.
struct Million {
    static let events = 1_000_000

    func figures() async throws {
        let history = try await History(events: Million.events)
        print(row("folded from the first", try await history.open()))
        print(row("verified", try await history.verify()))
        print("opened from snapshots in \(milliseconds(try await history.openFromSnapshots())) ms")
    }

    private func row(_ name: String, _ time: Duration) -> String {
        "\(name): \(Int(Double(Million.events) / (time / .seconds(1)))) events/s"
    }

    private func milliseconds(_ time: Duration) -> Int { Int(time / .milliseconds(1)) }
}
