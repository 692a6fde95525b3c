import Exchange
import Journal
import Organisation
import Pages

/// Translations from a table, as it was taken along: each is written as it would be in the form of its thing, and is a draft until somebody has
/// read it beside the original. Empty cells change nothing.
struct TranslationsImport: Importing {
    let name = "translations"
    let title = "translation.table"
    let columns = TranslationColumn.all
    /// Whose things have the texts.
    private let rooms: [Feature]
    private let house = Once<House>()

    init(of rooms: [Feature]) { self.rooms = rooms }

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        guard let house = try? house.value({ try House(rooms) }) else { throw Refusal("pages.refusal.gone") }
        var reading = TranslationsReading(organisation, house, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result())
    }
}
