import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The table of members as a file, in the columns in which it comes in again.
enum MembersFile {
    static let route = Route.file("members.csv", .everyone) { visit in
        File(name: "members-\(visit.times.day).csv", type: "text/csv; charset=utf-8", bytes: bytes(of: visit.organisation))
    }

    /// With a byte order mark, which spreadsheets need for UTF-8, and guarded against being run as formulas.
    static func bytes(of organisation: Organisation) -> [UInt8] {
        var file = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        let register = organisation[Register.self]
        let language = organisation.languages.first ?? .en
        let columns = MemberColumn.allCases.filter { $0 != .name(in: language) }
        file.write(columns.map { .text($0.rawValue) })
        for (id, member) in register.described.sorted(by: { $0.value.code < $1.value.code }) {
            let region = member.region.flatMap { register.regions[$0] }
            file.write(columns.map { cell($0, id, member, region, register, language) })
        }
        return file.bytes
    }

    private static func cell(
        _ column: MemberColumn, _ id: ID<Member>, _ member: Member, _ region: Region?, _ register: Register, _ language: Language
    ) -> CSVCell {
        let text: String? =
            switch column {
            case .code: member.code
            case .name: member.name.plain(in: language)
            case .region: region?.code
            case .nameEN: member.name.texts[.en]?.text
            case .nameFR: member.name.texts[.fr]?.text
            case .nameES: member.name.texts[.es]?.text
            case .nameAR: member.name.texts[.ar]?.text
            case .nameRU: member.name.texts[.ru]?.text
            case .namePT: member.name.texts[.pt]?.text
            case .officialRegion: region?.officialName.plain(in: language)
            case .standing: member.standing.rawValue
            case .joined: member.joined.day?.description
            case .joinedPrecision: member.joined.precision.rawValue
            case .joinedLatest: member.joined.latest?.description
            case .left: register.left[id]?.description
            case .note: member.note.plain(in: language)
            }
        return text.map { .text($0) } ?? .empty
    }
}
