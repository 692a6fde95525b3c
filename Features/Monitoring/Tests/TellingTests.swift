import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// How the log reads what was reported.
@Suite("What the log says of values") struct TellingTests {
    private func told(_ event: Values.Event, in organisation: Organisation, language: Language = .en) throws -> (text: String, audience: Audience) {
        let house = try Fixture.house()
        let entry = try Entry.unchained(Proposal(Values.self, event), position: 1, at: Moment(startOf: .testDay))
        let told = try #require(house.told(entry, in: organisation))
        return (Say(language, house.catalogue)(told.saying), told.audience)
    }

    @Test("which value, of which indicator, for when and for whom")
    func amounts() throws {
        let organisation = try Fixture.organisation()
        let one = Values.Event.reported(indicator: Fixture.score, period: Fixture.ended, [Report(member: Fixture.members[0], amount: 2.5)])
        #expect(try told(one, in: organisation).text == "reported 2.5 for “K4 Trust score”, 2025/26: Alba")
        let whole = Values.Event.reported(indicator: Fixture.days, period: Fixture.ended, [Report(amount: 19)])
        #expect(try told(whole, in: organisation).text == "reported 19\u{A0}days for “K2 Days to clear”, 2025/26")
        #expect(try told(whole, in: organisation, language: .ar).text.contains("أيام"))
        let many = Values.Event.reported(indicator: Fixture.score, period: Fixture.ended, Fixture.members.map { Report(member: $0, amount: 2) })
        #expect(try told(many, in: organisation).text == "reported 6 values for “K4 Trust score”, 2025/26")
    }

    @Test("a value that takes the place of another is a correction of it, and says of which")
    func corrections() throws {
        let organisation = try Fixture.organisation(), house = try Fixture.house()
        func describing(_ reports: [Report], _ period: ID<ReportingPeriod> = Fixture.ended) throws -> Describing {
            let event = Values.Event.reported(indicator: Fixture.score, period: period, reports)
            let entry = try Entry.unchained(Proposal(Values.self, event), position: 1, at: Moment(startOf: .testDay))
            return try #require(house.told(entry, in: organisation)?.describing)
        }
        let (alba, boreal) = (Fixture.members[0], Fixture.members[1])
        let one = try describing([Report(member: alba, amount: 3)]), before = try describing([Report(member: alba, amount: 2), Report(member: boreal, amount: 1)])
        #expect(one.thing == before.thing && one.values?.keys.sorted() == [alba.text] && before.values?.count == 2)
        #expect(try describing([Report(member: alba, amount: 3)], ID("y2")).thing != one.thing)
        var change = one.change
        change.arguments["before"] = before.values?[alba.text]
        #expect(Say(.en, house.catalogue)(change) == "corrected 2 to 3 for “K4 Trust score”, 2025/26: Alba")
    }

    @Test("an indicator for staff only is told to staff only, also after it was withdrawn")
    func discretion() throws {
        let event = Values.Event.reported(indicator: Fixture.secret, period: Fixture.ended, [Report(member: Fixture.members[0], amount: 7)])
        #expect(try told(event, in: try Fixture.organisation()).audience == .staff)
        let withdrawn = try Fixture.organisation([Proposal(Plan.self, .indicatorWithdrawn(id: Fixture.secret, because: "no longer needed"))])
        let after = try told(event, in: withdrawn)
        #expect(after.audience == .staff && after.text.contains("K5 Findings of the audit"))
    }

    @Test("long reports are about an indicator and a period, and no more than name whatever else is called so")
    func passing() throws {
        let withdrawn = try Fixture.organisation([Proposal(Plan.self, .indicatorWithdrawn(id: Fixture.secret, because: "no longer needed"))])
        let house = try Fixture.house(), plan = withdrawn[Plan.self]
        func passing(_ thing: Reference) -> [String] { house.chaptersPassing(thing, in: withdrawn) }
        #expect(passing(Reference(Register.self, Fixture.members[0])) == ["values"])
        #expect(passing(Reference(Plan.self, try #require(plan.objectives.keys.first))) == ["values"])
        for aboutIt in [Reference(Plan.self, Fixture.score), Reference(Plan.self, Fixture.ended), Reference(Plan.self, Fixture.secret)] {
            #expect(passing(aboutIt).isEmpty, "\(aboutIt)")
        }
        let unknown: ID<Indicator> = ID("never-heard-of")
        #expect(passing(Reference(Plan.self, unknown)).isEmpty)
    }

    @Test("every sentence has its words in every language")
    func words() throws {
        let organisation = try Fixture.organisation(), member = Fixture.members[0]
        let events: [Values.Event] = [
            .reported(indicator: Fixture.charter, period: Fixture.ended, [Report(text: "Draft sent")]),
            .reported(indicator: Fixture.charter, period: Fixture.ended, [Report(member: member, text: "Draft sent")]),
            .withdrawn(indicator: Fixture.share, period: Fixture.ended, member: nil, because: "wrong"),
            .withdrawn(indicator: Fixture.share, period: Fixture.ended, member: member, because: "wrong"),
            .judged(indicator: Fixture.charter, period: Fixture.ended, met: true, because: ""),
            .judged(indicator: Fixture.charter, period: Fixture.ended, met: nil, because: ""),
        ]
        for language in Language.allCases {
            for event in events {
                let text = try told(event, in: organisation, language: language).text
                #expect(!text.contains("⟦") && !text.contains("{") && text.contains("2025/26"), "\(text)")
            }
        }
    }
}
