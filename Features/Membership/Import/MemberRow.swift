import Exchange
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
        line = row.line
        code = try row.required(.code, max: 40)
        let name = try row.required(.name, max: 200)
        region = try row.text(.region, max: 200)
        officialRegion = try row.text(.officialRegion, max: 400)
        var names: [Language: String] = [:]
        for other in Language.allCases {
            let text = try row.text(.name(in: other), max: 200)
            if !text.isEmpty { names[other] = text }
        }
        names[language] = name
        self.names = names
        standing = try row.choice(MemberColumn.standing.rawValue)
        joined = try row.joining()
        left = try row.day(MemberColumn.left.rawValue)
        note = try row.text(.note, max: 4_000)
    }

    /// What the line makes of what stands already, or of nothing.
    func member(from present: Member?, region: ID<Region>?, first: Language) -> Member {
        var member = present ?? Member(name: Localized([:], original: first), region: region, code: code)
        member.name = member.name.taking(names, first: first)
        member.region = region
        if let standing { member.standing = standing }
        if let joined { member.joined = joined }
        member.note = member.note.taking(note, in: first)
        return member
    }
}

extension CSVTable.Row {
    fileprivate func text(_ column: MemberColumn, max: Int) throws(Refusal) -> String { try text(column.rawValue, max: max) ?? "" }

    fileprivate func required(_ column: MemberColumn, max: Int) throws(Refusal) -> String {
        guard let text = try text(column.rawValue, max: max) else { throw Refusal.blank(column.rawValue) }
        return text
    }

    /// A day without a precision is exact; a precision without a day, and a latest day without either, say too little.
    fileprivate func joining() throws(Refusal) -> Joining? {
        let day = try self.day(MemberColumn.joined.rawValue), latest = try self.day(MemberColumn.joinedLatest.rawValue)
        let precision = try choice(MemberColumn.joinedPrecision.rawValue, of: Joining.Precision.self)
        guard day != nil || latest != nil || precision != nil else { return nil }
        let joining = Joining(day, precision ?? (latest == nil ? .exact : .between), latest: latest)
        try joining.check()
        return joining
    }
}
