import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Category by category what groups, units and regions make of it, as far as no difference tells of too few; of each whole profile its culture.
struct PartsPart {
    let visit: Visit
    let figures: RoundFigures

    private var say: Say { visit.say }
    private var parts: [RoundFigures.Part] { Array(figures.parts.dropFirst()) }

    @MarkupBuilder var sheet: Markup {
        // One group without units or regions says what all say.
        if !figures.isOpen, !figures.whole.scores.isEmpty, !parts.isEmpty || figures.round.groups.count > 1 || !figures.round.units.isEmpty {
            Pages.sheet(say("assessments.parts"), id: "parts") {
                if parts.isEmpty { p { say("assessments.no-parts", count: figures.least) } } else { table }
                cultures
            }
        }
    }

    private func name(_ part: RoundFigures.Part) -> String {
        let own = visit.plain(part.name)
        guard let inside = part.inside, inside > 0 else { return own }
        return "\(visit.plain(figures.parts[inside].name)) · \(own)"
    }

    private var table: Markup {
        let points = Double(max(2, figures.framework.scale.count))
        let rows = figures.categories.map { category in
            HeatTable.Row(
                HeatTable.Heading(visit.plain(category.title)),
                cells: parts.map { part in
                    guard let score = part.scores[category.id] else { return HeatTable.Cell(say("assessments.too-few"), level: nil) }
                    return HeatTable.Cell(
                        say("assessments.part-cell", ["mean": say.tenths(score.mean), "spread": score.spread.map { say.tenths($0) } ?? "–", "n": say.number(score.count)]),
                        level: (score.mean - 1) / (points - 1))
                })
        }
        return heatTable(
            HeatTable(
                corner: say("assessments.field.category"), columns: parts.map { HeatTable.Heading(name($0)) }, rows: rows, lowLabel: visit.plain(figures.framework.scale.first?.label ?? .empty),
                highLabel: visit.plain(figures.framework.scale.last?.label ?? .empty), noDataLabel: say("assessments.too-few")),
            in: ChartFrame(id: "by-part", finding: finding, tableLabel: say("assessments.parts-caption"), isRightToLeft: visit.language.isRightToLeft))
    }

    /// Where groups lie furthest apart.
    private var finding: String {
        let groups = figures.parts.filter { $0.kind == .group || ($0.kind == .unit && !figures.parts.contains { $0.kind == .group }) }
        let apart = figures.categories.compactMap { category -> (category: Category, low: (String, Double), high: (String, Double))? in
            let means = groups.compactMap { part in part.scores[category.id].map { (visit.plain(part.name), $0.mean) } }
            guard means.count > 1, let low = means.min(by: { $0.1 < $1.1 }), let high = means.max(by: { $0.1 < $1.1 }) else { return nil }
            return (category, low, high)
        }
        guard let most = apart.max(by: { $0.high.1 - $0.low.1 < $1.high.1 - $1.low.1 }) else { return say("assessments.parts-caption") }
        return say(
            "assessments.apart",
            ["title": visit.plain(most.category.title), "high": most.high.0, "highest": say.tenths(most.high.1), "low": most.low.0, "lowest": say.tenths(most.low.1)])
    }

    /// Different units may rightly differ, so each has its own.
    @MarkupBuilder private var cultures: Markup {
        let headline = Headline(visit: visit, figures: figures), units = parts.filter { $0.kind == .unit }
        let said = units.compactMap { part in headline.culture(of: part).map { (name(part), $0) } }
        if figures.framework.rule == .culture, !said.isEmpty { facts(said.map { ($0.0, Markup($0.1)) }) }
    }
}

/// What oneself answered beside what all did, and one's region.
struct OwnView {
    let visit: Visit
    let figures: RoundFigures

    private var say: Say { visit.say }

    @MarkupBuilder var sheet: Markup {
        if let account = visit.viewer.account, let given = visit.assessments.answers[figures.id]?[.person(account)], !given.scores.isEmpty, !figures.whole.scores.isEmpty {
            let region = region(of: given.seat?.member)
            Pages.sheet(say("assessments.own-view"), id: "own-view") {
                scrollingTable(say("assessments.own-view-caption"), id: "own-table") {
                    headings(
                        [(say("assessments.field.category"), false), (say("assessments.yours"), true)] + (region.map { [(visit.plain($0.name), true)] } ?? []) + [(say("assessments.all"), true)])
                    tbody {
                        for category in figures.categories {
                            tr {
                                th(.scope("row")) { visit.text(category.title) }
                                td(.class("n")) { mean(given.scores[category.id]).map { say.tenths($0) } ?? "–" }
                                if let region { td(.class("n")) { region.scores[category.id].map { say.tenths($0.mean) } ?? say("assessments.too-few") } }
                                td(.class("n")) { figures.whole.scores[category.id].map { say.tenths($0.mean) } ?? say("assessments.too-few") }
                            }
                        }
                    }
                }
                p(.class("help")) { say("assessments.own-view-note") }
            }
        }
    }

    private func region(of member: ID<Member>?) -> RoundFigures.Part? {
        guard let member, let own = visit.assessments.frames[figures.id]?.regions.first(where: { $0.members.contains(member) }) else { return nil }
        return figures.parts.first { $0.kind == .region && $0.id == own.id.text }
    }

    private func mean(_ scores: [Score]?) -> Double? {
        let values = (scores ?? []).compactMap(\.value)
        return values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
    }
}
