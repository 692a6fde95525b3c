import Foundation
import Journal

/// Where mails are written, handed over and, where that fails, tried again.
///
/// What waits is kept in memory only: mails hold links of which the database keeps the hash alone. Whoever stops the server meanwhile
/// loses them, and the person asks again.
package actor MailRoom {
    /// What became of a mail, for the log: never to whom, nor what it says.
    package enum Report: Sendable, Equatable {
        case sent(kind: String, id: String)
        case delayed(kind: String, id: String, attempt: Int, why: String)
        case givenUp(kind: String, id: String, why: String)
    }

    private struct Full: Error {}

    /// How the operator lets mails go out; `nil` where not at all.
    private let delivery: (any MailDelivery)?
    private let sender: Mailbox
    private let now: @Sendable () -> Moment
    private let pauses: [Duration]
    private let wait: @Sendable (Duration) async throws -> Void
    private let report: @Sendable (Report) -> Void
    private let capacity = 1000
    private var underWay: [String: Task<Void, Never>] = [:]

    /// - Parameters:
    ///   - pauses: before the second attempt, the third, and so on; after the last a mail is given up.
    ///   - wait: lets time pass.
    package init(
        _ delivery: (any MailDelivery)?, from sender: Mailbox, now: @escaping @Sendable () -> Moment, pauses: [Duration] = MailRoom.pauses,
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }, report: @escaping @Sendable (Report) -> Void
    ) {
        self.delivery = delivery
        isOpen = delivery != nil
        self.sender = sender
        self.now = now
        self.pauses = pauses
        self.wait = wait
        self.report = report
    }

    /// Half a minute to six hours, a day and a half in all.
    package static let pauses: [Duration] = [30, 120, 600, 1800, 3600, 7200, 14_400, 21_600, 21_600, 21_600, 21_600].map { .seconds($0) }

    /// Whether mails go out at all.
    package nonisolated let isOpen: Bool

    /// Writes a mail and sends it, both later: whoever asks is answered at once, whether or not there is anything to send.
    ///
    /// - Parameters:
    ///   - kind: what it is about, for the log.
    ///   - write: `nil` for nothing to send.
    package func send(_ kind: String, _ write: @escaping @Sendable () async throws -> Mail?) {
        guard let delivery else { return }
        let id = String(Token().text.prefix(20))
        guard underWay.count < capacity else { return report(.givenUp(kind: kind, id: id, why: "\(Full())")) }
        underWay[id] = Task {
            await carry(kind, id, delivery, write)
            underWay[id] = nil
        }
    }

    /// Returns when everything handed in so far has been sent or given up.
    package func settle() async { for task in underWay.values { await task.value } }

    private func carry(_ kind: String, _ id: String, _ delivery: any MailDelivery, _ write: @Sendable () async throws -> Mail?) async {
        do {
            guard let mail = try await write() else { return }
            for attempt in 0...pauses.count {
                do {
                    try await delivery.deliver(mail, from: sender, id: id, at: now())
                    return report(.sent(kind: kind, id: id))
                } catch {
                    guard attempt < pauses.count else { throw error }
                    report(.delayed(kind: kind, id: id, attempt: attempt + 1, why: "\(error)"))
                    try await wait(pauses[attempt])
                }
            }
        } catch { report(.givenUp(kind: kind, id: id, why: "\(error)")) }
    }
}
