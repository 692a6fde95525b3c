import HashTreeCollections
import Journal
import Organisation
import Pages

/// How the events of assessments read in the log. Who answered what is told to nobody.
func tellAssessments(_ event: Assessments.Event, _ organisation: Organisation) -> Told { AssessmentTelling(assessments: organisation[Assessments.self], organisation: organisation).told(event) }

private struct AssessmentTelling {
    let assessments: Assessments
    let organisation: Organisation

    func told(_ event: Assessments.Event) -> Told {
        switch event {
        case .frameworkDescribed(let id, let described): return framework("framework", id, ["title": .content(described.title)])
        case .frameworkWithdrawn(let id, let because): return framework("framework-withdrawn", id, ["because": .prose(because)])
        case .quoteRecorded(_, let quote): return framework("quote", quote.framework)
        case .quoteRemoved(let id, let because):
            return Told(Saying("assessments.told.quote-removed", ["because": .prose(because)]), about: [Reference(Assessments.self, id)], audience: .participants)
        case .roundDescribed(let id, let described): return round("round", id, ["title": .content(described.title)])
        case .roundOpened(let id, _): return round("opened", id)
        case .roundClosed(let id): return round("closed", id)
        case .roundPublished(let id): return round("published", id)
        case .roundWithdrawn(let id, let because): return round("withdrawn", id, ["because": .prose(because)])
        case .seatTaken(let id, _), .answered(let id, _, _), .answersTakenBack(let id): return round("answered", id, audience: .roles([]))
        case .sheetAnswered(_, let id, _, _, _): return round("sheet", id, audience: .roles([]))
        case .consentGiven(let id, let member, let isGiven):
            return round(isGiven ? "consent" : "no-consent", id, ["member": .content(organisation[Register.self].name(of: member))], audience: .administration(member))
        case .evidenceGiven(_, let evidence): return round("evidence", evidence.round, ["category": .content(category(evidence.category, evidence.round))])
        case .evidenceRemoved(let id, let because):
            return Told(Saying("assessments.told.evidence-removed", ["because": .prose(because)]), about: [Reference(Assessments.self, id)], audience: .participants)
        case .gapTaken(_, let gap):
            var told = round("gap", gap.round, ["category": .content(category(gap.category, gap.round))])
            told.about.append(Reference(Plan.self, gap.action))
            return told
        }
    }

    private func category(_ id: ID<Category>, _ round: ID<AssessmentRound>) -> Localized {
        (assessments.rounds[round] ?? assessments.formerRounds[round]).flatMap { assessments.framework(of: $0)?.category(id)?.title } ?? Localized(id.text)
    }

    private func framework(_ key: String, _ id: ID<Framework>, _ more: [String: Saying.Argument] = [:]) -> Told {
        let title = (assessments.frameworks[id] ?? assessments.formerFrameworks[id])?.title ?? Localized(id.text)
        return Told(
            Saying("assessments.told.\(key)", more.merging(["title": .content(title)]) { own, _ in own }), about: [Reference(Assessments.self, id)],
            audience: assessments.frameworks[id] == nil ? .staff : assessments.audience(of: id))
    }

    private func round(_ key: String, _ id: ID<AssessmentRound>, _ more: [String: Saying.Argument] = [:], audience: Audience? = nil) -> Told {
        let title = (assessments.rounds[id] ?? assessments.formerRounds[id])?.title ?? Localized(id.text), own = assessments.audience(of: id)
        return Told(
            Saying("assessments.told.\(key)", more.merging(["title": .content(title)]) { own, _ in own }), about: [Reference(Assessments.self, id)],
            audience: audience ?? (own == .everyone ? .participants : own))
    }
}
