import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit

@testable import Membership

/// A small organisation that grows by decisions, and can be read as of any day.
struct World {
    private(set) var proposals: [Proposal] = []

    var now: Organisation { get throws { try self.on(.testDay) } }
    var register: Register { get throws { try now[Register.self] } }

    /// As of a day, everything having been recorded on the test day.
    func on(_ day: Day) throws -> Organisation {
        var organisation = Organisation(ID("test"), [Register.self, Grants.self, Plan.self], on: day)
        let entries = try proposals.enumerated().map { index, proposal in
            try Entry.unchained(proposal, position: index + 1, at: Moment(startOf: .testDay))
        }
        for chapter in organisation.chapters {
            try organisation.refold(chapter, from: entries.filter { $0.record.chapter == chapter.name })
        }
        return organisation
    }

    mutating func tell(_ more: [Proposal]) { proposals += more }

    mutating func decide(_ decision: (Register) throws -> [Proposal]) throws { proposals += try decision(try register) }

    mutating func take(_ result: ImportResult) { proposals += result.proposals }
}

extension World {
    /// Two regions, five members whose days of joining are known in four ways, one observer, a council and a committee.
    static func small() throws -> World {
        var world = World()
        world.tell([
            Proposal(
                Register.self,
                .profileDescribed(
                    Profile(name: Localized("League of Harbours"), acronym: "LoH", isInvented: true, languages: [.en, .fr, .ar])),
                on: .beginning)
        ])
        try world.decide { try $0.describe(.europe, as: ID("eur"), since: nil, today: .testDay) }
        try world.decide { try $0.describe(.pacific, as: ID("a-p"), since: nil, today: .testDay) }
        try world.decide { try $0.admit(.norland, as: ID("nor"), today: .testDay) }
        try world.decide { try $0.admit(.eastmark, as: ID("eas"), today: .testDay) }
        try world.decide { try $0.admit(.coral, as: ID("cor"), today: .testDay) }
        try world.decide { try $0.admit(.lagoon, as: ID("lag"), today: .testDay) }
        try world.decide { try $0.admit(.islet, as: ID("isl"), today: .testDay) }
        try world.decide { try $0.admit(.union, as: ID("uni"), today: .testDay) }
        try world.decide { try $0.describe(.council, as: ID("council"), since: nil, today: .testDay) }
        try world.decide { try $0.describe(.committee, as: ID("committee"), since: nil, today: .testDay) }
        try world.decide { try $0.describe(.secretariat, as: ID("secretariat"), since: nil, today: .testDay) }
        return world
    }
}

extension Region {
    static let europe = Region(code: "EUR", name: Localized([.en: "Europe", .ar: "أوروبا"], original: .en))
    static let pacific = Region(
        code: "A/P", name: Localized("Asia and Pacific"), officialName: Localized("Far East and the Pacific Islands"))
}

extension Member {
    static let norland = Member(
        name: Localized([.en: "Norland", .fr: "Norlande", .ar: "نورلاند"], original: .en), region: ID("eur"), code: "NOR",
        joined: Joining(Day(2018, 11, 1), .before))
    static let eastmark = Member(name: Localized("Eastmark"), region: ID("eur"), code: "EAS", joined: Joining(Day(1995, 7, 1), .exact))
    static let coral = Member(name: Localized("Coral Coast"), region: ID("a-p"), code: "COR", joined: Joining(Day(2021, 12, 1), .about))
    static let lagoon = Member(
        name: Localized("Lagoon"), region: ID("a-p"), code: "LAG", joined: Joining(Day(2022, 6, 30), .between, latest: Day(2024, 6, 30)))
    static let islet = Member(name: Localized("Islet"), region: nil, code: "ISL", joined: Joining(Day(2020, 1, 1), .exact))
    static let union = Member(
        name: Localized("Union of Ports"), region: ID("eur"), standing: .observer, code: "UNI", joined: Joining(Day(2007, 7, 1), .exact))
}

extension Body {
    static let council = Body(name: Localized("Council"), isPlenary: true)
    static let committee = Body(
        name: Localized("Audit Committee"), purpose: Localized("Reviews indicators."), reportsTo: ID("council"),
        seats: [SeatRule(region: ID("eur"), count: 1)], mandateYears: 2, isRenewableOnce: true)
}

extension Unit {
    static let secretariat = Unit(name: Localized("Secretariat"), kind: .secretariat, answersTo: .body(ID("council")))
}

extension Localized {
    init(_ text: String) { self.init(text, .en) }
}

/// The key of the refusal with which something ends, and the field that it names.
func refusal(_ attempt: () throws -> some Any) -> String? {
    do { _ = try attempt() } catch let refusal as Refusal {
        return ([refusal.key] + (refusal.field.map { [$0] } ?? [])).joined(separator: " @ ")
    } catch {
        return "\(error)"
    }
    return nil
}

extension Day {
    static func of(_ text: String) -> Day { Day(text) ?? .beginning }
}
