import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// What is not disclosed cannot be read, worked out, or reached by travelling back.
@Suite struct DisclosureTests {
    private func page(_ id: String, _ organisation: Organisation, as viewer: Viewer = .public) throws -> String {
        try ProgressPage(visit(try Fixture.house(), organisation, as: viewer, parameters: ["id": id])).answer().body.text
    }

    @Test func `the score of the one that is not disclosed cannot be worked out`() throws {
        let organisation = try Fixture.organisation(hidden: [Fixture.hidden: .staff])
        let standings = Standings(organisation)
        let exact = try #require(standings.whole(of: Fixture.objective)?.rollUp.score)
        let digits = visit(try Fixture.house(), organisation).score(exact)
        #expect(exact != exact.rounded())
        let open = try page("so1", organisation, as: .amina)
        #expect(open.contains("× 34") && open.contains(digits), "the planner reads every term")
        for viewer in [Viewer.public, .bruno] {
            let closed = try page("so1", organisation, as: viewer)
            #expect(!closed.contains("× 34") && !closed.contains("1 + 1 + 1"))
            #expect(!closed.contains(digits))
            #expect(closed.contains("Score \(Int(exact.rounded())) of 100"))
            #expect(closed.contains("1 indicator that is not disclosed to you is counted with"))
        }
    }

