import Journal
import Organisation

/// A harbour authority of the story: its sheet, and what makes it report and do well, or not.
struct HarbourMember {
    var id: ID<Member>
    var member: Member
    var left: Day?
    var regionNumber: Int
    /// About -2 to 2: how far it is, its region counted in.
    var strength: Double
    /// The chance that it reports a value, 0 to 1.
    var response: Double
    /// Share of the traffic, relative.
    var size: Double

    func isMember(on day: Day) -> Bool { member.joined.countsFrom <= day && (left.map { day < $0 } ?? true) }
}

/// 183 members of today, and one that has left.
func harbourMembers(_ calendar: HarbourCalendar, _ words: Words, regions: Table, seed: UInt64) throws -> [HarbourMember] {
    var names = PlaceNames(seed: seed)
    var random = Chance(seed: seed, for: "members")
    var codes = Codes()
    var members: [HarbourMember] = []
    for (number, row) in regions.rows.enumerated() {
        let sounds = PlaceNames.Sounds(
            onsets: row["onsets"].split(separator: " ").map(String.init), vowels: row["vowels"].split(separator: " ").map(String.init),
            codas: row["codas"].split(separator: " ").map(String.init))
        let region: ID<Region> = try row.id("id")
        let strength = try row.number("strength") ?? 0
        let response = try row.number("response") ?? 1
        // The last region has one more, which leaves half a year into the plan.
        let isLast = number == regions.rows.count - 1
        let count = try row.integer("members")
        for place in 0..<count + (isLast ? 1 : 0) {
            let name = names.next(sounds)
            let size = 0.2 + random.unit() * random.unit() * 4
            let isSmall = size < 0.4
            let code = codes.next(for: name)
            guard let id = ID<Member>(slug: code) else { continue }
            let isSilent = random.unit() < 0.02
            members.append(
                HarbourMember(
                    id: id,
                    member: Member(
                        name: PlaceNames.localized(name), region: region, code: code, joined: joining(place, calendar, &random),
                        note: isSmall ? try words("member.small") : .empty),
                    left: isLast && place == count ? calendar.day(month: 6) : nil, regionNumber: number,
                    strength: strength + random.normal() * 0.7, response: isSilent ? 0 : min(response + random.unit() * 0.1, 0.98),
                    size: size))
        }
    }
    return members
}

/// Most were there at the founding or came in the years after; a few came late, and of some the day was not recorded.
private func joining(_ place: Int, _ calendar: HarbourCalendar, _ random: inout Chance) -> Joining {
    let draw = random.unit()
    if place == 9 { return Joining(calendar.day(month: -20), .exact) }
    if draw < 0.45 { return Joining(calendar.founding, .exact) }
    if draw < 0.52 { return Joining(calendar.founding.adding(years: 4), .before) }
    return Joining(calendar.founding.adding(days: 200 + Int(random.unit() * 22 * 365)), draw < 0.9 ? .exact : .about)
}

/// Codes of four letters, like no code of a country.
private struct Codes {
    private var taken: Set<String> = []

    mutating func next(for name: String) -> String {
        let letters = Array(name.uppercased())
        let consonants = letters.dropFirst().filter { !"AEIOU".contains($0) }
        let candidates = [
            String(letters.prefix(4)), String([letters[0]] + consonants.prefix(3)), String(letters.prefix(2) + letters.suffix(2)),
            String(letters.prefix(3) + letters.suffix(1)),
        ]
        for code in candidates + (2...99).map({ "\(String(letters.prefix(3)))\($0)" }) where code.count >= 4 && taken.insert(code).inserted {
            return code
        }
        return name.uppercased()
    }
}
