import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The table of members on its way out: who is a Member or observer on the day read, and who no longer is, by code.
struct MembersExport: Exporting {
    let name = "members"
    let title = "membership.export.members"

    /// In its first language, an organisation names its members in the column `name` alone.
    func columns(for organisation: Organisation) -> [ImportColumn] {
        MemberColumn.written(for: organisation).map(\.described)
    }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) rethrows {
        let register = visit.register, language = visit.organisation.firstLanguage
        let columns = MemberColumn.written(for: visit.organisation)
        let known = register.described.filter { register.joined.contains($0.key) || register.left[$0.key] != nil }
        for (id, member) in known.sorted(by: { ($0.value.code, $0.key) < ($1.value.code, $1.key) }) {
            try take(columns.map { $0.cell(of: member, id, in: register, language) })
        }
    }

    /// From the page of all members, in the reader's language.
    static let route = Route.file("members.csv", .everyone) { try MembersExport().file(.spreadsheet, for: $0) }
}

extension MemberColumn {
    static func written(for organisation: Organisation) -> [MemberColumn] {
        let first = organisation.firstLanguage
        return allCases.filter { $0 != .name(in: first) }
    }

    func cell(of member: Member, _ id: ID<Member>, in register: Register, _ language: Language) -> CSVCell {
        let region = member.region.flatMap { register.regions[$0] }
        let text: String? =
            switch self {
            case .code: member.code.isEmpty ? id.text : member.code
            case .name: member.name.plain(in: language)
            case .region: region?.code
            case .nameEN: member.name.texts[.en]?.text
            case .nameFR: member.name.texts[.fr]?.text
            case .nameES: member.name.texts[.es]?.text
            case .nameAR: member.name.texts[.ar]?.text
            case .nameRU: member.name.texts[.ru]?.text
            case .namePT: member.name.texts[.pt]?.text
            case .officialRegion: region.map { ($0.officialName.isEmpty ? $0.name : $0.officialName).plain(in: language) }
            case .standing: member.standing.rawValue
            case .joined: member.joined.day?.description
            case .joinedPrecision: member.joined.precision.rawValue
            case .joinedLatest: member.joined.latest?.description
            case .left: register.left[id]?.description
            case .note: member.note.plain(in: language)
            }
        return CSVCell(text)
    }
}
