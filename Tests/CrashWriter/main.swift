import Foundation
import Journal
import Stores

// CrashWriter PATH COUNT: sends COUNT commands at once to four journals and writes the number of each to the
// standard output as soon as its receipt is there. The tests kill it while it does so.

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]) else {
    print("CrashWriter PATH COUNT")
    exit(2)
}
let store: SQLiteStore
do { store = try SQLiteStore(path: CommandLine.arguments[1]) } catch {
    print(error)
    exit(3)
}
let journals = Journals(store, chapters: [Tally.self], now: { .now })
await withTaskGroup { group in
    for number in 0..<count {
        group.addTask {
            do {
                _ = try await journals.journal(Tally.organisations[number % 4]).record(Tally.command(number)) { _ in [Tally.proposal(number)] }
                let line = Array("\(number)\n".utf8)
                _ = write(1, line, line.count)
            } catch { FileHandle.standardError.write(Data("\(number): \(error)\n".utf8)) }
        }
    }
}
try store.close()
