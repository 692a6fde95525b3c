import HashTreeCollections
import Journal
import Organisation
import TestKit
import Testing

@testable import Membership

@Suite("Members join, change, leave and return")
struct MemberStories {
    @Test("A member is counted from the day on which its membership can have begun, under the name it has")
    func admitted() throws {
        let world = try World.small()
        let before = try world.on(.of("2024-06-29"))[Register.self]
        let after = try world.on(.of("2024-06-30"))[Register.self]
        #expect(before[ID<Member>("lag")] == nil)
        #expect(after[ID<Member>("lag")]?.name.plain() == "Lagoon")
    }

    @Test("A code belongs to one member, however it is written")
    func duplicateCode() throws {
        let register = try World.small().register
        var other = Member.coral
        other.code = "nor"
        #expect(refusal { try register.admit(other, as: ID("other"), today: .testDay) } == "membership.refusal.member-code @ code")
        #expect(refusal { try register.describe(other, as: ID("cor"), today: .testDay) } == "membership.refusal.member-code @ code")
        #expect(refusal { try register.describe(.norland, as: ID("nor"), today: .testDay) } == nil)
    }

    @Test("Name, code, region and the days of joining must make sense")
    func refusals() throws {
        let register = try World.small().register
        func attempt(_ change: (inout Member) -> Void) -> String? {
            var member = Member(name: Localized("New"), region: ID("eur"), code: "NEW", joined: Joining(Day(2020, 1, 1), .exact))
            change(&member)
            return refusal { try register.admit(member, as: ID("new"), today: .testDay) }
        }
        #expect(attempt { _ in } == nil)
        #expect(attempt { $0.name = .empty } == "pages.refusal.required @ name")
        #expect(attempt { $0.code = "" } == "pages.refusal.required @ code")
        #expect(attempt { $0.region = ID("nowhere") } == "membership.refusal.no-such-region @ region")
        #expect(attempt { $0.joined = Joining(nil, .exact) } == "membership.refusal.joined-day @ joined")
        #expect(attempt { $0.joined = Joining(.testDay, .between) } == "membership.refusal.latest-missing @ latest")
        #expect(
            attempt { $0.joined = Joining(.of("2020-02-01"), .between, latest: .of("2020-01-01")) }
                == "membership.refusal.latest-before @ latest")
        #expect(attempt { $0.joined = Joining(.testDay, .exact, latest: .testDay) } == "membership.refusal.latest-only-between @ latest")
    }

    @Test("A new name holds from today; the past keeps the old one")
    func renamed() throws {
        var world = try World.small()
        var member = Member.eastmark
        member.name = Localized("Eastmark Republic")
        try world.decide { try $0.describe(member, as: ID("eas"), today: .testDay) }
        #expect(try world.on(.of("2020-01-01"))[Register.self][ID<Member>("eas")]?.name.plain() == "Eastmark")
        #expect(try world.register[ID<Member>("eas")]?.name.plain() == "Eastmark Republic")
    }

    @Test("A corrected day of joining changes the years between the two days", arguments: [("1990-01-01", true), ("2001-01-01", false)])
    func corrected(day: String, isEarlier: Bool) throws {
        var world = try World.small()
        var member = Member.eastmark
        member.joined = Joining(.of(day), .exact)
        try world.decide { try $0.describe(member, as: ID("eas"), today: .testDay) }
        #expect((try world.on(.of("1992-01-01"))[Register.self][ID<Member>("eas")] != nil) == isEarlier)
        #expect((try world.on(.of("1998-01-01"))[Register.self][ID<Member>("eas")] != nil) == isEarlier)
        #expect(try world.on(.of("2005-01-01"))[Register.self][ID<Member>("eas")] != nil)
        #expect(try world.register[ID<Member>("eas")]?.joined.day == .of(day))
    }

    @Test("Leaving on a day in the past takes nothing from the years before")
    func left() throws {
        var world = try World.small()
        try world.decide { try $0.leave(ID("eas"), on: .of("2023-03-01"), because: "Withdrew.") }
        #expect(try world.on(.of("2023-02-28"))[Register.self][ID<Member>("eas")] != nil)
        #expect(try world.on(.of("2023-03-01"))[Register.self][ID<Member>("eas")] == nil)
        #expect(try world.register.left[ID("eas")] == .of("2023-03-01"))
    }

    @Test("Nobody leaves before joining, without a reason, or twice")
    func leavingRefused() throws {
        var world = try World.small()
        let register = try world.register
        #expect(
            refusal { try register.leave(ID("eas"), on: .of("1990-01-01"), because: "x") } == "membership.refusal.left-before-joined @ on")
        #expect(refusal { try register.leave(ID("eas"), on: .testDay, because: "") } == "pages.refusal.required @ because")
        #expect(refusal { try register.leave(ID("nobody"), on: .testDay, because: "x") } == "pages.refusal.gone")
        try world.decide { try $0.leave(ID("eas"), on: .testDay, because: "x") }
        #expect(refusal { try world.register.leave(ID("eas"), on: .testDay, because: "x") } == "membership.refusal.not-a-member")
    }

    @Test("Who left may return later, and the years in between stay empty")
    func returned() throws {
        var world = try World.small()
        try world.decide { try $0.leave(ID("eas"), on: .of("2010-01-01"), because: "Withdrew.") }
        let away = try world.register
        #expect(
            refusal { try away.rejoin(ID("eas"), on: .of("2009-01-01"), today: .testDay) } == "membership.refusal.returned-before-left @ on"
        )
        #expect(refusal { try away.rejoin(ID("nor"), on: .testDay, today: .testDay) } == "membership.refusal.is-a-member")
        try world.decide { try $0.rejoin(ID("eas"), on: .of("2015-01-01"), today: .testDay) }
        #expect(try world.on(.of("2012-01-01"))[Register.self][ID<Member>("eas")] == nil)
        #expect(try world.register[ID<Member>("eas")]?.joined == Joining(.of("2015-01-01"), .exact))
    }

    @Test("One thing of the register never takes another's identifier")
    func identifiers() throws {
        let register = try World.small().register
        #expect(register.freeID(for: "EUR", otherwise: ID<Member>("x")).text == "eur-2")
        #expect(register.freeID(for: "GNQ", otherwise: ID<Member>("x")).text == "gnq")
        #expect(register.freeID(for: "غ", otherwise: ID<Member>("x")).text == "x")
    }
}

@Suite("The register as of a day")
struct TimeTravel {
    @Test(
        "Counts follow the days of joining, observers never count",
        arguments: [
            ("1990-01-01", 1), ("2018-11-30", 2), ("2020-06-01", 3), ("2021-12-01", 4), ("2024-06-29", 4), ("2024-06-30", 5),
            ("2026-09-15", 5),
        ])
    func counts(day: String, count: Int) throws {
        #expect(try World.small().on(.of(day))[Register.self].members.count == count)
    }
}
