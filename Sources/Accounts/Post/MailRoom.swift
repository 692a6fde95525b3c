import Foundation
import Journal

/// Where mails are written, handed over and, where that fails, tried again.
///
/// What waits here is in memory only: mails hold links of which the database keeps the hash alone. Whoever stops the server meanwhile
/// loses them, and the person asks again. Letters of features hold none, and lie in the database besides, as `WaitingMail`.
package actor MailRoom {
    /// What became of a mail, for the log: never to whom, nor what it says.
    package enum Report: Sendable, Equatable {
        case sent(kind: String, id: String)
        case delayed(kind: String, id: String, attempt: Int, why: String)
        case givenUp(kind: String, id: String, why: String)
    }

    private struct Full: Error {}

    /// One of many mails about the same.
    package struct Parcel: Sendable {
        /// The left part of its `Message-ID`.
        let id: String
        let write: @Sendable () async throws -> Mail?
        let settled: @Sendable () async -> Void

        /// - Parameters:
        ///   - write: `nil` for nothing to send.
        ///   - settled: called once it was handed over or given up; not where the server stops before.
        package init(id: String, write: @escaping @Sendable () async throws -> Mail?, settled: @escaping @Sendable () async -> Void) {
            self.id = id
            self.write = write
            self.settled = settled
        }
    }

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
        let id = MailRoom.newID()
        guard underWay.count < capacity else { return report(.givenUp(kind: kind, id: id, why: "\(Full())")) }
        underWay[id] = Task {
            await carry(kind, id, delivery, write)
            underWay[id] = nil
        }
    }

    /// Whether more would be taken now.
    package var hasRoom: Bool { delivery != nil && underWay.count < capacity }

    /// Many mails about the same, one after another: nobody else waits behind them, and one that is not taken is tried again by itself.
    package func send(_ kind: String, each parcels: [Parcel]) {
        guard let delivery, !parcels.isEmpty else { return }
        let id = MailRoom.newID()
        underWay[id] = Task {
            for parcel in parcels { await carryOrLeave(kind, delivery, parcel) }
            underWay[id] = nil
        }
    }

    /// Returns when everything handed in so far has been sent or given up.
    package func settle() async { while let task = underWay.values.first { await task.value } }

    package static func newID() -> String { String(Token().text.prefix(20)) }

    private func carry(_ kind: String, _ id: String, _ delivery: any MailDelivery, _ write: @Sendable () async throws -> Mail?) async {
        do {
            guard let mail = try await write() else { return }
            if await !isSettled(mail, kind, id, delivery, attempt: 0) { await tryAgain(mail, kind, id, delivery) }
        } catch { report(.givenUp(kind: kind, id: id, why: "\(error)")) }
    }

    /// Tries once; what is not taken goes on by itself.
    private func carryOrLeave(_ kind: String, _ delivery: any MailDelivery, _ parcel: Parcel) async {
        do {
            guard let mail = try await parcel.write() else { return await parcel.settled() }
            if await isSettled(mail, kind, parcel.id, delivery, attempt: 0) { return await parcel.settled() }
            underWay[parcel.id] = Task {
                if await tryAgain(mail, kind, parcel.id, delivery) { await parcel.settled() }
                underWay[parcel.id] = nil
            }
        } catch {
            report(.givenUp(kind: kind, id: parcel.id, why: "\(error)"))
            await parcel.settled()
        }
    }

    /// - Returns: whether that was the end of it; not where waiting was broken off.
    @discardableResult
    private func tryAgain(_ mail: Mail, _ kind: String, _ id: String, _ delivery: any MailDelivery) async -> Bool {
        for (place, pause) in pauses.enumerated() {
            do { try await wait(pause) } catch {
                report(.givenUp(kind: kind, id: id, why: "\(error)"))
                return false
            }
            if await isSettled(mail, kind, id, delivery, attempt: place + 1) { return true }
        }
        return true
    }

    /// - Returns: whether that was the end of it: it was taken, or given up after the last attempt.
    private func isSettled(_ mail: Mail, _ kind: String, _ id: String, _ delivery: any MailDelivery, attempt: Int) async -> Bool {
        do {
            try await delivery.deliver(mail, from: sender, id: id, at: now())
            report(.sent(kind: kind, id: id))
            return true
        } catch {
            let isLast = attempt >= pauses.count
            report(isLast ? .givenUp(kind: kind, id: id, why: "\(error)") : .delayed(kind: kind, id: id, attempt: attempt + 1, why: "\(error)"))
            return isLast
        }
    }
}
