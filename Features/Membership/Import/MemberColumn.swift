import Organisation
import Pages

/// The columns of the table of members, the same in as out.
enum MemberColumn: String, CaseIterable {
    case code, name, region
    case nameEN = "name_en"
    case nameFR = "name_fr"
    case nameES = "name_es"
    case nameAR = "name_ar"
    case nameRU = "name_ru"
    case namePT = "name_pt"
    case officialRegion = "official_region"
    case standing, joined
    case joinedPrecision = "joined_precision"
    case joinedLatest = "joined_latest"
    case left, note

    static let required: [MemberColumn] = [.code, .name, .region]

    /// The column of the name in a language; where it is the organisation's first, that is also in `name`.
    static func name(in language: Language) -> MemberColumn {
        switch language {
        case .en: .nameEN
        case .fr: .nameFR
        case .es: .nameES
        case .ar: .nameAR
        case .ru: .nameRU
        case .pt: .namePT
        }
    }

    var described: ImportColumn {
        let kind = rawValue.hasPrefix("name_") ? "name-in" : rawValue.replacing("_", with: "-")
        return ImportColumn(
            rawValue, required: Self.required.contains(self), help: "membership.import.column.\(kind)", example: example, choices: choices)
    }

    private var choices: [String] {
        switch self {
        case .standing: Member.Standing.allCases.map(\.rawValue)
        case .joinedPrecision: Joining.Precision.allCases.map(\.rawValue)
        default: []
        }
    }

    private var example: String {
        switch self {
        case .code: "GNQ"
        case .name, .nameEN: "Equatorial Guinea"
        case .nameFR: "Guinée équatoriale"
        case .nameES: "Guinea Ecuatorial"
        case .nameAR: "غينيا الاستوائية"
        case .nameRU: "Экваториальная Гвинея"
        case .namePT: "Guiné Equatorial"
        case .region: "WCA"
        case .officialRegion: "West and Central Africa"
        case .standing: "member"
        case .joined: "2021-12-01"
        case .joinedPrecision: "about"
        case .joinedLatest, .left, .note: ""
        }
    }
}
