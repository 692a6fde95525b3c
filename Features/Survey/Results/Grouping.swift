import HashTreeCollections
import Journal
import Organisation
import Pages

/// How those who are asked are parted: what the answers can be held against.
struct Grouping: Sendable {
    struct Category: Sendable {
        let name: Localized
        /// `nil` for all others than regions.
        var region: ID<Region>?
        /// Of a region; empty for all others.
        var code = ""
        /// Among the words, where the organisation gave it no name.
        let key: String?
        let members: [ID<Member>]

        func label(_ visit: Visit) -> String { key.map { visit.say($0) } ?? visit.plain(name) }
    }

    /// Among the words.
    let key: String
    /// None is empty.
    let categories: [Category]

    /// By region, in the order of their codes; those without one last.
    static func byRegion(_ asked: [ID<Member>], _ frame: SurveyFrame, _ register: Register) -> Grouping {
        let groups = grouped(asked, by: frame.regions)
        let known = register.regionsInOrder.compactMap { region in groups[region.id].map { Category(name: region.region.name, region: region.id, code: region.region.code, key: nil, members: $0) } }
        let rest = groups[nil].map { [Category(name: .empty, key: "survey.no-region", members: $0)] } ?? []
        return Grouping(key: "survey.grouping.region", categories: known + rest)
    }

    /// By years of membership.
    private static func byYears(_ asked: [ID<Member>], _ frame: SurveyFrame) -> Grouping {
        let groups = grouped(asked, by: frame.years)
        return Grouping(
            key: "survey.grouping.years",
            categories: (SurveyFrame.Years.allCases + [nil]).compactMap { years in
                groups[years].map { Category(name: .empty, key: "survey.years.\(years?.rawValue ?? "unknown")", members: $0) }
            })
    }

    /// By whether they have a seat in a body in which not every Member sits.
    private static func bySeats(_ asked: [ID<Member>], _ frame: SurveyFrame) -> Grouping {
        let groups = grouped(asked, by: frame.hasSeat)
        return Grouping(
            key: "survey.grouping.seats",
            categories: [(true, "survey.seats.some"), (false, "survey.seats.none")].compactMap { has, key in groups[has].map { Category(name: .empty, key: key, members: $0) } })
    }

    private static func grouped<Key: Hashable>(_ asked: [ID<Member>], by keys: [Key]) -> [Key: [ID<Member>]] {
        Dictionary(grouping: zip(asked, keys)) { $0.1 }.mapValues { $0.map(\.0) }
    }

    /// All that part those who are asked at all.
    static func all(_ asked: [ID<Member>], _ frame: SurveyFrame, _ register: Register) -> [Grouping] {
        [byRegion(asked, frame, register), byYears(asked, frame), bySeats(asked, frame)].filter { $0.categories.count > 1 }
    }
}
