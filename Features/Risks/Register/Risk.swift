import Journal
import Organisation

/// What may happen, why, and what would follow from it; what is done so that it does not.
struct Risk: Equatable, Codable, Sendable {
    /// Who reads it.
    typealias Readers = ChosenReaders

    /// After ISO 31000: stop what carries it, make it smaller, carry it with others, carry it knowingly.
    enum Treatment: String, Codable, Sendable, CaseIterable { case avoid, reduce, share, accept }

    var title: Localized
    /// Why it may happen.
    var cause: Localized = .empty
    /// What may happen.
    var event: Localized = .empty
    /// What would follow.
    var effect: Localized = .empty
    var category: ID<RiskCategory>?
    var controls: [RiskControl] = []
    var treatment: Treatment?
    var treatmentText: Localized = .empty
    var treatmentDue: Day?
    var owner: ID<Unit>?
    /// When somebody looks at it again.
    var reviewOn: Day?
    var source: AuditSource?
    var readers = Readers.participants
    /// Objectives and actions of plans that answer it.
    var answers: [Reference] = []
    /// The signs in which it shows, of whichever feature keeps them.
    var signals: [Reference] = []
}

/// Something that is done already so that it does not happen, or does less harm.
struct RiskControl: Equatable, Codable, Sendable {
    enum Strength: String, Codable, Sendable, CaseIterable { case strong, partial, weak }

    var what: Localized
    var who: Localized = .empty
    var strength: Strength?
}

/// Who named a risk, and where.
struct AuditSource: Equatable, Codable, Sendable {
    var text: Localized
    /// An address that begins with `https://` or `http://`; empty where it stands on paper.
    var link: Prose = ""
    var on: Day?
}

/// What belongs together, and how much of it the organisation is willing to carry.
struct RiskCategory: Equatable, Codable, Sendable {
    var title: Localized
    /// The appetite in words, tied to what it is for.
    var statement: Localized = .empty
    /// The highest residual score that is carried; `nil` where nobody has said it.
    var appetite: Int?
    var order: Int
}

/// What the register is, where it comes from, and for whom it is.
struct RegisterAccount: Equatable, Codable, Sendable {
    var introduction: Localized = .empty
    var source: Localized = .empty
    /// An address, or empty.
    var link: Prose = ""
    /// Who reads a new risk where nothing else is said, and what is said here.
    var readers = Risk.Readers.participants
}
