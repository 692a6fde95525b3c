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
            let parts = parts
            Pages.sheet(say("assessments.units.beside"), id: "laid-down") {
                if parts.isEmpty {
                    p { say("assessments.units.beside.none") }
                } else {
                    for sentence in parts.flatMap({ sentences($0.unit, $0.part) }) { p { sentence } }
                    table(parts)
                    p(.class("help")) { say("assessments.units.beside.how") }
                }
                div(.class("actions")) { visit.practicesLink }
            }
        }
    }

    private func name(_ part: RoundFigures.Part) -> String {
        guard let inside = part.inside, inside > 0 else { return visit.plain(part.name) }
        return "\(visit.plain(figures.parts[inside].name)) · \(visit.plain(part.name))"
    }

    /// Where people of a unit agree with less than half of what they were asked: whether anything is laid down of it.
    private func sentences(_ unit: ID<Unit>, _ part: RoundFigures.Part) -> [String] {
        levers.compactMap { lever, category in
            guard let score = part.scores[category.id], score.mean < figures.framework.middle - 1e-9 else { return nil }
            return say(
                isLaidDown(lever, unit) ? "assessments.units.beside.though" : "assessments.units.beside.and-not",
                ["unit": name(part), "title": visit.plain(category.title), "mean": say.tenths(score.mean)])
        }
    }

    private func isLaidDown(_ lever: Lever, _ unit: ID<Unit>) -> Bool {
        let practice = visit.practices.records[unit]?.practice
        switch lever {
        case .decides: return practice.map { !$0.decidesOn.isEmpty || !$0.asksOn.isEmpty || !$0.asks.isEmpty } ?? false
        case .accountable: return visit.register.units[unit]?.answersTo?.isThere(in: visit.register) ?? false
        case .flows: return practice?.flows.isEmpty == false || !informants(of: unit).isEmpty
        }
    }

    /// Who says that it informs this unit.
    private func informants(of unit: ID<Unit>) -> [ID<Unit>] {
        visit.unitsByName.map(\.id).filter { other in visit.practices.records[other]?.practice.flows.contains { $0.to == unit } == true }
    }

    private func table(_ parts: [(unit: ID<Unit>, part: RoundFigures.Part)]) -> Markup {
        scrollingTable(say("assessments.units.beside.caption"), id: "laid-down-table") {
            headings(
                [(say("assessments.units.column.unit"), false)]
                    + levers.flatMap { [(visit.plain($0.category.title), true), (say("assessments.units.beside.\($0.lever.rawValue)"), false)] })
            tbody {
                for (unit, part) in parts {
                    tr {
                        th(.scope("row")) { name(part) }
                        for (lever, category) in levers {
                            td(.class("n")) { part.scores[category.id].map { say.tenths($0.mean) } ?? say("assessments.too-few") }
                            td { laidDown(lever, unit) }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func laidDown(_ lever: Lever, _ unit: ID<Unit>) -> Markup {
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
            let informants = informants(of: unit)
            if !informants.isEmpty { p { say("assessments.units.beside.hears", ["units": say.list(informants.map { visit.plain(visit.register.name(of: $0)) })]) } }
        }
    }
}
