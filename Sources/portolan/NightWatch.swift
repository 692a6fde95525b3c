import Foundation
import Journal
import Logging
import Stores

/// Once a night, while the program serves: SQLite looks over the whole file, every journal is verified, snapshots are kept, and a backup is made.
struct NightWatch: Sendable {
    let workshop: Workshop
    let backups: NightlyBackups?
    let logger: Logger

    /// Until the task is cancelled.
    func keep() async {
        while (try? await Task.sleep(for: .seconds(untilTwo))) != nil { await round() }
    }

    /// Seconds until the next 02:00 UTC.
    private var untilTwo: Int {
        let secondOfDay = Int(Date.now.timeIntervalSince1970) % 86_400
        return (2 * 3600 - secondOfDay + 86_400 - 1) % 86_400 + 1
    }

    private func round() async {
        do {
            for problem in try await workshop.store.integrityProblems() { logger.critical("the database file is damaged", metadata: ["found": "\(problem)"]) }
            for id in try await workshop.store.organisations() {
                let found = try await workshop.store.verify(id)
                if let fault = found.fault {
                    logger.critical(
                        "a journal does not verify",
                        metadata: ["organisation": "\(id)", "position": "\(fault.position)", "fault": "\(fault.fault.rawValue)"])
                } else {
                    logger.notice("verified", metadata: ["organisation": "\(id)", "events": "\(found.entries)", "head": "\(found.head)"])
                }
            }
            try await workshop.journals.keepSnapshots()
            if let sheet = try await backups?.make(workshop) {
                logger.notice("backed up", metadata: ["bytes": "\(sheet.bytes)", "sha256": "\(sheet.sha256)", "journals": "\(sheet.journals.count)"])
            }
        } catch { logger.error("the nightly check could not be finished", metadata: ["error": "\(error)"]) }
    }
}
