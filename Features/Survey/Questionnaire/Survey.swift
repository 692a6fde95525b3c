import Journal
import Organisation

/// A survey of the Members: what it is for, who is asked, and who sees what comes of it.
struct Survey: Equatable, Codable, Sendable {
    /// For whom the results are. Answers under a Member's name are for planners and for those whom the Member consents to.
    typealias Readers = ChosenReaders
    /// From when on those readers see them; planners see them from the first answer.
    enum Moment: String, Codable, Sendable, CaseIterable { case live, closed }

    var title: Localized
    var introduction: Localized = .empty
    /// What is said once an answer has been submitted.
    var thanks: Localized = .empty
    /// The last day on which answers are taken; `nil` until somebody closes it.
    var closesOn: Day?
    /// Whose Members are asked; all where none is named.
    var regions: [ID<Region>] = []
    /// Whether the head of the administration, or a substitute, clears the answer before it is submitted.
    var needsClearance = true
    var readers = Readers.participants
    var moment = Moment.closed
    /// Figures that rest on fewer Members than this are shown to planners only; 0 for all.
    var smallestCell = 0
    /// Whether a Member is asked if its answer may be read under its name.
    var asksConsent = true
    var copiedFrom: ID<Survey>?

    /// What a survey begins as: fewer than three are not shown. House default.
    static let new = Survey(title: .empty, smallestCell: 3)

    /// Whether others than planners see results from which single answers follow: figures of however few, or of one day and the next.
    var showsFew: Bool { readers != .staff && smallestCell == 0 }
}

/// That a survey was opened: from then on its questions stay as they are.
struct Opening: Equatable, Codable, Sendable {
    var on: Day
    /// The position in the journal of the questionnaire that was frozen.
    var position: Int
    /// Those who were Members then, and are asked.
    var asked: [ID<Member>]
    /// What they were then; `nil` where it was not kept.
    var frame: SurveyFrame?
}
