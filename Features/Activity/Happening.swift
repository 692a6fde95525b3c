import Journal
import Organisation
import Pages

/// An entry of the journal with its sentence, for a reader who may see it.
struct Happening {
    let entry: Entry
    let told: Told
    /// What it made of an earlier description; `nil` where nobody looked, or where it describes nothing.
    var revision: Revision?
    /// Whether what it replaced stands further back than was looked through.
    var isBeyondLookBack = false

    /// `nil` where the reader neither belongs to those it is for nor recorded it.
    ///
    /// What no feature tells is still recorded: administrators and auditors see that it was.
    init?(_ entry: Entry, _ house: House, in organisation: Organisation, for viewer: Viewer) {
        let told =
            house.told(entry, in: organisation)
            ?? Told(
                Saying("activity.untold", ["event": .text(entry.record.event), "chapter": .text(entry.record.chapter)]), about: [],
                audience: .roles([.administrator, .auditor]))
        guard viewer.belongs(to: told.audience) || entry.record.actor.id == viewer.account else { return nil }
        self.entry = entry
        self.told = told
    }

    var position: Int { entry.record.position }
}

extension Visit {
    /// The entry with its sentence, where this reader may see it.
    func happening(_ entry: Entry) -> Happening? { Happening(entry, house, in: present, for: viewer) }

    /// Of the entries that belong to the days being read those that are asked for, oldest first.
    func entriesRead(_ selection: EntrySelection) async throws -> [Entry] {
        var selection = selection
        selection.holdingBy = times.asOf
        return try await history(selection)
    }
}
