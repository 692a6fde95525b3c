import Journal

/// A plan for some years: its statements, and where they come from.
package struct StrategicPlan: Equatable, Codable, Sendable {
    package enum Status: String, Codable, Sendable, CaseIterable { case draft, adopted, ended }

    package var title: Localized
    package var from: Day
    package var until: Day
    package var status: Status
    package var vision: Localized
    package var mission: Localized
    package var values: [Localized]
    package var source: Localized
    /// What is inferred, illustrative or not public, said where it stands.
    package var note: Localized

    package init(
        title: Localized, from: Day, until: Day, status: Status, vision: Localized = .empty, mission: Localized = .empty,
        values: [Localized] = [], source: Localized = .empty, note: Localized = .empty
    ) {
        self.title = title
        self.from = from
        self.until = until
        self.status = status
        self.vision = vision
        self.mission = mission
        self.values = values
        self.source = source
        self.note = note
    }
}

/// A layer of a plan's strategy map.
package struct Perspective: Equatable, Codable, Sendable {
    /// What stands in it: objectives, or the functions that carry them across.
    package enum Kind: String, Codable, Sendable, CaseIterable { case objectives, functions }

    package var plan: ID<StrategicPlan>
    package var name: Localized
    package var kind: Kind
    /// Height on the map: 0 at the bottom (resources, learning), the highest at the top (results).
    package var level: Int

    package init(plan: ID<StrategicPlan>, name: Localized, kind: Kind = .objectives, level: Int) {
        self.plan = plan
        self.name = name
        self.kind = kind
        self.level = level
    }
}

/// An objective, or a function of the organisation that carries objectives.
package struct Objective: Equatable, Codable, Sendable {
    package var perspective: ID<Perspective>
    /// The objective of which it is a part, where the plan is a tree.
    package var parent: ID<Objective>?
    package var code: String
    package var title: Localized
    package var description: Localized
    package var owner: ID<Unit>?
    package var focusAreas: [ID<FocusArea>]
    /// Weight among its siblings in a roll-up; equal by default.
    package var weight: Double
    package var note: Localized
    /// Where it stands among its siblings.
    package var order: Int

    package init(
        perspective: ID<Perspective>, parent: ID<Objective>? = nil, code: String, title: Localized, description: Localized = .empty,
        owner: ID<Unit>? = nil, focusAreas: [ID<FocusArea>] = [], weight: Double = 1, note: Localized = .empty, order: Int = 0
    ) {
        self.perspective = perspective
        self.parent = parent
        self.code = code
        self.title = title
        self.description = description
        self.owner = owner
        self.focusAreas = focusAreas
        self.weight = weight
        self.note = note
        self.order = order
    }
}

/// A theme that cuts across the objectives of a plan.
package struct FocusArea: Equatable, Codable, Sendable {
    package var plan: ID<StrategicPlan>
    package var code: String
    package var title: Localized
    package var description: Localized
    package var note: Localized

    package init(plan: ID<StrategicPlan>, code: String, title: Localized, description: Localized = .empty, note: Localized = .empty) {
        self.plan = plan
        self.code = code
        self.title = title
        self.description = description
        self.note = note
    }
}

/// The hypothesis that one objective helps another.
package struct CauseLink: Hashable, Codable, Sendable {
    package var from: ID<Objective>
    package var to: ID<Objective>
    package var assumption: Localized

    package init(from: ID<Objective>, to: ID<Objective>, assumption: Localized = .empty) {
        self.from = from
        self.to = to
        self.assumption = assumption
    }
}
