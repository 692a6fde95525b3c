import Journal

/// What one member, or the whole, reported for one indicator and period. Neither amount nor text: nothing was reported.
package struct Report: Equatable, Codable, Sendable {
    /// `nil` for the organisation as a whole.
    package var member: ID<Member>?
    package var amount: Double?
    package var text: Prose?
    package var note: Prose?
    /// Where it can be verified: an address or the name of a document.
    package var evidence: String

    package init(member: ID<Member>? = nil, amount: Double? = nil, text: Prose? = nil, note: Prose? = nil, evidence: String = "") {
        self.member = member
        self.amount = amount
        self.text = text
        self.note = note
        self.evidence = evidence
    }
}

/// A value that stands, with who recorded it, when, and where in the journal.
package struct ReportedValue: Equatable, Sendable {
    package var amount: Double?
    package var text: Prose?
    package var note: Prose?
    package var evidence: String
    package var by: Actor
    /// To the second.
    package var at: Moment
    package var position: Int
}

/// How a person judged whether a target that is a text is met.
package struct Judgement: Equatable, Sendable {
    package var met: Bool
    package var because: Prose
    package var by: Actor
    /// To the second.
    package var at: Moment
    package var position: Int
}
