import Journal

/// Something that is done for an objective.
package struct Action: Equatable, Codable, Sendable {
    package enum Status: String, Codable, Sendable, CaseIterable { case planned, inProgress, completed, stopped }

    package var objective: ID<Objective>
    /// The function under which it is carried out, where the map is a matrix.
    package var function: ID<Objective>?
    package var focusAreas: [ID<FocusArea>]
    package var code: String
    package var title: Localized
    package var description: Localized
    package var owner: ID<Unit>?
    package var from: Day?
    package var until: Day?
    package var status: Status

    package init(
        objective: ID<Objective>, function: ID<Objective>? = nil, focusAreas: [ID<FocusArea>] = [], code: String, title: Localized,
        description: Localized = .empty, owner: ID<Unit>? = nil, from: Day? = nil, until: Day? = nil, status: Status = .planned
    ) {
        self.objective = objective
        self.function = function
        self.focusAreas = focusAreas
        self.code = code
        self.title = title
        self.description = description
        self.owner = owner
        self.from = from
        self.until = until
        self.status = status
    }
}

/// What an action hands over.
package struct Deliverable: Equatable, Codable, Sendable {
    package var action: ID<Action>
    package var title: Localized
    package var due: Day?
    package var deliveredOn: Day?
    package var evidence: String

    package init(action: ID<Action>, title: Localized, due: Day? = nil, deliveredOn: Day? = nil, evidence: String = "") {
        self.action = action
        self.title = title
        self.due = due
        self.deliveredOn = deliveredOn
        self.evidence = evidence
    }
}

/// A span for which values are reported; it need not be a calendar year.
package struct ReportingPeriod: Equatable, Codable, Sendable {
    package var name: Localized
    package var from: Day
    package var until: Day
    /// By when values are expected.
    package var due: Day?
    package var isLocked: Bool

    package init(name: Localized, from: Day, until: Day, due: Day? = nil, isLocked: Bool = false) {
        self.name = name
        self.from = from
        self.until = until
        self.due = due
        self.isLocked = isLocked
    }
}
