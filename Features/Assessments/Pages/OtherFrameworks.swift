import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the categories of this round say about the eight essentials, beside what was found there; both on 1 to 5.
struct OtherFrameworks {
    let visit: Visit
    let figures: RoundFigures

    private var say: Say { visit.say }

    var markup: Markup {
        get throws {
            let targets = Set(figures.categories.flatMap(\.speaksFor))
            guard !targets.isEmpty, !figures.isOpen else { return Markup() }
            let last = visit.assessments.roundsInOrder.first { item in
                item.id != figures.id && visit.assessments.closings[item.id] != nil && visit.sees(item.id) && visit.assessments.comesFrom(item.round.framework, "essentials")
                    && visit.assessments.categories(of: item.round).contains { targets.contains($0.id) }
            }
            guard let last else { return Markup() }
            let other = try visit.figures(last.id)
            return sheet(say("assessments.speaks-for"), id: "speaks-for") {
                p { say("assessments.speaks-for-text", ["title": visit.plain(last.round.title)]) }
                scrollingTable(say("assessments.speaks-for"), id: "spoken-for") {
                    headings([
                        (visit.plain(other.framework.title), false), (say("assessments.spoken-by"), false), (say("assessments.mean-here"), true), (say("assessments.mean-there"), true),
                        (say("assessments.hint"), false),
                    ])
                    tbody { for category in other.categories where targets.contains(category.id) { row(category, other) } }
                }
            }
        }
    }

    private func row(_ category: Category, _ other: RoundFigures) -> Markup {
        let speaking = figures.categories.filter { $0.speaksFor.contains(category.id) }, means = speaking.compactMap { figures.whole.scores[$0.id].map { figures.scaled($0.mean) } }
        let here = means.isEmpty ? nil : means.reduce(0, +) / Double(means.count), there = other.whole.scores[category.id].map { other.scaled($0.mean) }
        return tr {
            th(.scope("row")) { visit.text(category.title) }
            td { say.list(speaking.map { visit.plain($0.title) }) }
            td(.class("n")) { here.map { say.tenths($0) } ?? say("assessments.too-few") }
            td(.class("n")) { there.map { say.tenths($0) } ?? say("assessments.too-few") }
            td { hint(here, there) }
        }
    }

    /// House default: alike within half a point, a second look from one on.
    private func hint(_ here: Double?, _ there: Double?) -> String {
        guard let here, let there else { return "–" }
        let apart = abs(here - there)
        return say("assessments.hint.\(apart < 0.5 ? "alike" : apart < 1 ? "some" : "apart")")
    }
}
