import HashTreeCollections
import Journal
import Organisation
import Pages

/// How the events of the scan read in the log. A single rating is told to those who gave it alone.
func tellScan(_ event: Scan.Event, _ organisation: Organisation) -> Told {
    let scan = organisation[Scan.self]
    func told(_ key: String, _ arguments: [String: Saying.Argument], about: [Reference], _ audience: Audience) -> Told {
        Told(Saying("scan.told.\(key)", arguments), about: about, audience: audience)
    }
    func edition(_ key: String, _ id: ID<ScanEdition>, _ more: [String: Saying.Argument] = [:], audience: Audience? = nil) -> Told {
        let title = (scan.editions[id] ?? scan.former[id])?.title ?? Localized(id.text)
        return told(key, more.merging(["title": .content(title)]) { own, _ in own }, about: [Reference(Scan.self, id)], audience ?? scan.audience(of: id))
    }
    func signal(_ key: String, _ id: ID<Signal>, _ more: [String: Saying.Argument] = [:], _ audience: Audience = .participants) -> Told {
        let title = scan.signals[id]?.title ?? Localized(id.text)
        return told(key, more.merging(["title": .content(title)]) { own, _ in own }, about: [Reference(Scan.self, id)], audience)
    }
    switch event {
    case .editionDescribed(let id, let described): return edition("edition", id, ["title": .content(described.title)])
    case .editionOpened(let id): return edition("opened", id)
    case .editionPublished(let id, let signals): return edition("published", id, ["n": .count(signals.count)])
    case .editionWithdrawn(let id, let because): return edition("withdrawn", id, ["because": .prose(because)], audience: .staff)
    case .aspectDescribed(_, let aspect): return told("aspect", ["title": .content(aspect.title)], about: [], .participants)
    case .aspectRemoved(let id): return told("aspect-removed", ["title": .text(id.text)], about: [], .participants)
    case .themeDescribed(_, let theme): return told("theme", ["title": .content(theme.title)], about: [], .participants)
    case .themeRemoved(let id): return told("theme-removed", ["title": .text(id.text)], about: [], .participants)
    case .themeWritten(let id, let theme, _): return edition("written", id, ["theme": .content(scan.themes[theme]?.title ?? Localized(theme.text))])
    case .signalDescribed(let id, let described): return signal("signal", id, ["title": .content(described.title)])
    case .signalsMerged(let from, let into, let because):
        let titles = from.map { scan.signals[$0]?.title.plain() ?? $0.text }.joined(separator: ", ")
        return told(
            "merged", ["from": .text(titles), "title": .content(scan.signals[into]?.title ?? Localized(into.text)), "because": .prose(because)],
            about: ([into] + from).map { Reference(Scan.self, $0) }, .participants)
    case .signalSeparated(let id, let because): return signal("separated", id, ["because": .prose(because)])
    case .signalPlaced(let id, let standing): return signal("placed", id, ["status": .word("scan.status.\(standing.status.rawValue)")])
    case .signalRated(let id, let member, _): return signal("rated", id, [:], member.map { .administration($0) } ?? .staff)
    case .ratingTakenBack(let id, let member): return signal("unrated", id, [:], member.map { .administration($0) } ?? .staff)
    }
}

/// A signal leads to the objectives that it bears on; what was merged leads on to what it went into. What has priority and leads nowhere is a gap.
func scanThread(_ organisation: Organisation) -> Thread {
    let scan = organisation[Scan.self], open = scan.publicSignals, linked = Scan.objectives(scan), told = Scan.objectives(scan, toEveryone: true)
    var thread = Thread()
    for (id, signal) in scan.signals.sorted(by: { $0.key < $1.key }) {
        let reference = Reference(Scan.self, id), audience: Audience = open.contains(id) ? .everyone : .participants
        let isOrphan = scan.merged[id] == nil && scan.status(of: id).isAlive && SignalScore(signal)?.hasPriority == true && (linked[id] ?? []).isEmpty
        thread.nodes.append(Node(reference, kind: "scan.signal", title: signal.title, path: ScanPath.signal(id), audience: audience, gaps: isOrphan ? ["scan.gap.orphan"] : []))
        if let into = scan.merged[id]?.into {
            thread.strands.append(Strand(from: reference, to: Reference(Scan.self, into), kind: "scan.strand.merged", audience: open.contains(into) ? audience : .participants))
        }
        for objective in (linked[id] ?? []).sorted() {
            thread.strands.append(
                Strand(from: reference, to: Reference(Plan.self, objective), kind: "scan.strand.bears-on", audience: told[id]?.contains(objective) == true ? audience : .participants))
        }
    }
    return thread
}

/// The signals that nobody has looked at, or that were to be looked at again by now: a list for planners.
func scanTasks(_ visit: Visit) -> [TaskItem] {
    let scan = visit.present[Scan.self], today = visit.times.today
    let due = scan.alive.filter { scan.isDue($0.id, on: today) }
    guard !due.isEmpty, Access.planners.admits(visit.viewer) else { return [] }
    let first = due.compactMap { scan.reviewOn($0.id) }.min()
    return [
        TaskItem(
            Saying("scan.task.review", ["n": .count(due.count)]), path: "\(ScanPath.signals)?list=review", due: first, audience: .planners, count: due.count)
    ]
}

/// What in the scan has priority and leads nowhere, held against the plan.
func scanFindings(_ organisation: Organisation) -> [Finding] {
    let scan = organisation[Scan.self], linked = Scan.objectives(scan)
    let orphans = scan.alive.filter { SignalScore($0.signal)?.hasPriority == true && (linked[$0.id] ?? []).isEmpty }
    guard !orphans.isEmpty else { return [] }
    return [
        Finding(
            .warns, Saying("scan.finding.orphans", ["n": .count(orphans.count)]), about: orphans.map { Reference(Scan.self, $0.id) }, rule: "scan.finding-rule.orphans",
            audience: .participants)
    ]
}

func scanSearch(_ organisation: Organisation) -> [SearchDocument] {
    let scan = organisation[Scan.self], open = scan.publicSignals
    let signals = scan.signals.sorted { $0.key < $1.key }.map { id, signal in
        SearchDocument(
            Reference(Scan.self, id), kind: "scan.signal", title: signal.title, path: ScanPath.signal(id),
            fields: [SearchDocument.Field("scan.field.signal-text", signal.text), SearchDocument.Field("scan.field.opportunity", signal.opportunity)],
            audience: open.contains(id) ? .everyone : .participants)
    }
    return signals
        + scan.editionsInOrder.map { id, edition in
            SearchDocument(
                Reference(Scan.self, id), kind: "scan.edition", title: edition.title, path: ScanPath.edition(id),
                fields: [SearchDocument.Field("scan.field.summary", edition.summary), SearchDocument.Field("scan.field.introduction", edition.introduction)],
                audience: scan.audience(of: id))
        }
}
