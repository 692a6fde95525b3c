import Journal
import Organisation

/// Profile, regions, members, bodies and units of the League.
struct HarbourRegister {
    let calendar: HarbourCalendar
    let words: Words
    let regions: Table
    let members: [HarbourMember]

    func proposals() throws -> [Proposal] {
        try base() + described(members) + observers()
    }

    private func base() throws -> [Proposal] {
        let profile = Profile(
            name: try words("profile.name"), acronym: "LoH", summary: try words("profile.summary"), isInvented: true, isExample: true,
            financialYearStarts: 7, isPublic: true, source: try words("profile.source"))
        return [event(.profileDescribed(profile))]
            + (try regions.rows.map { row in
                let key = "region.\(try row.text("id"))"
                return event(
                    .regionDescribed(
                        id: try row.id("id"),
                        Region(code: try row.text("code"), name: try words(key), officialName: try words("\(key).official"))))
            })
            + (try bodies()) + (try units())
    }

    private func described(_ members: [HarbourMember]) -> [Proposal] {
        members.flatMap { entry -> [Proposal] in
            let since = entry.member.joined.countsFrom
            return [event(.memberDescribed(id: entry.id, entry.member), on: since), event(.memberJoined(id: entry.id), on: since)]
        }
    }

    private func observers() throws -> [Proposal] {
        try ["pilots", "missions"].enumerated().flatMap { number, key -> [Proposal] in
            guard let id = ID<Member>(slug: "observer-\(key)") else { return [] }
            let day = calendar.founding.adding(years: 6 + number * 7)
            let observer = Member(
                name: try words("observer.\(key)"), region: nil, standing: .observer, code: "OBS\(number + 1)",
                joined: Joining(day, .exact),
                note: try words("observer.note"))
            return [event(.memberDescribed(id: id, observer), on: day), event(.memberJoined(id: id), on: day)]
        }
    }

    private func bodies() throws -> [Proposal] {
        try Table("bodies", PackageResources.harbours_bodies_csv).rows.map { row in
            let key = "body.\(try row.text("id"))"
            let chairs = try row.integer("chairs")
            let vices = try row.integer("vices")
            var seats: [SeatRule] = []
            if chairs > 0 { seats.append(SeatRule(region: nil, count: chairs, note: try words("seat.chair"))) }
            if vices > 0 { seats.append(SeatRule(region: nil, count: vices, note: try words("seat.vice"))) }
            seats += row.seats.map { SeatRule(region: $0.region, count: $0.count) }
            return event(
                .bodyDescribed(
                    id: try row.id("id"),
                    Body(
                        name: try words(key), purpose: try words("\(key).purpose"), reportsTo: try row.idIfAny("reportsTo"), seats: seats,
                        isPlenary: row["plenary"] == "yes", mandateYears: Int(row["years"]), isRenewableOnce: !row["years"].isEmpty,
                        source: try words("profile.source"))))
        }
    }

    private func units() throws -> [Proposal] {
        try Table("units", PackageResources.harbours_units_csv).rows.map { row in
            let code = try row.text("id")
            let region: ID<Region>? = try row.idIfAny("region")
            var name = words["unit.\(code)"]
            var purpose = words["unit.\(code).for"]
            if let region {
                let regionName = try words("region.\(region)")
                name = try words("unit.office").mapped { "\($0) – \(regionName.plain(in: $1))" }
                purpose = try words("unit.office.for")
            }
            let body: ID<Body>? = try row.idIfAny("body")
            let above: ID<Unit>? = try row.idIfAny("unit")
            return event(
                .unitDescribed(
                    id: try row.id("id"),
                    Unit(
                        name: name, kind: try row.choice("kind"), region: region, answersFor: purpose,
                        answersTo: above.map { .unit($0) } ?? body.map { .body($0) })))
        }
    }

    private func event(_ event: Register.Event, on day: Day? = nil) -> Proposal {
        Proposal(Register.self, event, on: day ?? calendar.founding.adding(years: -1))
    }
}

extension Table.Row {
    /// `ac:6 lr:4`: how many seats each region has.
    var seats: [(region: ID<Region>, count: Int)] {
        self["seats"].split(separator: " ").compactMap { part in
            let pieces = part.split(separator: ":")
            guard pieces.count == 2, let region = ID<Region>(pieces[0]), let count = Int(pieces[1]) else { return nil }
            return (region, count)
        }
    }
}
