import Exchange
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// Those who report for a Member take along what they reported, of indicators too that are disclosed to fewer; and nobody else's.
@Suite struct OwnValuesTests {
    private let alba = Viewer.with(.drafter, .member(Fixture.members[0]), account: ID("al"), name: "Al"), boreal = Viewer.with(.drafter, .member(Fixture.members[1]), account: ID("bo"), name: "Bo")

    private func rows(_ viewer: Viewer, _ organisation: Organisation, present: Organisation? = nil) throws -> [[CSVCell]] {
        let house = try Fixture.house(), now = visit(house, present ?? organisation, as: viewer)
        let read = Visit(
            organisation: organisation, present: present ?? organisation, viewer: viewer, say: now.say, times: now.times, house: house, parameters: [:], query: [:],
            names: [:], history: { _ in [] })
        var rows: [[CSVCell]] = []
        try ValuesExport(only: nil).rows(for: read) { rows.append($0) }
        return rows.filter { $0[0] == .text("secret") }
    }

    @Test func `own values only, and only by those who report for the Member`() throws {
        let both = [Fixture.reported(Fixture.secret, Fixture.ended, [(Fixture.members[1], 8)])]
        let organisation = try Fixture.organisation(Fixture.lively + both)
        #expect(try rows(alba, organisation).map { $0[3] } == [.number(7)])
        #expect(try rows(boreal, organisation).map { $0[3] } == [.number(8)])
        #expect(try rows(.amina, organisation).map { $0[3] } == [.number(7), .number(8)])
        #expect(try rows(.public, organisation).isEmpty)
        let reader = Viewer.with(.reader, .member(Fixture.members[0]), account: ID("re"), name: "Re")
        #expect(try rows(reader, organisation).isEmpty, "who only reads has reported nothing")
    }

    @Test func `a page of them in words, and a table with headings in the reader's language`() throws {
        let organisation = try Fixture.organisation(Fixture.lively + [Fixture.reported(Fixture.secret, Fixture.ended, [(Fixture.members[1], 8)])])
        func own(_ viewer: Viewer, _ language: Language = .en) throws -> OwnValues { OwnValues(visit(try Fixture.house(), organisation, as: viewer, language: language)) }
        let page = try own(alba).page.body.text
        #expect(page.contains("K5 Findings of the audit") && page.contains("Alba") && !page.contains("Boreal") && !page.contains("⟦"))
        #expect(!page.contains("indicators/secret"), "an indicator that is not disclosed has a name here, and no page")
        let table = try String(decoding: own(alba, .fr).table.bytes, as: UTF8.self)
        #expect(table.contains("Indicateur") && table.contains("Valeur") && !table.contains("secret") && table.contains("K5"))
        #expect(try own(.amina).page.body.text.contains("K1 "), "who answers for the whole has the values of the whole")
    }

    @Test func `never promised more rows than there are`() throws {
        let organisation = try Fixture.organisation(Fixture.lively)
        for viewer in [Viewer.amina, .public, alba] {
            let reading = visit(try Fixture.house(), organisation, as: viewer)
            for only in [nil, Fixture.secret] {
                let export = ValuesExport(only: only)
                var count = 0
                export.rows(for: reading) { _ in count += 1 }
                #expect(export.fewestRows(for: reading) <= count)
            }
        }
        #expect(ValuesExport(only: nil).fewestRows(for: visit(try Fixture.house(), organisation, as: .amina)) > 0)
    }

    @Test func `not once the indicator is gone`() throws {
        let then = try Fixture.organisation(Fixture.lively)
        let now = try Fixture.organisation(Fixture.lively + [Proposal(Plan.self, .indicatorWithdrawn(id: Fixture.secret, because: "Merged"))])
        #expect(try rows(alba, then).count == 1)
        #expect(try rows(alba, then, present: now).isEmpty)
    }
}
