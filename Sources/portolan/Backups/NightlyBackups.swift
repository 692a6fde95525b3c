import Foundation
import Journal
import Stores

/// The folder into which a backup goes every night, under names in the order of their days.
struct NightlyBackups: Sendable {
    /// How many are kept.
    static let kept = 14

    let folder: String

    /// Makes one, and only then puts the oldest away.
    func make(_ workshop: Workshop) async throws -> BackupSheet {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // What a process that was killed left unfinished: only this one writes here.
        for name in try names() where name.hasPrefix("portolan-") && name.contains(".partial") { try remove(name) }
        let moment = workshop.journals.moment.description.replacing(":", with: "")
        let sheet = try await workshop.backUp(to: "\(folder)/portolan-\(moment).sqlite")
        for name in try backups().dropLast(NightlyBackups.kept) {
            try remove(name)
            try? remove(name + ".json")
        }
        return sheet
    }

    /// The files, the oldest first.
    func backups() throws -> [String] { try names().filter { $0.hasPrefix("portolan-") && $0.hasSuffix("Z.sqlite") }.sorted() }

    /// When the last one was made; `nil` where there is none that can be looked at.
    var newest: Date? {
        guard let name = try? backups().last else { return nil }
        return try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.modificationDate] as? Date
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder) }

    private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
}
