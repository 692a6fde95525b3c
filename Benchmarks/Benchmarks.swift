import Features
import Foundation
import Journal
import Pages
import Stores

/// Runs the benchmarks that are named, or all, and prints what each costs beside the bare thing underneath.
@main
struct Benchmarks {
    private static let all: [(name: String, run: @Sendable () async throws -> Void)] = [
        ("journal", journal), ("search", search), ("million", { try await Million().figures() }), ("pages", pages),
        ("elections", { try Elections().figures() }), ("s-curves", { try SCurves().figures() }), ("last-day", { try await LastDay(file: LastDayFile(House(features))).figures() }),
    ]

    static func main() async throws {
        let asked = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("-") }
        if asked == ["hello"] { return try await Wire.hello() }
        for (name, run) in all where asked.isEmpty || asked.contains(name) {
            print("\n\(name)")
            try await run()
            // A run takes long, and may be written to a file.
            fflush(nil)
        }
    }

    @Sendable private static func journal() async throws {
        print("benchmark      Portolan          bare            ratio")
        try await appending("one by one", 200, batch: 1) { try await $0.oneByOne() }
        try await appending("at once", 2000, batch: Committer.groupSize) { try await $0.atOnce() }
        let history = try await History(events: 20_000)
        try await compare("opening", rounds: 5) {
            try await history.open()
        } bare: {
            try await history.readRows()
        }
        try await compare("verifying", rounds: 5) {
            try await history.verify()
        } bare: {
            try await history.hashRows()
        }
    }

    @Sendable private static func search() async throws {
        print("benchmark      Portolan          bare            ratio")
        let world = try LargeWorld(try House(features)), searching = try Searching(world)
        try await compare("searching", rounds: 5) {
            try await searching.ask()
        } bare: {
            searching.scan()
        }
        try await compare("a new day", rounds: 5) {
            try await searching.askOnANewDay()
        } bare: {
            searching.scanOnce()
        }
        try await compare("values out", rounds: 3) {
            try Taking(world).asData()
        } bare: {
            try Taking(world).asBareLines()
        }
        try await compare("values in", rounds: 3) {
            try Taking(world).readIn()
        } bare: {
            try Taking(world).splitIn()
        }
        print("\n\(try Taking(world).figures())")
    }

    @Sendable private static func pages() async throws {
        let file = try await LargeFile(try House(features))
        try await EveryPage(file: file).figures()
        try await file.journals.keepSnapshots()
        try file.store.close()
        try await Wire(database: file.path, cookie: file.cookie).figures()
        try await Memory().figures(large: file.path)
    }

    /// The same rows by hand, in transactions of the same size.
    private static func appending(_ name: String, _ count: Int, batch: Int, _ ours: @escaping @Sendable (Recording) async throws -> Duration) async throws {
        var both: [(ours: Duration, bare: Duration)] = []
        for _ in 0..<5 {
            let recording = try Recording(count)
            both.append((try await ours(recording), try recording.bare(batch: batch)))
        }
        show(name, both)
    }

    /// The two in turn, so that a machine that slows down slows both; the medians are compared.
    private static func compare(
        _ name: String, rounds: Int, _ ours: @Sendable () async throws -> Duration, bare: @Sendable () async throws -> Duration
    ) async throws {
        var both: [(ours: Duration, bare: Duration)] = []
        for _ in 0..<rounds { both.append((try await ours(), try await bare())) }
        show(name, both)
    }

    private static func show(_ name: String, _ both: [(ours: Duration, bare: Duration)]) {
        let one = median(both.map(\.ours)), other = median(both.map(\.bare))
        let row = [name.padding(toLength: 12, withPad: " ", startingAt: 0), shown(one), shown(other), String(format: "%6.1f x", one / other)]
        print(row.joined(separator: "   "))
    }

    private static func median(_ durations: [Duration]) -> Duration { durations.sorted()[durations.count / 2] }

    private static func shown(_ duration: Duration) -> String { String(format: "%10.1f ms", duration / .milliseconds(1)) }
}

/// A folder that goes when it is no longer needed.
final class Folder: Sendable {
    let url = FileManager.default.temporaryDirectory.appending(path: "portolan-bench-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> String { url.appending(path: name).path }
}
