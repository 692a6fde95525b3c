import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What people of a unit say of deciding, answering and knowing, beside what is laid down of that unit: of a round by the framework of people, structure and culture.
struct LeversPart {
    let visit: Visit
    let figures: RoundFigures

    private var say: Say { visit.say }

    /// The categories of the shipped framework that speak of what is laid down.
    private enum Lever: String, CaseIterable { case decides, accountable, flows }

    static func speaks(of id: ID<Framework>, _ visit: Visit) -> Bool { visit.assessments.comesFrom(id, "levers") }

    private var levers: [(lever: Lever, category: Category)] {
        Lever.allCases.compactMap { lever in figures.categories.first { $0.id.text == lever.rawValue }.map { (lever, $0) } }
    }

    /// Only what may be shown of a unit; nothing is counted here.
    private var parts: [(unit: ID<Unit>, part: RoundFigures.Part)] {
        figures.parts.compactMap { part in
            guard part.kind == .unit, let unit = ID<Unit>(part.id), levers.contains(where: { part.scores[$0.category.id] != nil }) else { return nil }
            return (unit, part)
        }
    }

    @MarkupBuilder var sheet: Markup {
        if LeversPart.speaks(of: figures.round.framework, visit), visit.viewer.belongs(to: .participants), !figures.isOpen, !levers.isEmpty {
            let parts = parts, informants = visit.unitFigures.informants
            Pages.sheet(say("assessments.units.beside"), id: "laid-down") {
                if parts.isEmpty {
                    p { say("assessments.units.beside.none") }
                } else {
                    for sentence in parts.flatMap({ sentences($0.unit, $0.part, informants) }) { p { sentence } }
                    table(parts, informants)
                    p(.class("help")) { say("assessments.units.beside.how") }
                }
                div(.class("actions")) { visit.practicesLink }
            }
        }
    }

    private typealias Informants = [ID<Unit>: [UnitFigures.Informant]]

    private func name(_ part: RoundFigures.Part) -> String {
        guard let inside = part.inside, inside > 0 else { return visit.plain(part.name) }
        return "\(visit.plain(figures.parts[inside].name)) · \(visit.plain(part.name))"
    }

    /// Where people of a unit agree with less than half of what they were asked, by the mean as it is shown: whether anything is laid down of it, and whether it was when they answered.
    private func sentences(_ unit: ID<Unit>, _ part: RoundFigures.Part, _ informants: Informants) -> [String] {
        levers.compactMap { lever, category in
            guard let mean = part.scores[category.id]?.told.mean, mean < figures.framework.middle - 1e-9, let standing = standing(lever, unit, informants) else { return nil }
            return say(
                "assessments.units.beside.\(standing.key)",
                standing.more.merging(["unit": name(part), "title": visit.plain(category.title), "mean": say.tenths(mean)]) { own, _ in own })
        }
    }

    /// To whom a unit answered when the round closed is not known here: nothing is said of when, and nothing of a unit that is no longer there.
    private func standing(_ lever: Lever, _ unit: ID<Unit>, _ informants: Informants) -> (key: String, more: [String: String])? {
        if lever == .accountable {
            guard let unit = visit.register.units[unit] else { return nil }
            guard let superior = unit.answersTo, superior.isThere(in: visit.register) else { return ("answers-to-nobody", [:]) }
            return ("answers-to", ["to": visit.name(superior)])
        }
        guard let since = since(lever, unit, informants) else { return ("and-not", [:]) }
        // What was laid down on the day of the closing may have come after it.
        return since < visit.assessments.closings[figures.id] ?? since ? ("though", [:]) : ("afterwards", ["day": say.day(since)])
    }

    private func since(_ lever: Lever, _ unit: ID<Unit>, _ informants: Informants) -> Day? {
        let record = visit.practices.records[unit]
        return lever == .decides ? record?.decidesSince : ((informants[unit] ?? []).map(\.since) + [record?.passesSince].compactMap { $0 }).min()
    }

    private func table(_ parts: [(unit: ID<Unit>, part: RoundFigures.Part)], _ informants: Informants) -> Markup {
        scrollingTable(say("assessments.units.beside.caption"), id: "laid-down-table") {
            headings(
                [(say("assessments.units.column.unit"), false)]
                    + levers.flatMap { [(visit.plain($0.category.title), true), (say("assessments.units.beside.\($0.lever.rawValue)"), false)] })
            tbody {
                for (unit, part) in parts {
                    tr {
                        th(.scope("row")) { name(part) }
                        for (lever, category) in levers {
                            td(.class("n")) { part.scores[category.id].map(figure) ?? say("assessments.too-few") }
                            td { laidDown(lever, unit, informants[unit] ?? []) }
                        }
                    }
                }
            }
        }
    }

    /// Mean, spread and how many answered, as among the parts.
    private func figure(_ score: CategoryScore) -> String {
        let told = score.told
        return say("assessments.part-cell", ["mean": say.tenths(told.mean), "spread": told.spread.map { say.tenths($0) } ?? "–", "n": say.number(score.count)])
    }

    @MarkupBuilder private func laidDown(_ lever: Lever, _ unit: ID<Unit>, _ informants: [UnitFigures.Informant]) -> Markup {
        let cells = PracticeCells(visit: visit, practice: visit.practices.records[unit]?.practice)
        switch lever {
        case .decides:
            cells.decides
            if let practice = cells.practice, !practice.asks.isEmpty || !practice.asksOn.isEmpty {
                p { say("assessments.units.column.asks") }
                cells.asks
            }
        case .accountable: visit.superiorLink(visit.register.units[unit]?.answersTo)
        case .flows:
            cells.passes
            cells.hears(informants.map(\.unit))
        }
    }
}
