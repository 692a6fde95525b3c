import HashTreeCollections
import Journal
import Methods
import Organisation

/// How far the plan follows from the scan, and the scan leads to the plan: shares, and who is left over on both sides.
struct Linkage: Sendable {
    /// A share with what it is counted from; `nil` of nothing.
    struct Share: Equatable, Sendable {
        let count: Int
        let of: Int
        var share: Double? { of == 0 ? nil : Double(count) / Double(of) }
    }

    /// Of the signals that have priority, those with an objective.
    let answered: Share
    /// Of the objectives of the plan, those with a signal seen within the last 24 months.
    let caused: Share
    /// Signals that have priority and no objective.
    let orphanSignals: [ID<Signal>]
    /// Objectives without such a signal.
    let orphanObjectives: [ID<Objective>]
    /// From when a signal was first seen until somebody decided what to do about it, in days; `nil` where nothing was decided.
    let medianDays: Double?
    let decided: Int
    /// The last day of the plan, where it has ended: then its objectives are held against what was seen from two years before it began until that day.
    let ended: Day?

    /// For how long a signal speaks for an objective: 24 months. House default.
    static let years = 2

    init(_ scan: Scan, _ plan: Plan, on day: Day) {
        let alive = scan.alive, linked = Scan.objectives(scan)
        let priority = alive.filter { SignalScore($0.signal)?.hasPriority == true }
        orphanSignals = priority.map(\.id).filter { (linked[$0] ?? []).isEmpty }
        answered = Share(count: priority.count - orphanSignals.count, of: priority.count)
        let running = plan.plan(runningOn: day), described = running.flatMap { plan.plans[$0] }
        ended = described.flatMap { $0.until < day ? $0.until : nil }
        let since = (ended == nil ? day : described?.from ?? day).adding(years: -Linkage.years), until = ended ?? day
        let caused = Set(alive.filter { item in (item.signal.firstSeen ?? scan.beginnings[item.id]?.on).map { $0 >= since && $0 <= until } ?? false }.flatMap { linked[$0.id] ?? [] })
        let objectives =
            running.map { running in
                plan.objectives(of: running).filter { plan.perspectives[$0.objective.perspective]?.kind == .objectives && plan.children(of: $0.id).isEmpty }.map(\.id)
            } ?? []
        orphanObjectives = objectives.filter { !caused.contains($0) }
        self.caused = Share(count: objectives.count - orphanObjectives.count, of: objectives.count)
        let waits = scan.standing.compactMap { id, signal -> Double? in
            guard let decision = scan.standings[id]?.first(where: { $0.standing.status.isDecision })?.on, let seen = signal.firstSeen ?? scan.beginnings[id]?.on else { return nil }
            return Double(max(0, seen.days(until: decision)))
        }
        decided = waits.count
        medianDays = quantile(0.5, of: waits)
    }
}

extension SignalStanding.Status {
    /// Whether it says what is done, rather than that it is looked at.
    var isDecision: Bool { self == .escalated || self == .inPlan || self == .retired }
}

extension Scan {
    /// The objectives that each signal bears on: by its own effects, and through what the editions answer to its theme.
    /// - Parameter toEveryone: of the editions, only those that everybody may read.
    static func objectives(_ scan: Scan, toEveryone: Bool = false) -> [ID<Signal>: Set<ID<Objective>>] {
        var byTheme: [ID<Theme>: Set<ID<Objective>>] = [:]
        // What is only being written is not told.
        for (edition, accounts) in scan.accounts where toEveryone ? scan.audience(of: edition) == .everyone : scan.phase(of: edition) != .draft {
            for (theme, account) in accounts { byTheme[theme, default: []].formUnion(account.objectives) }
        }
        var found: [ID<Signal>: Set<ID<Objective>>] = [:]
        for (id, signal) in scan.standing {
            found[id] = Set(signal.effects.map(\.objective)).union(signal.theme.flatMap { byTheme[$0] } ?? [])
        }
        return found
    }
}
