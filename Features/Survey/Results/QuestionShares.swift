import Journal
import Methods
import Organisation
import Pages

/// What of one question may be shown to a reader, group by group: all who answered, then the regions; for tables and programs.
enum QuestionShares {
    struct Row {
        let group: Respondents.Group
        let isWhole: Bool
        let answered: Int
        /// For each option, or step of a scale, 0 to 1.
        let shares: [Double]
    }

    static func rows(_ id: ID<Question>, _ question: Question, _ respondents: Respondents) -> [Row] {
        let groups = [respondents.all] + respondents.regions, tallies = groups.map { Tally(id, question, $0) }
        let isShown = [tallies[0].answered >= respondents.least] + disclosed(tallies.dropFirst().map(\.answered), least: respondents.least)
        return groups.indices.filter { isShown[$0] }.map { place in
            Row(group: groups[place], isWhole: place == 0, answered: tallies[place].answered, shares: Regions.shares(tallies[place]))
        }
    }

    /// To the ten-thousandth, as everywhere.
    static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
}

extension SurveyReading {
    /// Whether there is something to be shown to this reader.
    var showsResults: Bool { opening != nil && visit.viewer.belongs(to: resultsAudience) && areResultsOpen }
}
