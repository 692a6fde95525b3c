import Journal
import Organisation
import Pages
import TestKit
import Testing

/// Reading the past never shows what is withheld today.
@Suite struct RightsOverTimeTests {
    private let house: House
    private let then: Organisation
    private let now: Organisation

    init() throws {
        house = try House([.secretive])
        then = try organisation([.objective("so1", "Open then"), .objective("so2", "Open still")], chapters: house.chapters)
        now = try organisation([.objective("so1", "Secret now"), .objective("so2", "Open still")], chapters: house.chapters)
    }

    private func reading(as viewer: Viewer) -> Visit {
        Visit(
            organisation: then, present: now, viewer: viewer, say: Say(.en, house.catalogue), times: Times(asOf: .testDay, today: .testDay), house: house,
            parameters: [:], query: [:], names: [:], history: { _ in [] })
    }

    @Test func whatIsWithheldTodayIsWithheldInThePastToo() {
        let visit = reading(as: .public)
        #expect(visit.thread.nodes.map(\.reference.id) == ["so2"] && visit.thread.strands.isEmpty)
        #expect(visit.progress.keys.map(\.id) == ["so2"])
    }

    @Test func whoMaySeeItTodaySeesItAsItWas() {
        let visit = reading(as: .amina)
        #expect(visit.thread.nodes.map(\.reference.id).sorted() == ["so1", "so2"] && visit.thread.strands.count == 1)
        #expect(visit.progress.count == 2)
    }

    @Test func peopleAreNamedAsTheyAreCalledNow() {
        let visit = Visit(
            organisation: now, present: now, viewer: .amina, say: Say(.en, house.catalogue), times: Times(today: .testDay), house: house, parameters: [:],
            query: [:], names: [ID("bruno"): "Bruno"], history: { _ in [] })
        let told = { (id: ID<Actor>) in visit.tell(Saying("secretive.told", ["who": .person(id), "what": .amount(12.5, unit: Localized("h"))])) }
        #expect(told(ID("bruno")) == "Bruno: 12.5\u{A0}h")
        #expect(told(ID("gone")).hasPrefix(visit.say("pages.forgotten-person")))
    }
}

extension Proposal {
    fileprivate static func objective(_ id: String, _ title: String) -> Proposal {
        Proposal(
            Plan.self, .objectiveDescribed(id: ID(id) ?? ID("none"), Objective(perspective: ID("top"), code: "", title: Localized(title))))
    }
}

extension Feature {
    /// Things whose title begins with *Secret* are for staff.
    fileprivate static var secretive: Feature {
        let audience = { @Sendable (objective: Objective) -> Audience in objective.title.plain().hasPrefix("Secret") ? .staff : .everyone }
        var feature = Feature(name: "Secretive", words: [.en: Array(#"{"secretive.told": "{who}: {what}"}"#.utf8)])
        feature.thread = { organisation in
            let objectives = organisation[Plan.self].objectives.map { (Reference(Plan.self, $0.key), $0.value) }
            return Pages.Thread(
                nodes: objectives.map { Node($0.0, kind: "secretive.kind", title: $0.1.title, path: "", audience: audience($0.1)) },
                strands: [Strand(from: Reference(Plan.self, ID<Objective>("so1")), to: Reference(Plan.self, ID<Objective>("so2")), kind: "secretive.to", audience: .everyone)])
        }
        feature.progress = { organisation in
            Dictionary(
                uniqueKeysWithValues: organisation[Plan.self].objectives.map { id, objective in
                    (
                        Reference(Plan.self, id),
                        Progress(status: .noData, isStale: false, score: nil, coverage: 0, counted: 0, of: 0, explanation: "", audience: audience(objective))
                    )
                })
        }
        return feature
    }
}
