import Foundation

extension Record {
    /// Reads the stored bytes back; `nil` unless writing the result gives the same bytes again.
    package init?(_ bytes: Data) {
        guard let row = try? JSONDecoder().decode(Row.self, from: bytes),
            let organisation = OrganisationID(row.organisation), let previous = Hash(hexadecimal: row.previous),
            let at = Moment(row.at), let on = Day(row.on), let actor = ID<Actor>(row.actor),
            let structure = Hash(hexadecimal: row.structure)
        else { return nil }
        var words: Hash?
        if let text = row.words {
            words = Hash(hexadecimal: text)
            if words == nil { return nil }
        }
        self.init(
            organisation: organisation, position: row.position, previous: previous, chapter: row.chapter, event: row.event, at: at, on: on,
            actor: Actor(actor), structure: structure, words: words)
        guard self.bytes == bytes else { return nil }
    }

    private struct Row: Decodable {
        let organisation: String
        let position: Int
        let previous, chapter, event, at, on, actor, structure: String
        let words: String?
    }
}
