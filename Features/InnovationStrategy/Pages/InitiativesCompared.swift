import HashTreeCollections
import Journal
import Organisation
import Pages

/// The initiatives of two versions: which are new, which are gone, and of the others what changed. Those of which the origin is the same are the same.
struct InitiativesCompared {
    let visit: Visit
    let old: StrategyFigures
    let new: StrategyFigures

    private typealias Listed = StrategyFigures.Listed
    private var say: Say { visit.say }

    var sheet: Markup {
        let before = byOrigin(old), after = byOrigin(new)
        let added = new.initiatives.filter { before[origin($0)] == nil }, gone = old.initiatives.filter { after[origin($0)] == nil }
        let origins = Dictionary((old.initiatives + new.initiatives).map { ($0.id, origin($0)) }) { first, _ in first }
        let changed = new.initiatives.compactMap { listed in before[origin(listed)].map { (listed, changes(from: $0, to: listed.initiative, origins)) } }.filter { !$0.1.isEmpty }
        return Pages.sheet(say("innovationstrategy.initiatives"), id: "initiatives") {
            if added.isEmpty, gone.isEmpty, changed.isEmpty { p { say("innovationstrategy.no-change") } }
            facts([
                (say("innovationstrategy.added"), list(added.map { ($0, []) })), (say("innovationstrategy.gone"), list(gone.map { ($0, []) })), (say("innovationstrategy.changed"), list(changed)),
            ])
        }
    }

    private func list(_ all: [(Listed, changes: [String])]) -> Markup {
        all.isEmpty
            ? Markup()
            : ul {
                for (listed, changes) in all {
                    li {
                        visit.link(to: listed.id, listed.initiative)
                        if !changes.isEmpty { "\(visit.language.colon) \(say.list(changes))" }
                    }
                }
            }
    }

    private func origin(_ listed: Listed) -> ID<Initiative> { listed.initiative.origin ?? listed.id }

    private func byOrigin(_ figures: StrategyFigures) -> [ID<Initiative>: Initiative] {
        Dictionary(figures.initiatives.map { (origin($0), $0.initiative) }) { first, _ in first }
    }

    /// By the names of the fields; its version, its place among others and where it was copied from are not of it.
    private func changes(from old: Initiative, to new: Initiative, _ origins: [ID<Initiative>: ID<Initiative>]) -> [String] {
        func enabling(_ initiative: Initiative) -> Set<ID<Initiative>> { Set(initiative.enablers.map { origins[$0] ?? $0 }) }
        func explore(_ initiative: Initiative) -> [AnyHashable?] { [initiative.explore, initiative.exploreInstead, initiative.exploreBecause] }
        let fields: [(String, Bool)] = [
            ("field.initiative", old.title == new.title), ("field.initiative-text", old.text == new.text), ("field.thing", old.thing == new.thing), ("field.amount", old.amount == new.amount),
            ("field.type", old.type == new.type), ("field.enablers", enabling(old) == enabling(new)), ("fold.explore", explore(old) == explore(new)),
            ("landscape", old.needsNewCompetences == new.needsNewCompetences && old.needsNewModel == new.needsNewModel), ("map", old.positions == new.positions),
        ]
        return fields.filter { !$0.1 }.map { say("innovationstrategy.\($0.0)") }
    }
}
