import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Membership

@Suite("What is in the journal")
struct JournalTests {
    private let registerEvents: [Register.Event] = [
        .profileDescribed(
            Profile(
                name: Localized("League of Harbours"), acronym: "LoH", summary: Localized("Invented."), isInvented: true, isExample: true,
                languages: [.en, .fr], financialYearStarts: 7, isPublic: true, source: Localized("Nobody."))),
        .regionDescribed(id: ID("eur"), .europe),
        .memberDescribed(id: ID("nor"), .norland),
        .memberDescribed(id: ID("lag"), .lagoon),
        .memberDescribed(id: ID("isl"), .islet),
        .memberDescribed(id: ID("uni"), .union),
        .memberJoined(id: ID("nor")),
        .memberLeft(id: ID("nor"), because: "Withdrew."),
        .bodyDescribed(id: ID("council"), .council),
        .bodyDescribed(id: ID("committee"), .committee),
        .mandateGiven(id: ID("m"), Mandate(body: ID("committee"), member: ID("eas"), from: .of("2026-01-01"), until: .of("2027-12-31"))),
        .mandateGiven(id: ID("o"), Mandate(body: ID("council"), member: ID("eas"), office: .chair, from: .of("2026-01-01"))),
        .mandateWithdrawn(id: ID("o"), because: "Resigned."),
        .unitDescribed(id: ID("secretariat"), .secretariat),
        .unitDescribed(
            id: ID("office"),
            Unit(
                name: Localized("Office"), kind: .regionalOffice, region: ID("eur"), answersFor: Localized("Courses"),
                answersTo: .unit(ID("secretariat")))),
        .unitClosed(id: ID("office"), because: "Merged."),
    ]

    private let grantEvents: [Grants.Event] = [
        .granted(id: ID("g1"), Grant(account: ID("amina"), role: .planner, scope: .organisation)),
        .granted(id: ID("g2"), Grant(account: ID("farah"), role: .regionalViceChair, scope: .region(ID("eur")))),
        .granted(id: ID("g3"), Grant(account: ID("chen"), role: .bodyMember, scope: .body(ID("committee")))),
        .granted(id: ID("g4"), Grant(account: ID("dana"), role: .projectOwner, scope: .unit(ID("office")))),
        .granted(id: ID("g5"), Grant(account: ID("bruno"), role: .drafter, scope: .member(ID("nor")))),
        .revoked(id: ID("g5"), because: "Moved on."),
        .invited(id: ID("i1"), Invitation(roles: [.drafter], scope: .member(ID("nor")), until: .of("2026-09-22"))),
        .invited(id: ID("i2"), Invitation(roles: [.administrator, .planner], scope: .organisation, until: .of("2026-09-22"))),
        .invitationRenewed(id: ID("i1"), until: .of("2026-09-29")),
        .invitationAccepted(id: ID("i1"), by: ID("bruno")),
        .invitationWithdrawn(id: ID("i2")),
    ]

    @Test("The register's events are for ever")
    func register() throws { try expectEventsAreForever(Register.self, today: registerEvents) }

    @Test("Grants are for ever")
    func grants() throws { try expectEventsAreForever(Grants.self, today: grantEvents) }

    @Test("Every event is told in a whole sentence, in every language, also after its words were erased", arguments: Language.allCases)
    func told(language: Language) throws {
        let house = try House([membership])
        let say = Say(language, house.catalogue)
        let proposals = registerEvents.map { Proposal(Register.self, $0) } + grantEvents.map { Proposal(Grants.self, $0) }
        for (index, proposal) in proposals.enumerated() {
            var entry = try Entry.unchained(proposal, position: index + 1, at: Moment(startOf: .testDay))
            for isErased in [false, true] {
                if isErased { entry.words = nil }
                let sentence = say(try #require(house.told(entry, in: try World.small().now)).saying)
                #expect(!sentence.contains("⟦") && !sentence.contains("{"), "\(sentence)")
            }
        }
    }

    @Test("Roles are told only to administrators and auditors")
    func discretion() throws {
        let house = try House([membership])
        let entry = try Entry.unchained(Proposal(Grants.self, grantEvents[0]), position: 1, at: Moment(startOf: .testDay))
        let told = try #require(house.told(entry, in: try World.small().now))
        #expect(!Viewer.public.belongs(to: told.audience) && !Viewer.amina.belongs(to: told.audience))
        #expect(Viewer.administrator.belongs(to: told.audience))
    }

    @Test("The thread leads from region to member and from body to unit, and names the gaps")
    func thread() throws {
        let organisation = try World.small().now
        let thread = RegisterThread.thread(of: organisation)
        let strands = thread.strands.map { "\($0.from) \($0.kind) \($0.to)" }
        #expect(strands.contains("register:eur membership.strand.has-member register:nor"))
        #expect(strands.contains("register:council membership.strand.oversees register:committee"))
        #expect(strands.contains("register:council membership.strand.oversees register:secretariat"))
        let gaps = Dictionary(uniqueKeysWithValues: thread.nodes.map { ($0.reference.id, $0.gaps) })
        #expect(gaps["isl"] == ["membership.gap.member-without-region"])
        #expect(gaps["secretariat"] == ["membership.gap.unit-answers-for-nothing"])
        #expect(gaps["council"] == [])
        let house = try House([membership])
        let say = Say(.en, house.catalogue)
        #expect(Set(thread.nodes.map(\.kind) + thread.strands.map(\.kind) + thread.nodes.flatMap(\.gaps)).allSatisfy { say.has($0) })
    }

    @Test("Findings name what is missing, with how many and by which rule")
    func findings() throws {
        var world = try World.small()
        try world.decide {
            try $0.give(Mandate(body: ID("committee"), member: ID("eas"), from: .of("2026-01-01")), as: ID("m"), today: .testDay)
        }
        try world.decide { try $0.leave(ID("eas"), on: .of("2026-06-01"), because: "Withdrew.") }
        let house = try House([membership])
        let say = Say(.en, house.catalogue)
        let findings = house.findings(on: try world.now, for: .amina)
        #expect(
            findings.map { say($0.saying) } == [
                "1 Member has no region, so no region speaks for it.", "1 mandate is held by one that is no longer a Member.",
            ])
        #expect(findings.allSatisfy { say.has($0.rule) })
        #expect(house.findings(on: try world.now, for: .public).isEmpty)
    }
}

@Suite("Words")
struct WordTests {
    @Test("Six languages have the same words with the same gaps to fill")
    func complete() throws {
        let catalogue = try House([membership]).catalogue
        let stems = { (language: Language) in
            Set(
                catalogue.keys(in: language).filter { $0.hasPrefix("membership.") }.map { key in
                    PluralForm.allCases.first { key.hasSuffix(".\($0.rawValue)") }.map { String(key.dropLast($0.rawValue.count + 1)) }
                        ?? key
                })
        }
        for language in Language.allCases { #expect(stems(language) == stems(.en), "\(language)") }
    }
}
