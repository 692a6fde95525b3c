import Foundation
import HashTreeCollections
import Journal
import Organisation

/// The progress papers: drafts with what planners added to the composed text, and finalised ones with all that they say.
struct Papers: Chapter {
    static let name = "papers"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        case paperDescribed(id: ID<Paper>, Paper)
        /// Carries the whole text: from then on it reads the same, whatever becomes of the figures.
        case paperFinalised(id: ID<Paper>, FinalPaper)
        case paperWithdrawn(id: ID<Paper>, because: Prose)
    }

    private(set) var drafts: TreeDictionary<ID<Paper>, Paper> = [:]
    private(set) var finals: TreeDictionary<ID<Paper>, FinalPaper> = [:]
    /// In the order in which they were first described.
    private(set) var order: [ID<Paper>] = []

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .paperDescribed(let id, let paper):
            if finals[id] != nil { return }
            drafts[id] = paper
            if !order.contains(id) { order.append(id) }
        case .paperFinalised(let id, let final):
            if finals[id] != nil { return }
            finals[id] = final
            drafts[id] = nil
            if !order.contains(id) { order.append(id) }
        case .paperWithdrawn(let id, _):
            drafts[id] = nil
        }
    }

    func draft(_ id: ID<Paper>) -> Paper? { drafts[id] }

    func final(_ id: ID<Paper>) -> FinalPaper? { finals[id] }

    var newestDraft: ID<Paper>? { order.last { drafts[$0] != nil } }

    /// The newest first.
    var finalsInOrder: [(id: ID<Paper>, final: FinalPaper)] {
        order.reversed().compactMap { id in finals[id].map { (id, $0) } }
    }
}

/// A draft: its title block, and what planners wrote into its sections.
struct Paper: Equatable, Codable, Sendable {
    var title: Localized
    /// The date on the paper; the day on which it is read where there is none.
    var date: Day?
    /// Only those that somebody changed.
    var edits: [SectionEdit]

    func edit(of name: SectionName) -> SectionEdit? { edits.first { $0.name == name.text } }

    /// The same for the same title block and sections: what a planner saw is held against what becomes final.
    var fingerprint: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return Record.hash(try encoder.encode(self)).description
        }
    }

    func with(_ edit: SectionEdit?, for name: SectionName) -> Paper {
        var copy = self
        copy.edits.removeAll { $0.name == name.text }
        if let edit { copy.edits.append(edit) }
        copy.edits.sort { $0.name < $1.name }
        return copy
    }
}

/// What a planner did with one section.
struct SectionEdit: Equatable, Codable, Sendable {
    enum Placing: String, Codable, Sendable, CaseIterable { case before, after, instead, leftOut }

    var name: String
    var placing: Placing
    var text: Localized
}

/// A finalised paper, word for word in every language of the interface.
struct FinalPaper: Equatable, Codable, Sendable {
    struct Section: Equatable, Codable, Sendable {
        var name: String
        var title: Localized
        /// One number each, the same in every language.
        var paragraphs: [Localized]
    }

    var title: Localized
    var date: Day
    /// Whose figures it shows: the day, and the position in the journal after which they stood so.
    var asOf: Day
    var position: Int
    var plan: Localized
    /// Whether anyone may read it: papers on a draft plan are for those who take part.
    var isPublic: Bool
    var sections: [Section]
    var annex: [AnnexRow]

    var audience: Audience { isPublic ? .everyone : .participants }
}

/// One indicator in the annex.
struct AnnexRow: Equatable, Codable, Sendable {
    var title: Localized
    var unit: Localized
    var baseline: Baseline?
    var target: Target?
    /// As `Progress.Status` names it; `nil` where it is not measured.
    var status: String?
    var isStale: Bool
    var score: Double?
}

/// A section of the paper, as it is named in events and addresses.
enum SectionName: Hashable {
    case standing, priorities, actions, members, missing, method
    case objective(ID<Objective>)

    var text: String {
        switch self {
        case .standing: "standing"
        case .priorities: "priorities"
        case .actions: "actions"
        case .members: "members"
        case .missing: "missing"
        case .method: "method"
        case .objective(let id): "objective-\(id)"
        }
    }

    init?(_ text: String) {
        switch text {
        case "standing": self = .standing
        case "priorities": self = .priorities
        case "actions": self = .actions
        case "members": self = .members
        case "missing": self = .missing
        case "method": self = .method
        default:
            guard text.hasPrefix("objective-"), let id = ID<Objective>(text.dropFirst("objective-".count)) else { return nil }
            self = .objective(id)
        }
    }
}
