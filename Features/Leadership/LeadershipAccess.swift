import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who has read what of the analyses: recorded with every reading, before its answer goes out.
struct LeadershipAccesses: Chapter {
    static let name = "leadership-accesses"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        case read(Reading, analysis: ID<LeadershipAnalysis>?)
    }

    /// What was opened: the access, and nothing of what stood there.
    enum Reading: String, Codable, Sendable, CaseIterable { case list, analysis, form, table, program }

    private(set) var count = 0

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .read: count += 1
        }
    }
}

/// Who may.
enum LeadershipRights {
    static let access = Access.restricted(.leadershipAnalysts)
    /// Who may know of an access: no more than that it was.
    static let witnesses = Audience.either(.roles([.administrator]), .leadershipAnalysts)
    static let log = Access.restricted(witnesses)
}

extension Route {
    /// The same, recorded with every reading.
    func recorded(as reading: LeadershipAccesses.Reading) -> Route {
        var route = self
        route.reading = { visit in LeadershipRights.recorded(reading, visit) }
        return route
    }
}

extension LeadershipRights {
    static func recorded(_ reading: LeadershipAccesses.Reading, _ visit: Visit) -> [Proposal] {
        let chapter = visit.organisation[Leadership.self]
        let own = visit.parameters["analysis"].flatMap { ID<LeadershipAnalysis>($0) }
        let ofIssue = visit.parameters["issue"].flatMap { ID<ArenaIssue>($0) }.flatMap { chapter.issues[$0]?.analysis }
        let ofActor = visit.parameters["actor"].flatMap { ID<ArenaActor>($0) }.flatMap { chapter.actors[$0]?.analysis }
        return [Proposal(LeadershipAccesses.self, .read(reading, analysis: own ?? ofIssue ?? ofActor))]
    }
}
