import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Actors and what they want as a table: a line for each actor and issue; what is there already is known by its name.
///
/// Not a door of the house: what comes in through those is reported where others read it, and what goes out through them is not recorded as read.
enum ArenaColumn: String, CaseIterable {
    case actor, kind, votes, power, because, issue, position, salience
}

/// What a file would bring, line by line; nothing of it is taken while a line is wrong.
struct ArenaRows {
    struct Fault: Equatable, Sendable {
        var line: Int?
        var key: String
        var arguments: [String: String]
    }

    private(set) var faults: [Fault] = []
    private(set) var events: [Leadership.Event] = []
    private(set) var newActors = 0
    private(set) var newIssues = 0
    private(set) var changed = 0

    private let analysis: ID<LeadershipAnalysis>
    private let language: Language
    private let present: [ID<ArenaActor>: ArenaActor]
    private var actors: [NameKey: (id: ID<ArenaActor>, actor: ArenaActor)] = [:]
    private var issues: [NameKey: ID<ArenaIssue>] = [:]
    private var order: [NameKey] = []
    private var said: [NameKey: Set<ID<ArenaIssue>>] = [:]

    private static let limits = CSVLimits(bytes: 1 << 20, columns: 20, rows: ArenaActor.most * ArenaIssue.most, cellBytes: 16 << 10)

    init(_ bytes: [UInt8], into analysis: ID<LeadershipAnalysis>, _ organisation: Organisation, newID: () -> String) throws(Refusal) {
        let chapter = organisation[Leadership.self], language = organisation.firstLanguage
        self.analysis = analysis
        self.language = language
        let known = chapter.actors(of: analysis)
        present = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.actor) })
        for item in known { actors[NameKey(item.actor.name.plain(in: language))] = item }
        for item in chapter.issues(of: analysis) { issues[NameKey(item.issue.title.plain(in: language))] = item.id }
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: ArenaRows.limits) } catch { throw Refusal(error.key, error.arguments.mapValues(\.asTyped), field: "file") }
        for column in [ArenaColumn.actor, .issue] where !table.hasColumn(column.rawValue) { throw Refusal("pages.import.no-column", ["column": column.rawValue], field: "file") }
        for problem in table.problems { faults.append(Fault(line: problem.line, key: "leadership.import.misfit", arguments: [:])) }
        for row in table.rows {
            do throws(Refusal) { try take(row, newID) } catch { faults.append(Fault(line: row.line, key: error.key, arguments: error.arguments)) }
        }
        for key in order {
            guard let item = actors[key], item.actor != present[item.id] else { continue }
            if present[item.id] == nil { newActors += 1 } else { changed += 1 }
            events.append(.actorDescribed(id: item.id, item.actor))
        }
    }

    /// An empty cell leaves what is there; empty position and salience say nothing of the issue.
    private mutating func take(_ row: CSVTable.Row, _ newID: () -> String) throws(Refusal) {
        let name = try text(row, .actor, most: 200), title = try text(row, .issue, most: 200)
        guard !name.isEmpty else { throw .blank(ArenaColumn.actor.rawValue) }
        let key = NameKey(name)
        if actors[key] == nil, actors.count >= ArenaActor.most { throw Refusal("leadership.refusal.many-actors", ["most": "\(ArenaActor.most)"]) }
        var (id, actor) = actors[key] ?? (ID(newID()) ?? ID("actor"), ArenaActor(analysis: analysis, name: Localized(name, language)))
        let kind = try text(row, .kind, most: 20)
        if !kind.isEmpty {
            guard let known = ArenaActor.Kind(rawValue: kind.lowercased()) else { throw Refusal("leadership.import.kind", ["kinds": ArenaActor.Kind.allCases.map(\.rawValue).joined(separator: ", ")]) }
            actor.kind = known
        }
        actor.votes = try number(row, .votes, in: ArenaActor.votes) ?? actor.votes
        actor.power = try number(row, .power, in: 0...4) ?? actor.power
        let because = try text(row, .because, most: 2000)
        if !because.isEmpty, because != actor.because.plain(in: language) { actor.because = actor.because.isEmpty ? Localized(because, language) : actor.because.taking(because, in: language) }
        if !title.isEmpty {
            let position = try number(row, .position, in: -2...2), salience = try number(row, .salience, in: 0...4), issue = try issue(title, newID)
            if said[key, default: []].contains(issue) { throw Refusal("leadership.import.twice") }
            said[key, default: []].insert(issue)
            if position != nil || salience != nil {
                let before = actor.stance(on: issue)
                let stance = ArenaStance(issue: issue, position: position ?? before?.position, salience: salience ?? before?.salience ?? 0)
                if let place = actor.stances.firstIndex(where: { $0.issue == issue }) { actor.stances[place] = stance } else { actor.stances.append(stance) }
            }
        }
        if !order.contains(key) { order.append(key) }
        actors[key] = (id, actor)
    }

    private mutating func issue(_ title: String, _ newID: () -> String) throws(Refusal) -> ID<ArenaIssue> {
        if let known = issues[NameKey(title)] { return known }
        if issues.count >= ArenaIssue.most { throw Refusal("leadership.refusal.many-issues", ["most": "\(ArenaIssue.most)"]) }
        let id: ID<ArenaIssue> = ID(newID()) ?? ID("issue")
        issues[NameKey(title)] = id
        newIssues += 1
        events.append(.issueDescribed(id: id, ArenaIssue(analysis: analysis, title: Localized(title, language))))
        return id
    }

    private func text(_ row: CSVTable.Row, _ column: ArenaColumn, most: Int) throws(Refusal) -> String {
        let text = (row[column.rawValue] ?? "").asTyped
        if text.count > most { throw Refusal("leadership.import.long", ["column": column.rawValue, "most": "\(most)"]) }
        return text
    }

    private func number(_ row: CSVTable.Row, _ column: ArenaColumn, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        let text = try text(row, column, most: 20).replacing("\u{2212}", with: "-")
        if text.isEmpty { return nil }
        guard let value = Int(text.hasPrefix("+") ? String(text.dropFirst()) : text), range.contains(value) else {
            throw Refusal("leadership.import.number", ["column": column.rawValue, "low": "\(range.lowerBound)", "high": "\(range.upperBound)"])
        }
        return value
    }
}