    @Test func `the pages above give away no more than the page of the objective`() throws {
        let organisation = try Fixture.organisation(hidden: [Fixture.hidden: .staff])
        let reader = visit(try Fixture.house(), organisation)
        let standings = Standings(organisation)
        let exact = [
            standings.whole(of: Fixture.objective), standings.whole(of: named("results", Perspective.self)),
            standings.whole(of: Fixture.plan),
        ].compactMap { $0?.rollUp.score }
        for id in ["results", "p1"] {
            let text = try page(id, organisation)
            for score in exact { #expect(!text.contains(reader.score(score)), "\(score) on \(id)") }
            #expect(text.contains("1 indicator that is not disclosed to you is counted with"))
        }
        let told = try #require(progress(of: organisation)[Reference(Plan.self, Fixture.objective)])
        #expect(told.score == exact.first?.rounded(), "nor does what the other features show")
        #expect(told.trend.compactMap { $0 }.allSatisfy { $0 == $0.rounded() })
        #expect(progress(of: organisation)[Reference(Plan.self, Fixture.hidden)]?.audience == .staff, "its own trend is the staff's")
    }

    @Test func `of two that nobody outside knows neither can be worked out, so the score is exact`() throws {
        let organisation = try Fixture.organisation(hidden: [Fixture.hidden: .staff, Fixture.also: .staff])
        for reader in [Viewer.public, .bruno] {
            let text = try page("so1", organisation, as: reader)
            #expect(text.contains("2 indicators that are not disclosed to you are counted with"))
            #expect(!text.contains("whole points"))
        }
    }

    @Test func `where Members know one of the two, they must not find the exact score by reading as strangers`() throws {
        let organisation = try Fixture.organisation(hidden: [Fixture.hidden: .staff, Fixture.also: .members])
        #expect(try page("so1", organisation, as: .bruno).contains("whole points"), "of the Members' two they see one")
        #expect(try page("so1", organisation).contains("whole points"), "and a stranger, who sees neither, is told no more than they")
        let told = progress(of: organisation)[Reference(Plan.self, Fixture.objective)]?.score
        #expect(told == told?.rounded(), "nor do others show more")
        #expect(try !page("so1", organisation, as: .amina).contains("whole points"), "staff see all parts")
    }

    @Test func `an objective that rests on one such indicator tells its status alone`() throws {
        let only = named("so3", Objective.self)
        let indicator = Indicator(
            objective: only, code: "X", title: Localized("Seizures"), baseline: Baseline(value: 0, on: day("2025-06-30")),
            targets: [Target(.value(100), by: day("2026-06-30"))], disclosure: .staff)
        let organisation = try Fixture.organisation(
            Fixture.lively + [
                Proposal(
                    Plan.self, .objectiveDescribed(id: only, Objective(perspective: ID("results"), code: "SO3", title: Localized("Safe")))),
                Proposal(Plan.self, .indicatorDescribed(id: Fixture.hidden, indicator)),
                Fixture.reported(Fixture.hidden, Fixture.ended, [(nil, 34)]),
            ])
        let text = try page("so3", organisation)
        #expect(!text.contains("34") && text.contains("off track") && text.contains("only the status is told"))
        let above = try page("results", organisation)
        #expect(!above.contains(">34<") && above.contains("not disclosed"))
        #expect(progress(of: organisation)[Reference(Plan.self, only)]?.score == nil)
        #expect(try page("so3", organisation, as: .amina).contains("34"))
    }

    /// Public then and the staff's today, or the other way round: whoever reads the past needs both.
    @Test func `travelling back does not undo a disclosure`() throws {
        let open = try Fixture.organisation(hidden: [Fixture.hidden: .everyone])
        let closed = try Fixture.organisation(hidden: [Fixture.hidden: .staff])
        for (then, now) in [(open, closed), (closed, open)] {
            let house = try Fixture.house()
            func past(_ viewer: Viewer, _ parameters: [String: String] = ["id": "hidden"]) -> Visit {
                Visit(
                    organisation: then, present: now, viewer: viewer, say: Say(.en, house.catalogue),
                    times: Times(asOf: day("2026-08-01"), today: .testDay), house: house, parameters: parameters, query: [:], names: [:],
                    history: { _ in [] })
            }
            for viewer in [Viewer.public, .bruno] {
                #expect(throws: Missing.self) { try IndicatorPage(past(viewer)) }
                #expect(throws: Missing.self) { try HowPage(past(viewer)) }
                #expect(throws: Missing.self) { try valuesFile(past(viewer)) }
                #expect(!IndicatorList(past(viewer)).page().body.text.contains("Seizures"))
                #expect(try !ProgressPage(past(viewer, ["id": "so1"])).answer().body.text.contains("Seizures"))
                #expect(!aspects(Reference(Plan.self, Fixture.objective), past(viewer)).contains { $0.content.text.contains("Seizures") })
            }
            #expect(try IndicatorPage(past(.amina)).page().body.text.contains("Over time"))
        }
    }

    @Test func `what there is no longer keeps the audience that it had`() throws {
        let house = try Fixture.house()
        let now = try Fixture.organisation(
            hidden: [Fixture.hidden: .everyone], [Proposal(Plan.self, .indicatorWithdrawn(id: Fixture.hidden, because: "Merged"))])
        let then = try Fixture.organisation(hidden: [Fixture.hidden: .everyone])
        let past = Visit(
            organisation: then, present: now, viewer: .public, say: Say(.en, house.catalogue),
            times: Times(asOf: day("2026-08-01"), today: .testDay), house: house, parameters: [:], query: [:], names: [:],
            history: { _ in [] })
        #expect(past.sees(Fixture.hidden))
        #expect(!past.sees(Fixture.secret))
        #expect(Viewer.amina.belongs(to: .both(.staff, .everyone)) && !Viewer.bruno.belongs(to: .both(.staff, .everyone)))
    }
}

extension Fixture {
    static let hidden = named("hidden", Indicator.self), also = named("also", Indicator.self)

    /// Of SO1 three count: two that all may see, with 51 and 19, and one of the staff's that stands at 34 of 100.
    static func organisation(hidden disclosures: [ID<Indicator>: Indicator.Disclosure], _ more: [Proposal] = []) throws -> Organisation {
        let described = disclosures.sorted { $0.key < $1.key }.flatMap { id, disclosure -> [Proposal] in
            let indicator = Indicator(
                objective: objective, code: "H-\(id)", title: Localized("Seizures"),
                baseline: Baseline(value: 0, on: day("2025-06-30")), targets: [Target(.value(100), by: day("2026-06-30"))],
                disclosure: disclosure, order: 9)
            return [
                Proposal(Plan.self, .indicatorDescribed(id: id, indicator)), reported(id, ended, [(nil, 34)]),
            ]
        }
        return try organisation(lively + described + more)
    }
}
