import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import Server
import Stores

/// What only the process that holds the database can do: asked of it through the socket, or done by the command where none runs.
enum Errand: Codable, Sendable {
    /// - file: an absolute path, as the process that does it may stand in another folder.
    case backUp(file: String, organisation: OrganisationID?)
    case takeIn(file: String, organisation: OrganisationID)
    /// - organisation: where it holds; `nil` for everywhere.
    case noteReturned([ReturnedMail], organisation: OrganisationID?)

    struct Answer: Codable, Sendable {
        var lines: [String] = []
        /// What went wrong, for the person at the command line; then nothing was changed.
        var fault: String?
    }
}

extension Workshop {
    func run(_ errand: Errand) async -> Errand.Answer {
        do {
            switch errand {
            case .backUp(let file, let organisation): return Errand.Answer(lines: try await backUp(to: file, organisation).lines(of: file))
            case .takeIn(let file, let organisation): return Errand.Answer(lines: try await takeIn(organisation, from: file))
            case .noteReturned(let mails, let organisation): return try await note(mails, in: organisation)
            }
        } catch {
            return Errand.Answer(fault: (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
    }

    private func note(_ mails: [ReturnedMail], in organisation: OrganisationID?) async throws -> Errand.Answer {
        var people: Set<ID<Actor>>?
        if let organisation {
            guard let standing = try await journals.existing(organisation)?.standing else {
                return Errand.Answer(fault: "There is no organisation “\(organisation)”. See: portolan organisation list")
            }
            people = Set(standing[Grants.self].all.values.map(\.account))
        }
        let noted = try await NotingReturns(signIn: signIn).note(mails, among: people, in: organisation, today: journals.moment.day)
        return Errand.Answer(lines: ["Kept with \(noted.count) accounts; other addresses are nobody's here."])
    }

    func backUp(to file: String, _ organisation: OrganisationID? = nil) async throws -> BackupSheet {
        guard let organisation else { return try await store.backUp(to: file, at: journals.moment, program: version) }
        return try await store.backUp(organisation, to: file, at: journals.moment, program: version) { try await named(in: $0, organisation) }
    }

    private func takeIn(_ organisation: OrganisationID, from file: String) async throws -> [String] {
        let restoration = try await Restoration(of: file, beside: store.path)
        defer { restoration.discard() }
        guard restoration.sheet.journals.contains(where: { $0.organisation == organisation.text }) else {
            throw BackupRefusal.absent(organisation.text)
        }
        let accounts = try await named(in: restoration.store, organisation)
        let taken = try await store.takeIn(organisation, from: restoration.store, accounts: accounts)
        try await journals.renew(organisation)
        let head = "\(organisation)\tnow at position \(taken.head.position), head \(taken.head.hash)"
        let left = taken.leftOut.map { "The account \($0) was left out: its address belongs to another account here. Give its roles to that one." }
        return [taken.events == 0 ? "Nothing to bring in: everything in the archive is here already." : "\(taken.events) events came in.", head] + left
    }

    /// Whom the roles in a copied journal name.
    private func named(in copy: SQLiteStore, _ organisation: OrganisationID) async throws -> Set<ID<Actor>> {
        let journal = try await Journals(copy, chapters: house.chapters, now: { .now }).journal(organisation)
        return Set(journal.standing[Grants.self].all.values.map(\.account))
    }
}

extension BackupSheet {
    fileprivate func lines(of file: String) -> [String] {
        ["Backed up to \(file): \(bytes) bytes, read through and verified. SHA-256 \(sha256)"]
            + journals.map { "\($0.organisation)\t\($0.events) events, head \($0.head)" }
    }
}
