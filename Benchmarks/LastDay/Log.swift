import Foundation
import Synchronization

/// How long each kind of request took.
final class Log: Sendable {
    private struct Kept {
        var taken: [String: [Double]] = [:]
        var latest = Duration.zero
        var pushed = 0
    }
    private let kept = Mutex(Kept())

    /// - Throws: where it is answered with another status.
    func timed(_ kind: String, _ status: Int, _ ask: () async throws -> Line.Answer) async throws -> Line.Answer {
        let start = ContinuousClock.now, answer = try await ask(), taken = (ContinuousClock.now - start) / .milliseconds(1)
        guard answer.status == status else { throw Line.Failed(description: "\(kind): \(answer.status) \(answer.text.suffix(2000))") }
        kept.withLock { $0.taken[kind, default: []].append(taken) }
        return answer
    }

    func late(_ by: Duration) { kept.withLock { $0.latest = max($0.latest, by) } }
    func pushed() { kept.withLock { $0.pushed += 1 } }
    func clear() { kept.withLock { $0 = Kept() } }
    func count(of kind: String) -> Int { kept.withLock { $0.taken[kind]?.count ?? 0 } }

    func show(seconds: Double) {
        let kept = kept.withLock { $0 }
        print("request                number      p50      p95      max  (ms)")
        for (kind, all) in kept.taken.sorted(by: { $0.key < $1.key }) {
            let sorted = all.sorted()
            let row = String(format: "%8d %8.1f %8.1f %8.1f", sorted.count, sorted[sorted.count / 2], sorted[sorted.count * 95 / 100], sorted[sorted.count - 1])
            print("\(kind.padding(toLength: 20, withPad: " ", startingAt: 0)) \(row)")
        }
        let submitted = Double(kept.taken["submitted"]?.count ?? 0)
        print(String(format: "%.1f submissions a second; %d pushed parts; the latest turn began %.0f ms late", submitted / seconds, kept.pushed, kept.latest / .milliseconds(1)))
        fflush(nil)
    }
}
