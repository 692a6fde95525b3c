import Exchange
import Journal
import Organisation
import Pages

/// The columns of the table of risks.
enum RiskColumn: String, CaseIterable {
    case id, title, cause, event, effect, category, owner, review, treatment
    case treatmentText = "treatment-text"
    case treatmentDue = "treatment-due"
    case controls, source
    case sourceLink = "source-link"
    case sourceOn = "source-on"
    case readers, answers
    case inherentLikelihood = "inherent-likelihood"
    case inherentImpact = "inherent-impact"
    case residualLikelihood = "residual-likelihood"
    case residualImpact = "residual-impact"
    case targetLikelihood = "target-likelihood"
    case targetImpact = "target-impact"
    case ratedOn = "rated-on"
    case ratedBecause = "rated-because"

    var described: ImportColumn { ImportColumn(rawValue, required: self == .title, help: "risks.import.\(rawValue)", example: example, choices: choices) }

    private var example: String {
        switch self {
        case .id: "cover"
        case .title: "Insurers withdraw their cover"
        case .cause: "Storms follow one another more closely."
        case .event: "An insurer ends its cover for exposed berths."
        case .effect: "Berths close, and calls go elsewhere."
        case .category: "money"
        case .owner: "sec"
        case .review: "2027-03-01"
        case .treatment: "share"
        case .treatmentText: "A common policy of the Members."
        case .treatmentDue: "2027-06-30"
        case .controls: "Peer reviews of preparedness"
        case .source: "Report of the auditors, paragraph 12"
        case .sourceLink: "https://example.org/report"
        case .sourceOn: "2026-05-01"
        case .readers: "participants"
        case .answers: "M2; M2-A1"
        case .inherentLikelihood, .residualImpact: "4"
        case .inherentImpact: "5"
        case .residualLikelihood, .targetImpact: "3"
        case .targetLikelihood: "2"
        case .ratedOn: "2026-05-01"
        case .ratedBecause: "Two insurers have announced it."
        }
    }

    private var choices: [String] {
        switch self {
        case .treatment: Risk.Treatment.allCases.map(\.rawValue)
        case .readers: Risk.Readers.allCases.map(\.rawValue)
        case .inherentLikelihood, .inherentImpact, .residualLikelihood, .residualImpact, .targetLikelihood, .targetImpact: RiskPlace.steps.map(String.init)
        default: []
        }
    }
}
