import Journal
import Organisation

/// What is shown of a category while people still answer: the answers as they stood when as many respondents as a group needs had answered, or changed what they
/// had answered, since the last time.
///
/// Whoever looks before and after each answer would otherwise read it off the difference.
struct Interim: Equatable, Codable, Sendable {
    /// Without those who gave them.
    private(set) var rows: [[Score]] = []
    /// Who answered since.
    private var waiting: [Respondent] = []

    mutating func note(_ respondent: Respondent, least: Int, _ answers: () -> [[Score]]) {
        if !waiting.contains(respondent) { waiting.append(respondent) }
        guard waiting.count >= least else { return }
        waiting = []
        let standing = answers()
        // Sorted, so that their order tells nobody's.
        rows = standing.count >= least ? standing.sorted { Interim.key($0) < Interim.key($1) } : []
    }

    private static func key(_ scores: [Score]) -> String { scores.map { "\($0.statement)=\($0.value ?? 0)" }.joined(separator: " ") }
}
