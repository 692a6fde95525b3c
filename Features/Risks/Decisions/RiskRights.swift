import HashTreeCollections
import Journal
import Organisation
import Pages

/// What has a word of its own does not stand where a risk could: see `PermissionTests`.
enum RiskPath {
    static let risks = "risks", new = "risks/new", categories = "risk-categories", newCategory = "risk-categories/new", thresholds = "risk-thresholds", about = "risk-register"

    static func risk(_ id: ID<Risk>, _ rest: String = "") -> String { rest.isEmpty ? "risks/\(id)" : "risks/\(id)/\(rest)" }
    static func category(_ id: ID<RiskCategory>, _ rest: String) -> String { "risk-categories/\(id)/\(rest)" }
}

extension Access {
    /// Planners, and project owners for the risks of their own unit.
    static let raters = Access.roles([.administrator, .planner, .projectOwner])
}

extension Viewer {
    /// Planners rate every risk; whoever leads the unit that owns one rates that.
    func mayRate(_ risk: Risk) -> Bool { Access.planners.admits(self) || risk.owner.map { has(.projectOwner, in: .unit($0)) } ?? false }
}

extension Submission {
    var risks: Risks { organisation[Risks.self] }

    /// The risk in the address, for whoever may read it.
    func risk() throws -> (id: ID<Risk>, risk: Risk) {
        let id: ID<Risk> = try id("risk")
        guard let risk = risks.risks[id], viewer.belongs(to: risk.readers.audience) else { throw Refusal("pages.refusal.gone") }
        return (id, risk)
    }

    /// The same where it is still carried: of a closed one nothing is said anew.
    func openRisk() throws -> (id: ID<Risk>, risk: Risk) {
        let found = try risk()
        if risks.isClosed(found.id) { throw Refusal("risks.refusal.closed") }
        return found
    }

    /// The day of something that has happened; today where nothing is entered.
    func pastDay(_ name: String, required: Bool = false) throws(Refusal) -> Day {
        let day = try entered.day(name, required: required) ?? today
        if day.year < 1900 { throw Refusal("pages.refusal.out-of-range", field: name, ofFieldAlone: true) }
        if day > today { throw Refusal("risks.refusal.later-than-today", field: name, ofFieldAlone: true) }
        return day
    }

    /// A day of review: kept, or else one to come.
    func reviewDay(_ present: Day?) throws(Refusal) -> Day? {
        let review = try entered.day("review")
        if let review, review != present, review <= today { throw Refusal("risks.refusal.review-past", field: "review", ofFieldAlone: true) }
        return review
    }

    func saved(_ key: String, _ title: Localized) -> Saying { Saying("risks.notice.\(key)", ["title": .content(title)]) }
}
