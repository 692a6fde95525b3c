import HashTreeCollections
import Journal
import Organisation
import Pages

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var assessments: Assessments { organisation[Assessments.self] }

    /// The stricter of then and now.
    func sees(_ id: ID<AssessmentRound>) -> Bool {
        assessments.rounds[id] != nil && viewer.belongs(to: assessments.audience(of: id)) && (isNow || viewer.belongs(to: present[Assessments.self].audience(of: id)))
    }

    func sees(_ id: ID<Framework>) -> Bool {
        assessments.frameworks[id] != nil && viewer.belongs(to: assessments.audience(of: id)) && (isNow || viewer.belongs(to: present[Assessments.self].audience(of: id)))
    }

    func framework() throws(Missing) -> (id: ID<Framework>, framework: Framework) {
        let id: ID<Framework> = try id("framework")
        guard let framework = assessments.frameworks[id], sees(id) else { throw Missing() }
        return (id, framework)
    }

    /// The same where nobody has been asked by it.
    func unaskedFramework() throws(Missing) -> (id: ID<Framework>, framework: Framework) {
        let found = try framework()
        guard !assessments.isAsked(found.id) else { throw Missing() }
        return found
    }

    func round() throws(Missing) -> (id: ID<AssessmentRound>, round: AssessmentRound) {
        let id: ID<AssessmentRound> = try id("round")
        guard let round = assessments.rounds[id], sees(id) else { throw Missing() }
        return (id, round)
    }

    func round(in phases: Assessments.Phase...) throws(Missing) -> (id: ID<AssessmentRound>, round: AssessmentRound) {
        let found = try round()
        guard phases.contains(assessments.phase(of: found.id)) else { throw Missing() }
        return found
    }

    func category(of round: AssessmentRound) throws(Missing) -> Category {
        let id: ID<Category> = try id("category")
        guard let category = assessments.categories(of: round).first(where: { $0.id == id }) else { throw Missing() }
        return category
    }

    /// Counted once for all who may read it.
    func figures(_ id: ID<AssessmentRound>) throws -> RoundFigures {
        try common("assessments/figures/\(id)") { visit in
            guard let figures = RoundFigures(id, in: visit.organisation) else { throw Missing() }
            return figures
        }
    }

    func hasEvidence(_ round: ID<AssessmentRound>, _ category: ID<Category>) -> Bool { !assessments.evidence(of: round, category).isEmpty }

    /// Whether this reader is asked by a round that is open.
    func mayAnswer(_ id: ID<AssessmentRound>) -> Bool {
        guard isNow, assessments.isOpen(id), let round = assessments.rounds[id], sees(id) else { return false }
        return !viewer.groups(of: round).isEmpty
    }

    /// Where somebody goes on: the first category that is still open.
    func nextCategory(_ id: ID<AssessmentRound>) -> Category? {
        guard let account = viewer.account, let round = assessments.rounds[id] else { return nil }
        let given = assessments.answered(id, by: account)
        return assessments.categories(of: round).first { given[$0.id] == nil }
    }
}

/// Parts that several pages and forms share.
extension Visit {
    func assessmentTrail(_ more: (title: String, path: String)...) -> [(title: String, path: String)] { [(title: say("assessments.title"), path: AssessmentPath.front)] + more }

    func trail(to id: ID<Framework>) -> [(title: String, path: String)] {
        assessmentTrail((assessments.frameworks[id].map { plain($0.title) } ?? id.text, AssessmentPath.framework(id)))
    }

    func trail(to id: ID<AssessmentRound>) -> [(title: String, path: String)] {
        assessmentTrail((assessments.rounds[id].map { plain($0.title) } ?? id.text, AssessmentPath.round(id)))
    }

    /// *Open since 3 May 2026, until 2 June 2026.*
    func standing(of id: ID<AssessmentRound>, _ round: AssessmentRound) -> String {
        let day = assessments.publications[id] ?? assessments.closings[id] ?? assessments.openings[id]
        let phase = say("assessments.phase.\(assessments.phase(of: id).rawValue)", ["day": day.map { say.day($0) } ?? ""])
        return [phase, assessments.isOpen(id) ? round.until.map { say("assessments.until", ["day": say.day($0)]) } ?? "" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
