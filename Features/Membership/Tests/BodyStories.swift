import HashTreeCollections
import Journal
import Organisation
import TestKit
import Testing

@testable import Membership

@Suite("Regions, bodies, mandates and units")
struct BodyStories {
    @Test("A region's code belongs to it alone; new ones are known to the past unless they say since when")
    func regions() throws {
        var world = try World.small()
        let again = Region(code: "eur", name: Localized("Europe again"))
        #expect(
            refusal { try world.register.describe(again, as: ID("x"), since: nil, today: .testDay) }
                == "membership.refusal.region-code @ code")
        let young = Region(code: "NEW", name: Localized("New"))
        let tomorrow = Day.testDay.adding(days: 1)
        #expect(
            refusal { try world.register.describe(young, as: ID("new"), since: tomorrow, today: .testDay) }
                == "membership.refusal.since-future @ since")
        try world.decide { try $0.describe(young, as: ID("new"), since: .of("2020-01-01"), today: .testDay) }
        #expect(try world.on(.of("2019-12-31"))[Register.self].regions[ID("new")] == nil)
        #expect(try world.on(.of("2020-01-01"))[Register.self].regions[ID("new")] != nil)
    }

    @Test("Seats are never below zero, of a region that is not there, or in a circle of bodies")
    func bodies() throws {
        let register = try World.small().register
        func attempt(_ change: (inout Body) -> Void, as id: ID<Body> = ID("committee")) -> String? {
            var body = Body.committee
            change(&body)
            return refusal { try register.describe(body, as: id, since: nil, today: .testDay) }
        }
        #expect(attempt { $0.seats = [SeatRule(region: ID("eur"), count: -1)] } == "membership.refusal.seats-below-zero @ seats-eur")
        #expect(attempt { $0.seats = [SeatRule(region: nil, count: -1)] } == "membership.refusal.seats-below-zero @ seats-other")
        #expect(attempt { $0.seats = [SeatRule(region: ID("none"), count: 1)] } == "membership.refusal.no-such-region @ seats-none")
        #expect(attempt { $0.mandateYears = 0 } == "pages.refusal.out-of-range @ mandate-years")
        #expect(attempt { $0.name = .empty } == "pages.refusal.required @ name")
        #expect(attempt { $0.reportsTo = ID("committee") } == "membership.refusal.reports-to-itself @ reports-to")
        #expect(attempt({ $0.reportsTo = ID("committee") }, as: ID("council")) == "membership.refusal.reports-to-itself @ reports-to")
        #expect(attempt { $0.reportsTo = ID("none") } == "pages.refusal.choose @ reports-to")
    }

    private func mandate(
        _ member: StaticString, _ from: String, _ until: String? = nil, body: ID<Body> = ID("committee"), office: Mandate.Office = .seat
    ) -> Mandate {
        Mandate(body: body, member: ID(member), office: office, from: .of(from), until: until.map { .of($0) })
    }

    @Test("A mandate without an end lasts as long as the body says, and is there from its first day")
    func given() throws {
        var world = try World.small()
        try world.decide { try $0.give(mandate("eas", "2025-07-01"), as: ID("m"), today: .testDay) }
        #expect(try world.register.mandates[ID("m")]?.until == .of("2027-06-30"))
        #expect(try world.on(.of("2025-12-01"))[Register.self].mandates(runningOn: .of("2025-12-01"), in: ID("committee")).count == 1)
        #expect(try world.on(.of("2025-06-30"))[Register.self].mandates.isEmpty)
    }

    @Test("A mandate stands in a seat of its region, within the body's years, and is held by a member")
    func refused() throws {
        let register = try World.small().register
        func attempt(_ mandate: Mandate) -> String? { refusal { try register.give(mandate, as: ID("m"), today: .testDay) } }
        #expect(attempt(mandate("cor", "2026-01-01")) == "membership.refusal.outside-seats @ member")
        #expect(attempt(mandate("isl", "2026-01-01")) == "membership.refusal.outside-seats @ member")
        #expect(attempt(mandate("uni", "2026-01-01")) == "membership.refusal.mandate-observer @ member")
        #expect(attempt(mandate("none", "2026-01-01")) == "membership.refusal.mandate-member @ member")
        #expect(attempt(mandate("eas", "2026-01-01", "2025-01-01")) == "membership.refusal.until-before-from @ until")
        #expect(attempt(mandate("eas", "2026-01-01", "2028-01-01")) == "membership.refusal.mandate-too-long @ until")
        #expect(attempt(mandate("eas", "2026-01-01", "2027-12-31")) == nil)
        #expect(attempt(mandate("eas", "2026-01-01", body: ID("council"))) == "membership.refusal.plenary @ office")
        #expect(attempt(mandate("eas", "2026-01-01", body: ID("council"), office: .chair)) == nil)
    }

    @Test("A seat is held once at a time, and renewed only once where the body says so")
    func taken() throws {
        var world = try World.small()
        try world.decide { try $0.give(mandate("eas", "2020-01-01", "2021-12-31"), as: ID("m1"), today: .testDay) }
        #expect(
            refusal { try world.register.give(mandate("nor", "2021-06-01"), as: ID("m2"), today: .testDay) }
                == "membership.refusal.seats-taken @ member")
        #expect(
            refusal { try world.register.give(mandate("eas", "2021-06-01"), as: ID("m2"), today: .testDay) }
                == "membership.refusal.mandate-twice @ from")
        try world.decide { try $0.give(mandate("eas", "2022-01-01", "2023-12-31"), as: ID("m2"), today: .testDay) }
        #expect(
            refusal { try world.register.give(mandate("eas", "2024-01-01"), as: ID("m3"), today: .testDay) }
                == "membership.refusal.renewed-once @ member")
        try world.decide { try $0.give(mandate("nor", "2024-01-01"), as: ID("m3"), today: .testDay) }
    }

    @Test("Over all regions and offices no more people are seated than there are seats")
    func whole() throws {
        var world = try World.small()
        let seats = [SeatRule(region: ID("eur"), count: 1), SeatRule(region: nil, count: 1)]
        try world.decide { try $0.describe(Body(name: Localized("Group"), seats: seats), as: ID("group"), since: nil, today: .testDay) }
        func seat(_ member: StaticString, _ office: Mandate.Office = .seat) -> Mandate {
            mandate(member, "2026-01-01", "2026-12-31", body: ID("group"), office: office)
        }
        try world.decide { try $0.give(seat("eas"), as: ID("m1"), today: .testDay) }
        try world.decide { try $0.give(seat("eas", .chair), as: ID("m2"), today: .testDay) }
        try world.decide { try $0.give(seat("cor"), as: ID("m3"), today: .testDay) }
        let register = try world.register
        #expect(refusal { try register.give(seat("lag"), as: ID("m4"), today: .testDay) } == "membership.refusal.seats-taken @ member")
        #expect(refusal { try register.give(seat("nor"), as: ID("m4"), today: .testDay) } == "membership.refusal.seats-taken @ member")
        #expect(refusal { try register.give(seat("isl", .viceChair), as: ID("m4"), today: .testDay) } == "membership.refusal.seats-taken @ member")
        #expect(refusal { try register.give(seat("cor", .viceChair), as: ID("m4"), today: .testDay) } == nil, "who has a seat already takes no other")
        let shorter = mandate("cor", "2026-01-01", "2026-06-30", body: ID("group"))
        #expect(refusal { try register.give(shorter, as: ID("m3"), today: .testDay) } == nil)
    }

    @Test("A body without seats says so before anybody is seated")
    func noSeats() throws {
        var world = try World.small()
        try world.decide { try $0.describe(Body(name: Localized("Group")), as: ID("group"), since: nil, today: .testDay) }
        #expect(
            refusal { try world.register.give(mandate("eas", "2026-01-01", body: ID("group")), as: ID("m"), today: .testDay) }
                == "membership.refusal.no-seats @ member")
    }

    @Test("A mandate is withdrawn with a reason, not before it begins and not after it is over")
    func withdrawn() throws {
        var world = try World.small()
        try world.decide { try $0.give(mandate("eas", "2026-01-01", "2026-12-31"), as: ID("m"), today: .testDay) }
        let register = try world.register
        func attempt(_ day: String, _ why: String = "x") -> String? {
            refusal { try register.withdraw(ID("m"), on: .of(day), because: why, today: .testDay) }
        }
        #expect(attempt("2025-12-31") == "membership.refusal.withdrawn-before-from @ on")
        #expect(attempt("2027-01-01") == "membership.refusal.mandate-over @ on")
        #expect(attempt("2026-05-01", "") == "pages.refusal.required @ because")
        try world.decide { try $0.withdraw(ID("m"), on: .of("2026-05-01"), because: "x", today: .testDay) }
        #expect(try world.on(.of("2026-04-30"))[Register.self].mandates.count == 1)
        #expect(try world.register.mandates.isEmpty)
        #expect(refusal { try world.register.withdraw(ID("m"), on: .testDay, because: "x", today: .testDay) } == "pages.refusal.gone")
    }

    @Test("Units answer upwards, and are closed from below")
    func units() throws {
        var world = try World.small()
        let team = Unit(name: Localized("Team"), kind: .team, answersTo: .unit(ID("secretariat")))
        try world.decide { try $0.describe(team, as: ID("team"), since: nil, today: .testDay) }
        let register = try world.register
        var circle = Unit.secretariat
        circle.answersTo = .unit(ID("team"))
        #expect(
            refusal { try register.describe(circle, as: ID("secretariat"), since: nil, today: .testDay) }
                == "membership.refusal.answers-to-itself @ answers-to")
        circle.answersTo = .unit(ID("none"))
        #expect(
            refusal { try register.describe(circle, as: ID("secretariat"), since: nil, today: .testDay) }
                == "pages.refusal.choose @ answers-to")
        circle.answersTo = .body(ID("none"))
        #expect(
            refusal { try register.describe(circle, as: ID("secretariat"), since: nil, today: .testDay) }
                == "pages.refusal.choose @ answers-to")
        circle.answersTo = nil
        circle.region = ID("none")
        #expect(
            refusal { try register.describe(circle, as: ID("secretariat"), since: nil, today: .testDay) }
                == "membership.refusal.no-such-region @ region")
        #expect(refusal { try register.close(ID("secretariat"), because: "x") } == "membership.refusal.unit-has-units")
        #expect(refusal { try register.close(ID("team"), because: "") } == "pages.refusal.required @ because")
        try world.decide { try $0.close(ID("team"), because: "Merged.") }
        #expect(try world.register.units[ID("team")] == nil)
        let successor: ID<Unit> = try world.register.freeID(for: "Team", otherwise: ID("x"))
        #expect(successor == ID("team-2"), "what was a closed unit's own does not pass to a new one of its name")
    }

    @Test("The organisation has a name, a language, and a financial year that begins in a month")
    func profile() throws {
        let register = try World.small().register
        #expect(refusal { try register.describe(Profile(name: .empty, acronym: "")) } == "pages.refusal.required @ name")
        #expect(
            refusal { try register.describe(Profile(name: Localized("A"), acronym: "", languages: [])) }
                == "membership.refusal.no-language @ languages")
        #expect(
            refusal { try register.describe(Profile(name: Localized("A"), acronym: "", financialYearStarts: 13)) }
                == "pages.refusal.choose @ financial-year")
        #expect(refusal { try register.describe(Profile(name: Localized("A"), acronym: "")) } == nil)
    }
}
