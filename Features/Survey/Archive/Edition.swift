import Organisation
import Pages

/// For whom an archive is written: which answers are in it under their Members' names, and how few a figure may rest on.
enum Edition: String, CaseIterable, Sendable {
    case everyone, participants
    /// Every answer, for the work of planners: not to be passed on.
    case secretariat

    /// What this reader may take along, the widest first. What is for others is only written once they may read it, whoever asks: it is made to be passed on.
    static func offered(_ reading: SurveyReading) -> [Edition] {
        guard reading.mayReadResults else { return [] }
        return allCases.filter { edition in
            switch edition {
            case .everyone: reading.survey.readers == .everyone && reading.areResultsOpenToAll
            case .participants: reading.survey.readers != .staff && reading.areResultsOpenToAll && reading.visit.viewer.belongs(to: .participants)
            case .secretariat: Access.planners.admits(reading.visit.viewer)
            }
        }
    }

    func least(in survey: Survey) -> Int { self == .secretariat ? 0 : survey.smallestCell }

    /// Whether an answer may be in it under its Member's name.
    func admits(_ consent: Consent) -> Bool {
        switch self {
        case .everyone: consent == .everyone
        case .participants: consent != .nobody
        case .secretariat: true
        }
    }
}
