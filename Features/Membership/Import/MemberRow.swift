import Exchange
import Foundation
import Journal
import Organisation
import Pages

/// One line of the table of members, read as what it should be. An empty cell says nothing and changes nothing.
struct MemberRow {
    let line: Int
    var code: String
    let region: String
    let officialRegion: String
    let names: [Language: String]
    let standing: Member.Standing?
    let joined: Joining?
    let left: Day?
    let note: String

    init(_ row: CSVTable.Row, first language: Language) throws(Refusal) {
        let cells = Cells(row: row)
        line = row.line
        code = try cells.text(.code, max: 40, isRequired: true)
        let name = try cells.text(.name, max: 200, isRequired: true)
        region = try cells.text(.region, max: 200)
        officialRegion = try cells.text(.officialRegion, max: 400)
        var names: [Language: String] = [:]
        for other in Language.allCases {
            let text = try cells.text(.name(in: other), max: 200)
            if !text.isEmpty { names[other] = text }
        }
        names[language] = name
        self.names = names
        standing = try cells.choice(.standing, of: Member.Standing.self)
        joined = try cells.joining()
        left = try cells.day(.left)
        note = try cells.text(.note, max: 4_000)
    }

    /// What the line makes of what stands already, or of nothing.
    func member(from present: Member?, region: ID<Region>?, first: Language) -> Member {
        var member = present ?? Member(name: Localized([:], original: first), region: region, code: code)
        // Together, so that a translation that comes along with a changed original is not taken for an older one.
        let taken = member.name.taking(names[first] ?? "", in: first)
        var texts = taken == member.name ? [:] : [first: taken.plain(in: first)]
        for (language, name) in names where language != first && member.name.texts[language]?.text?.asCell != name { texts[language] = name }
        member.name = member.name.with(texts)
        member.region = region
        if let standing { member.standing = standing }
        if let joined { member.joined = joined }
        member.note = member.note.taking(note, in: first)
        return member
    }
}

/// The cells of a line, cleaned like whatever is typed into a form.
private struct Cells {
    let row: CSVTable.Row

    func text(_ column: MemberColumn, max: Int, isRequired: Bool = false) throws(Refusal) -> String {
        let raw = CSVFormula.unguarded(row[column.rawValue] ?? "")
        let text = Entered([("cell", raw)], language: .en).text("cell")
        if text.isEmpty, isRequired { throw Refusal("membership.import.empty-cell", ["column": column.rawValue]) }
        if text.unicodeScalars.count > max { throw Refusal("membership.import.too-long", ["column": column.rawValue, "max": "\(max)"]) }
        return text
    }

    func day(_ column: MemberColumn) throws(Refusal) -> Day? {
        let text = try text(column, max: 60)
        if text.isEmpty { return nil }
        guard let day = ISODay.reading(text).flatMap({ Day($0) }) else {
            throw Refusal("membership.import.not-a-day", ["column": column.rawValue, "text": text])
        }
        return day
    }

    func choice<Kind: RawRepresentable & CaseIterable>(_ column: MemberColumn, of: Kind.Type) throws(Refusal) -> Kind?
    where Kind.RawValue == String {
        let text = try text(column, max: 60)
        if text.isEmpty { return nil }
        guard let choice = Kind(rawValue: text.lowercased()) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal("membership.import.not-a-choice", ["column": column.rawValue, "text": text, "known": known])
        }
        return choice
    }

    /// A day without a precision is exact; a precision without a day, and a latest day without either, say too little.
    func joining() throws(Refusal) -> Joining? {
        let day = try self.day(.joined)
        let latest = try self.day(.joinedLatest)
        let precision = try choice(.joinedPrecision, of: Joining.Precision.self)
        guard day != nil || latest != nil || precision != nil else { return nil }
        let joining = Joining(day, precision ?? (latest == nil ? .exact : .between), latest: latest)
        try joining.check()
        return joining
    }
}
