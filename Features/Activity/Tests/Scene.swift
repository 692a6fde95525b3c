import Foundation
import Journal
import Organisation
import Pages
import Synchronization
import TestKit

@testable import Activity

/// A small organisation with a real journal in memory, and a clock that the test moves.
final class Scene: Sendable {
    let house: House
    let journal: Journal
    private let clock: Clock
    private let commands = Mutex(0)
    private let entriesRead = Mutex(0)
    /// How many entries of the journal pages have been given.
    var read: Int { entriesRead.withLock { $0 } }

    init() async throws {
        let clock = Clock()
        self.clock = clock
        house = try House([activity, .sample])
        journal = try await Journals(MemoryStore(), chapters: house.chapters, now: { clock.now }).journal(ID("test"))
    }

    /// An hour later, somebody records something.
    func record(_ events: [Plan.Event], by actor: Actor = .amina, on day: Day? = nil) async throws {
        clock.pass(seconds: 3600)
        _ = try await journal.record(command(actor)) { _ in events.map { Proposal(Plan.self, $0, on: day) } }
    }

    func eraseWords(at position: Int) async throws {
        clock.pass(seconds: 3600)
        _ = try await journal.eraseWords(at: [position], because: "asked for", command(.amina))
    }

    func visit(
        as viewer: Viewer = .reader, language: Language = .en, parameters: [String: String] = [:], query: [String: String] = [:],
        times: Times = Times(today: .testDay), lastVisit: LastVisit? = nil
    ) -> Visit {
        let (organisation, journal) = (journal.standing, journal)
        return Visit(
            organisation: organisation, present: organisation, viewer: viewer, say: Say(language, house.catalogue), times: times,
            house: house,
            parameters: parameters, query: query, names: [ID("amina"): "Amina", ID("bruno"): "Bruno"],
            lastVisit: lastVisit,
            history: { [self] selection in
                let entries = try await journal.entries(selection, through: organisation.position, knownOn: times.knownOn)
                entriesRead.withLock { $0 += entries.count }
                return entries
            })
    }

    func log(as viewer: Viewer = .reader, language: Language = .en, query: [String: String] = [:], times: Times = Times(today: .testDay))
        async throws -> String
    {
        try await activityPage(visit(as: viewer, language: language, query: query, times: times)).body.text
    }

    func file(as viewer: Viewer = .reader, query: [String: String] = [:]) async throws -> String {
        try String(decoding: await activityFile(visit(as: viewer, query: query)).bytes, as: UTF8.self)
    }

    func history(of reference: String, as viewer: Viewer = .reader, language: Language = .en, before: String? = nil) async throws -> String {
        let query = before.map { ["before": $0] } ?? [:]
        return try await historyPage(visit(as: viewer, language: language, parameters: ["reference": reference], query: query)).body.text
    }

    func receipt(_ position: String, as viewer: Viewer = .reader) async throws -> String {
        try await receiptPage(visit(as: viewer, parameters: ["position": position])).body.text
    }

    private func command(_ actor: Actor) -> Command {
        let number = commands.withLock {
            $0 += 1
            return $0
        }
        return Command(by: actor, key: "\(number)", content: Data())
    }
}

private final class Clock: Sendable {
    private let at = Mutex(Moment(startOf: .testDay).adding(seconds: 8 * 3600))
    var now: Moment { at.withLock { $0 } }
    func pass(seconds: Int) { at.withLock { $0 = $0.adding(seconds: seconds) } }
}

extension Viewer {
    static let reader = Viewer.with(.reader, .organisation, account: ID("reader"), name: "Reader")
}

extension Feature {
    /// Tells what happened to plans: focus areas, and objectives that say so, are for staff only here.
    static var sample: Feature {
        var feature = Feature(
            name: "Sample",
            words: [
                .en: Array(
                    #"{"sample.told": "“{title}” was described.", "sample.begun": "“{title}” began.", "sample.changed": "“{title}” changed: {fields}.", "sample.kind": "Objective", "sample.kind-area": "Focus area"}"#
                        .utf8)
            ])
        feature.tellings = [
            Telling(Plan.self, kinds: [EventKind("sample.kind-area", "focusAreaDescribed")]) { event in
                switch event {
                case .objectiveDescribed(let id, let objective):
                    .sample(objective.title, Reference(Plan.self, id), objective.title.plain().hasPrefix("Confidential") ? .staff : .participants)
                case .focusAreaDescribed(let id, let area): .sample(area.title, Reference(Plan.self, id), .staff)
                default: .sample(Localized("Something"), Reference(Plan.self, ID<Plan>("thing")), .participants)
                }
            }
        ]
        feature.thread = { organisation in
            let plan = organisation[Plan.self]
            return Pages.Thread(
                nodes: plan.objectives.map { id, objective in
                    Node(
                        Reference(Plan.self, id), kind: "sample.kind", code: objective.code, title: objective.title,
                        path: "objectives/\(id)",
                        audience: .everyone)
                })
        }
        return feature
    }
}

extension Told {
    fileprivate static func sample(_ title: Localized, _ about: Reference, _ audience: Audience) -> Told {
        func saying(_ key: String) -> Saying { Saying("sample.\(key)", ["title": .content(title)]) }
        return Told(
            saying("told"), about: [about], audience: audience,
            describing: Describing(about.id, beginning: saying("begun"), change: saying("changed")))
    }
}

extension Plan.Event {
    static func objective(_ id: String, _ title: String, weight: Double = 1, order: Int = 0, above: String? = nil) -> Plan.Event {
        .objectiveDescribed(
            id: ID(id) ?? ID("none"),
            Objective(perspective: ID("top"), parent: above.flatMap { ID($0) }, code: id.uppercased(), title: Localized(title), weight: weight, order: order))
    }

    static func secret(_ title: String) -> Plan.Event {
        .focusAreaDescribed(id: ID("fa1"), FocusArea(plan: ID("plan"), code: "FA1", title: Localized(title)))
    }
}
