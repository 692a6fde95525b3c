import HashTreeCollections
import Journal

/// What one question was answered with. Its shape is in every journal.
enum Response: Equatable, Codable, Sendable {
    case notApplicable
    /// Numbers of options, ascending; and what was written in besides.
    case chosen([Int], other: Prose?)
    /// A step of a scale.
    case step(Int)
    /// Numbers of options, the best first; those that are left out are ranked below.
    case ranked([Int])
    /// To each option, in their order.
    case points([Double])
    case number(Double)
    case range(low: Double, likely: Double, high: Double)
    case day(Day)
    /// For each row the number of a column, 0 for “not applicable”, `nil` where it was passed over.
    case matrix([Int?])
    case text(Prose)
    case link(Prose)

    /// By which conditions go.
    var numbers: [Double] {
        switch self {
        case .chosen(let options, _), .ranked(let options): options.map(Double.init)
        case .step(let step): [Double(step)]
        case .number(let number): [number]
        case .notApplicable, .points, .range, .day, .matrix, .text, .link: []
        }
    }
}

/// What a question was answered with, or that its answer was emptied.
struct Given: Equatable, Codable, Sendable {
    var question: ID<Question>
    var response: Response?
}

extension [Given] {
    var byQuestion: TreeDictionary<ID<Question>, Response> { reduce(into: [:]) { $0[$1.question] = $1.response } }
}
