import Journal
import Organisation

/// Regions, Members, bodies with their seats, and directorates, as far as they are public.
struct WCORegister {
    let words: Words

    func proposals() throws -> [Proposal] {
        let profile = Profile(
            name: try words("profile.name"), acronym: "WCO", summary: try words("profile.summary"), isInvented: false, isExample: true,
            financialYearStarts: 7, isPublic: true, source: try words("profile.source"))
        return [event(.profileDescribed(profile))] + (try regions()) + (try members()) + (try bodies()) + (try units())
    }

    private func regions() throws -> [Proposal] {
        let regions: [(ID<Region>, String)] = [
            (ID("ams"), "AMS"), (ID("ap"), "A/P"), (ID("esa"), "ESA"), (ID("eur"), "EUR"), (ID("mena"), "MENA"), (ID("wca"), "WCA"),
        ]
        return try regions.map { id, code in
            let name = try words("region.\(id)")
            let official = words["region.\(id).official"]
            return event(.regionDescribed(id: id, Region(code: code, name: name, officialName: official.isEmpty ? name : official)))
        }
    }

    private func members() throws -> [Proposal] {
        try Table("members", PackageResources.wco_members_csv).rows.flatMap { row -> [Proposal] in
            let id: ID<Member> = try row.id("iso3")
            let member = Member(
                name: row.localized("name"), region: try row.id("region"), standing: try row.choice("standing"), code: try row.text("iso3"),
                joined: Joining(try row.day("joined"), try row.choice("precision"), latest: try row.day("latest")), note: try note(row))
            let since = member.joined.countsFrom
            return [event(.memberDescribed(id: id, member), on: since), event(.memberJoined(id: id), on: since)]
        }
    }

    /// What is particular about a Member, or how sure its row is where that is below high.
    private func note(_ row: Table.Row) throws -> Localized {
        if !row["note"].isEmpty { return try words("note.\(row["note"])") }
        return row["confidence"].isEmpty ? .empty : try words("note.\(row["confidence"])")
    }

    private func bodies() throws -> [Proposal] {
        try Table("bodies", PackageResources.wco_bodies_csv).rows.map { row in
            let id: ID<Body> = try row.id("id")
            let chairs = try row.integer("chairs")
            let vices = try row.integer("vices")
            var seats: [SeatRule] = []
            if chairs > 0 { seats.append(SeatRule(region: nil, count: chairs, note: try words("seat.chair"))) }
            if vices > 0 { seats.append(SeatRule(region: nil, count: vices, note: try words("seat.vices"))) }
            let note = id.text == "audit" ? try words("seat.inferred") : .empty
            seats += row.seats.map { SeatRule(region: $0.region, count: $0.count, note: note) }
            return event(
                .bodyDescribed(
                    id: id,
                    Body(
                        name: try words("body.\(id)"), purpose: try words("body.\(id).purpose"), reportsTo: try row.idIfAny("reportsTo"),
                        seats: seats, isPlenary: row["plenary"] == "yes", source: try words("body.\(id).source"))))
        }
    }

    private func units() throws -> [Proposal] {
        let secretariat: ID<Unit> = ID("secretariat")
        let council: ID<Body> = ID("council")
        let directorates: [(ID<Unit>, String)] = [
            (ID("tariff"), "unit.memory"), (ID("compliance"), "unit.memory"), (ID("capacity"), "unit.memory2"),
        ]
        let top = Unit(
            name: try words("unit.secretariat"), kind: .secretariat, answersFor: try words("unit.secretariat.for"),
            answersTo: .body(council))
        return [event(.unitDescribed(id: secretariat, top))]
            + (try directorates.map { id, mark in
                let unit = Unit(
                    name: try words("unit.\(id)"), kind: .directorate, answersFor: try words(mark), answersTo: .unit(secretariat))
                return event(.unitDescribed(id: id, unit))
            })
    }

    private func event(_ event: Register.Event, on day: Day = .beginning) -> Proposal { Proposal(Register.self, event, on: day) }
}
