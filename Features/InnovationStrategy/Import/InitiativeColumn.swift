import Exchange
import Journal
import Methods
import Organisation
import Pages

/// The columns of the table of initiatives: a line for each of their positions.
enum InitiativeColumn: String, CaseIterable {
    case strategy
    case strategyTitle = "strategy-title"
    case id, title, text, type, amount, thing, enablers
    case newToUs = "new-to-us"
    case newUsers = "new-users"
    case newCompetence = "new-competence"
    case uncertain
    case beyondPlan = "beyond-plan"
    case exploreInstead = "explore-instead"
    case exploreBecause = "explore-because"
    case competences, model, part, share
    case degreeAsIs = "degree-as-is"
    case locusAsIs = "locus-as-is"
    case sourceAsIs = "source-as-is"
    case degreeToBe = "degree-to-be"
    case locusToBe = "locus-to-be"
    case sourceToBe = "source-to-be"

    var described: ImportColumn {
        ImportColumn(rawValue, required: self == .title, help: "innovationstrategy.import.\(rawValue)", example: example, choices: choices)
    }

    private var example: String {
        switch self {
        case .strategy: "wider-harbour-2"
        case .strategyTitle: "A wider harbour"
        case .id: "shared-record"
        case .title: "One shared record of a call"
        case .text: "What everybody announces once."
        case .type: "business-model"
        case .amount: "400"
        case .thing: "M1-A2"
        case .enablers: "messages; data-set"
        case .newToUs, .newUsers, .uncertain: "yes"
        case .newCompetence, .beyondPlan: "no"
        case .exploreInstead: "50"
        case .exploreBecause: "Half of it is known from another service."
        case .competences: "new"
        case .model: "existing"
        case .part: "The pilot"
        case .share: "40"
        case .degreeAsIs, .locusAsIs: "-1"
        case .sourceAsIs: "-2"
        case .degreeToBe, .locusToBe: "1"
        case .sourceToBe: "0"
        }
    }

    private var choices: [String] {
        switch self {
        case .type: InnovationType.allCases.map(\.rawValue.asWords)
        case .newToUs, .newUsers, .newCompetence, .uncertain, .beyondPlan: YesNo.allCases.map(\.rawValue)
        case .competences, .model: Newness.allCases.map(\.rawValue)
        case .degreeAsIs, .locusAsIs, .sourceAsIs, .degreeToBe, .locusToBe, .sourceToBe: MapAxis.steps.map(String.init)
        default: []
        }
    }

    static func step(_ axis: MapAxis, _ time: MapTime) -> InitiativeColumn {
        switch (axis, time) {
        case (.degree, .asIs): .degreeAsIs
        case (.locus, .asIs): .locusAsIs
        case (.source, .asIs): .sourceAsIs
        case (.degree, .toBe): .degreeToBe
        case (.locus, .toBe): .locusToBe
        case (.source, .toBe): .sourceToBe
        }
    }

    static func question(_ question: ExploreQuestion) -> InitiativeColumn {
        switch question {
        case .newToUs: .newToUs
        case .newUsers: .newUsers
        case .newCompetence: .newCompetence
        case .uncertain: .uncertain
        case .beyondPlan: .beyondPlan
        }
    }
}

enum YesNo: String, CaseIterable { case yes, no }
enum Newness: String, CaseIterable { case existing, new }
