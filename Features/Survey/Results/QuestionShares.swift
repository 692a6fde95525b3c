import Journal
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
        let figures = QuestionFigures(id, question, respondents)
        guard figures.isShown else { return [] }
        let shown = zip(figures.regions, figures.isRegionShown).filter(\.1).map(\.0)
        return [Row(group: respondents.all, isWhole: true, answered: figures.all.answered, shares: figures.compared(figures.all))]
            + shown.map { Row(group: $0.group, isWhole: false, answered: $0.tally.answered, shares: figures.compared($0.tally)) }
    }

    /// To the ten-thousandth, as everywhere.
    static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
}
