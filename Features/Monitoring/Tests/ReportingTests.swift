import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

@Suite struct ReportingTests {
    private func send(
        _ values: [String: String], as viewer: Viewer = .amina, _ period: ID<ReportingPeriod> = Fixture.ended, member: ID<Member>? = nil,
        given: [Proposal] = Fixture.lively, language: Language = .en
    ) throws -> [Values.Event] {
        var parameters = ["period": period.text]
        parameters["member"] = member?.text
        let sent = submission(try Fixture.organisation(given), as: viewer, values, parameters: parameters, language: language)
        guard case .record(let proposals, _, _) = try report(sent) else { return [] }
        return try told(by: proposals)
    }

    /// The events of proposals, folded into an organisation, read back from it.
    private func told(by proposals: [Proposal]) throws -> [Values.Event] {
        try proposals.map { try Values.decode(Entry.unchained($0, position: 1, at: Moment(startOf: .testDay)).event) }
    }

    @Test func `several values go in one submission, and only what has changed is recorded`() throws {
        let events = try send(
            ["value-share": "55", "value-days": "19", "value-charter": ""],
            given: [Fixture.reported(Fixture.days, Fixture.ended, [(nil, 19)])])
        #expect(events == [.reported(indicator: Fixture.share, period: Fixture.ended, [Report(amount: 55)])])
    }

    @Test func `numbers are understood as the reader writes them`() throws {
        for (language, text) in [(Language.en, "55.5"), (.fr, "55,5"), (.ru, "55,5 %"), (.ar, "٥٥٫٥"), (.pt, "55.5")] {
            let events = try send(["value-share": text], language: language)
            #expect(events == [.reported(indicator: Fixture.share, period: Fixture.ended, [Report(amount: 55.5)])], "\(language)")
        }
        let many = #expect(throws: Refusals.self) { try send(["value-share": "many"]) }
        #expect(many?.all == [Refusal("pages.refusal.not-a-number", ["text": "many"], field: "value-share")])
    }

