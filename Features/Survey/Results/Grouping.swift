import HashTreeCollections
import Journal
import Organisation
import Pages

/// How the register parts those who are asked: what the answers can be held against.
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

    /// From how many years of membership on a Member is no longer new, and from how many it is of the old ones. House default.
    private static let experienced = 10, old = 25

    /// By region, in the order of their codes; those without one last.
    static func byRegion(_ asked: [ID<Member>], _ register: Register) -> Grouping {
        let groups = Dictionary(grouping: asked) { register.described[$0]?.region }
        let known = register.regionsInOrder.compactMap { region in groups[region.id].map { Category(name: region.region.name, region: region.id, code: region.region.code, key: nil, members: $0) } }
        let rest = groups[nil].map { [Category(name: .empty, key: "survey.no-region", members: $0)] } ?? []
        return Grouping(key: "survey.grouping.region", categories: known + rest)
    }

    /// By years of membership on a day.
    static func byYears(_ asked: [ID<Member>], _ register: Register, on day: Day) -> Grouping {
        let names = ["new", "experienced", "old", "unknown"]
        let groups = Dictionary(grouping: asked) { register.described[$0].map { stage(of: $0.joined, on: day) ?? 3 } ?? 3 }
        return Grouping(
            key: "survey.grouping.years", categories: names.indices.compactMap { place in groups[place].map { Category(name: .empty, key: "survey.years.\(names[place])", members: $0) } })
    }

    /// By whether they hold a seat in a body that not every Member sits in, on a day.
    static func bySeats(_ asked: [ID<Member>], _ register: Register, on day: Day) -> Grouping {
        let seated = Set(register.mandates.values.filter { $0.isRunning(on: day) && register.bodies[$0.body]?.isPlenary == false }.map(\.member))
        let groups = Dictionary(grouping: asked) { seated.contains($0) }
        return Grouping(
            key: "survey.grouping.seats",
            categories: [(true, "survey.seats.some"), (false, "survey.seats.none")].compactMap { has, key in groups[has].map { Category(name: .empty, key: key, members: $0) } })
    }

    /// All that part those who are asked at all.
    static func all(_ asked: [ID<Member>], _ register: Register, on day: Day) -> [Grouping] {
        [byRegion(asked, register), byYears(asked, register, on: day), bySeats(asked, register, on: day)].filter { $0.categories.count > 1 }
    }

    /// 0 to 2; `nil` where what is known of the day does not tell.
    private static func stage(of joining: Joining, on day: Day) -> Int? {
        guard let latest = joining.precision == .between ? joining.latest : joining.day else { return nil }
        let earliest = joining.precision == .before ? nil : joining.day ?? latest
        let last = stage(since: latest, on: day)
        return (earliest.map { stage(since: $0, on: day) } ?? 2) == last ? last : nil
    }

    private static func stage(since joined: Day, on day: Day) -> Int { joined.adding(years: old) <= day ? 2 : joined.adding(years: experienced) <= day ? 1 : 0 }
}
