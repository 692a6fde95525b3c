import Journal
import Organisation

/// A way to see an organisation. After Bolman and Deal, of whose four frames the three first are always asked about.
enum OrganisationView: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
    case structural, arenas, cultural, people

    /// How many questions its diagnosis asks.
    var questions: Int {
        switch self {
        case .structural, .cultural: 3
        case .arenas: 4
        case .people: 2
        }
    }

    static func all(withPeople: Bool) -> [OrganisationView] { withPeople ? allCases : [.structural, .arenas, .cultural] }
}

/// What a source says of a view and of the leadership that it needs.
struct QuotedView: Equatable, Codable, Sendable {
    var concept: Localized
    var leadership: Localized
    var source: Localized
}

/// What was found to one question of a view.
struct DiagnosisAnswer: Equatable, Codable, Sendable {
    /// From 1.
    var question: Int
    var answer: Localized
    /// What shows it.
    var evidence: Localized = .empty
}

/// How far the situation calls for each view: two statements for each, 0 (not at all) to 4 (wholly), with the reason.
struct Framing: Equatable, Codable, Sendable {
    static let range = 0...4
    /// How many statements speak for a view.
    static let each = 2

    struct Score: Equatable, Codable, Sendable {
        var view: OrganisationView
        var statement: Int
        var score: Int
    }

    var scores: [Score]
    var because: Localized = .empty

    func score(_ view: OrganisationView, _ statement: Int) -> Int? { scores.first { $0.view == view && $0.statement == statement }?.score }

    /// 0 to 8; nil where a statement was left out.
    func sum(_ view: OrganisationView) -> Int? {
        let given = (1...Framing.each).compactMap { score(view, $0) }
        return given.count == Framing.each ? given.reduce(0, +) : nil
    }

    /// From which score on a statement is said to hold.
    static let highFrom = 3

    /// The statements of a view that were said to hold.
    func high(_ view: OrganisationView) -> [Int] { (1...Framing.each).filter { score(view, $0) ?? 0 >= Framing.highFrom } }

    /// The middle of all sums: below it a view fits badly, also where all others fit worse.
    static let middle = each * range.upperBound / 2

    /// Whether every statement of these views was scored.
    func isWhole(of views: [OrganisationView]) -> Bool { views.allSatisfy { sum($0) != nil } }

    /// The views that fit best: several where they fit alike, none where something is not scored or none reaches the middle.
    func best(of views: [OrganisationView]) -> [OrganisationView] {
        guard isWhole(of: views), let most = views.compactMap(sum).max(), most >= Framing.middle else { return [] }
        return views.filter { sum($0) == most }
    }
}