    @Test func `a note and a text are kept with the value`() throws {
        let events = try send([
            "value-charter": "Adopted in June", "note-charter": "Vote 140 to 2", "evidence-charter": "https://example.org",
        ])
        #expect(
            events == [
                .reported(
                    indicator: Fixture.charter, period: Fixture.ended,
                    [Report(text: "Adopted in June", note: "Vote 140 to 2", evidence: "https://example.org")])
            ])
        let alone = #expect(throws: Refusals.self) { try send(["value-days": "", "note-days": "Later"], given: []) }
        #expect(alone?.all == [Refusal("monitoring.refusal.note-without-value", field: "value-days")])
    }

    @Test func `a value ten times the last asks to be confirmed`() throws {
        let refusals = #expect(throws: Refusals.self) { try send(["value-days": "4000"], ID("y2")) }
        let expected = ["value": "4,000", "reference": "19", "low": "1.9", "high": "190"]
        #expect(refusals?.all == [Refusal("monitoring.unlikely.tenfold", expected, field: "value-days")])
        #expect(try send(["value-days": "400", "right-days": "400"], ID("y2")).count == 1)
    }

    @Test func `a locked period and one to come are refused in words`() throws {
        #expect(throws: Refusal("monitoring.refusal.locked", ["period": "2024/25"])) { try send(["value-share": "1"], Fixture.locked) }
        #expect(throws: Refusal("monitoring.refusal.not-begun", ["period": "2027/28"])) {
            try send(["value-share": "1"], as: .amina, ID("y3"))
        }
    }

    @Test func `a value is not emptied away`() throws {
        let emptied = #expect(throws: Refusals.self) { try send(["value-share": ""]) }
        #expect(emptied?.all == [Refusal("monitoring.refusal.emptied", field: "value-share")])
    }

    @Test func `a contact point reports for its own Member and for no other`() throws {
        let events = try send(["value-score": "3.2", "value-share": "99"], as: .bruno, member: Fixture.members[0])
        #expect(events == [.reported(indicator: Fixture.score, period: Fixture.ended, [Report(member: Fixture.members[0], amount: 3.2)])])
        #expect(throws: Refusal("monitoring.refusal.nothing-to-report")) {
            try send(["value-score": "3"], as: .bruno, member: Fixture.members[1])
        }
        #expect(throws: Refusal("monitoring.refusal.nothing-to-report")) { try send(["value-share": "3"], as: .bruno) }
        #expect(throws: Refusal("pages.refusal.gone")) { try send(["value-score": "3"], member: ID("union")) }
    }

    @Test func `a unit reports its own indicators`() throws {
        #expect(try send(["value-share": "54", "value-days": "3"], as: .dana).count == 1)
    }

    @Test func `the form shows what was reported before, and folds the notes away`() throws {
        let house = try Fixture.house()
        let form = try reportForm(
            visit(house, try Fixture.organisation(Fixture.lively), as: .amina, language: .fr, parameters: ["period": "y1"]))
        let share = try #require(form.fields.first { $0.name == "value-share" })
        #expect(share.value == "51")
        #expect(share.title.hasSuffix("(%)"))
        #expect(share.help.contains("40") && share.help.contains("2024/25"))
        #expect(form.fields.first { $0.name == "note-share" }?.fold != nil)
        #expect(!form.fields.contains { $0.name == "value-score" }, "Members report that themselves")
    }

    @Test func `a prefilled form sent back unchanged records nothing`() throws {
        let house = try Fixture.house()
        for language in Language.allCases {
            let organisation = try Fixture.organisation(
                Fixture.lively + [Fixture.reported(Fixture.days, Fixture.ended, [(nil, 1234.5678)])])
            let form = try reportForm(visit(house, organisation, as: .amina, language: language, parameters: ["period": "y1"]))
            let values = Dictionary(form.fields.map { ($0.name, $0.value) }) { first, _ in first }
            let sent = submission(organisation, as: .amina, values, parameters: ["period": "y1"], language: language)
            guard case .record(let proposals, _, _) = try report(sent) else { continue }
            #expect(proposals.isEmpty, "\(language)")
        }
    }

    @Test func `a value is withdrawn with a reason, by those who may report it`() throws {
        let organisation = try Fixture.organisation(Fixture.lively)
        let place = ["id": "share", "period": "y1"]
        guard case .record(let proposals, _, _) = try withdraw(submission(organisation, as: .dana, ["because": "Wrong"], parameters: place))
        else { return }
        #expect(try told(by: proposals) == [.withdrawn(indicator: Fixture.share, period: Fixture.ended, member: nil, because: "Wrong")])
        #expect(throws: Refusal("pages.refusal.required", field: "because")) {
            try withdraw(submission(organisation, as: .dana, [:], parameters: place))
        }
        #expect(throws: Refusal("pages.refusal.not-allowed")) {
            try withdraw(submission(organisation, as: .bruno, ["because": "No"], parameters: place))
        }
        let closed = submission(organisation, as: .amina, ["because": "No"], parameters: ["id": "share", "period": "y0"])
        #expect(throws: Refusal("monitoring.refusal.locked", ["period": "2024/25"])) { try withdraw(closed) }
    }

    @Test func `only a planner judges, and only texts`() throws {
        let organisation = try Fixture.organisation(Fixture.lively)
        let place = ["id": "charter", "period": "y1"]
        guard
            case .record(let proposals, _, _) = try judgeText(
                submission(organisation, as: .amina, ["met": "notMet", "because": "Only a draft"], parameters: place))
        else { return }
        #expect(
            try told(by: proposals) == [.judged(indicator: Fixture.charter, period: Fixture.ended, met: false, because: "Only a draft")])
        #expect(throws: Refusal("pages.refusal.not-allowed")) {
            try judgeText(submission(organisation, as: .dana, ["met": "met"], parameters: place))
        }
        let number = submission(organisation, as: .amina, ["met": "met", "because": "So"], parameters: ["id": "share", "period": "y1"])
        #expect(throws: Refusal("monitoring.refusal.not-judged")) { try judgeText(number) }
    }

    @Test func `everybody sees the tasks of their own`() throws {
        let house = try Fixture.house()
        let organisation = try Fixture.organisation()
        func paths(_ viewer: Viewer) -> [String] { tasks(for: visit(house, organisation, as: viewer)).map { "\($0.path) \($0.count)" } }
        #expect(paths(.amina) == ["report/y1 3"])
        #expect(paths(.dana) == ["report/y1 1"])
        #expect(paths(.bruno) == ["report/y1/alba 2"])
        #expect(paths(.public) == [])
        let reported = visit(house, try Fixture.organisation(Fixture.lively), as: .amina)
        #expect(tasks(for: reported).map(\.path) == ["indicators/charter/judge/y1"], "the text now awaits a judgement")
    }
}
