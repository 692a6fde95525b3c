import HashTreeCollections
import Journal
import Organisation
import Pages

/// The risks that somebody asks for, as a list that can be narrowed.
struct RiskList {
    let visit: Visit
    let filter: RiskFilter
    let all: [RiskStanding]

    private var say: Say { visit.say }

    var sheet: Markup {
        let chosen = filter.chosen(all), paging = Paging(count: chosen.count, asked: visit.query["page"])
        return Pages.sheet(say("risks.list"), id: "list") {
            chips(
                say("risks.lists"),
                RiskFilter.List.offered(to: visit.viewer).map { list in
                    (say("risks.list.\(list.rawValue)"), visit.path(RiskPath.risks, asking(list)) + "#list", list == filter.list)
                })
            form
            if let place = filter.place {
                p {
                    say("risks.at-place.\(filter.sight.rawValue)", ["likelihood": say("risks.likelihood.\(place.likelihood)"), "impact": say("risks.impact.\(place.impact)")]); " "
                    link(visit.path(RiskPath.risks) + "#list") { say("risks.everywhere") }
                }
            }
            if chosen.isEmpty {
                p { say("risks.no-such") }
            } else {
                p { say("risks.found", count: chosen.count) }
                table(paging.part(of: chosen))
                paging.markup(visit, path: RiskPath.risks, query: filter.query)
            }
        }
    }

    private func asking(_ list: RiskFilter.List) -> [String: String] { filter.query.merging(["list": list.rawValue]) { _, new in new }.filter { $0.key != "list" || $0.value != "all" } }

    private var form: Markup {
        func all<Kind: RawRepresentable & CaseIterable>(_ key: String, _ kind: Kind.Type) -> [Choice] where Kind.RawValue == String {
            Kind.allCases.map { Choice($0.rawValue, say("\(key).\($0.rawValue)")) }
        }
        let any = [Choice("", say("risks.any"))], owners = Set(self.all.compactMap(\.risk.owner))
        // Of the risks that this reader may see: the names of the others are not theirs to know.
        let own = Set(self.all.compactMap(\.risk.category)), kinds = visit.risks.categoriesInOrder.filter { own.contains($0.id) }.map { visit.choice($0.id.text, $0.category.title) }
        let units = say.sorted(owners.map { visit.choice($0.text, visit.register.name(of: $0)) }, by: \.label)
        return details(.flag("open", filter.isNarrow && filter.place == nil)) {
            summary { say("risks.narrow") }
            visit.asking(RiskPath.risks, hidden: [("list", filter.list == .all ? "" : filter.list.rawValue), ("by", filter.sight == .residual ? "" : filter.sight.rawValue)]) {
                div(.class("grid")) {
                    visit.asked("category", say("risks.field.category"), any + kinds, chosen: filter.category?.text ?? "")
                    visit.asked("level", say("risks.level"), any + all("risks.level", RiskFilter.Level.self), chosen: filter.level?.rawValue ?? "")
                    visit.asked("owner", say("risks.field.owner"), any + units, chosen: filter.owner?.text ?? "")
                    visit.asked("status", say("risks.status"), all("risks.status", RiskFilter.Status.self), chosen: filter.status.rawValue)
                }
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("pages.show") } }
            }
        }
    }

    private func table(_ items: ArraySlice<RiskStanding>) -> Markup {
        scrollingTable(say("risks.list-caption"), id: "risks") {
            headings([
                (say("risks.risk"), false), (say("risks.sight.residual"), false), (say("risks.sight.inherent"), true), (say("risks.field.owner"), false), (say("risks.answer-heading"), false),
                (say("risks.field.review"), false),
            ])
            tbody {
                for item in items {
                    tr {
                        th(.scope("row")) {
                            visit.link(to: item.id, item.risk)
                            div { small { item.risk.category.flatMap { visit.risks.categories[$0] }.map { visit.text($0.title) } ?? Markup() } }
                        }
                        td { visit.mark(item.level, score: item.score) }
                        td(.class("n")) { item.rating.map { say.number($0.rating.inherent.score) } ?? "–" }
                        td { item.risk.owner.map { visit.text(visit.register.name(of: $0)) } ?? Markup("–") }
                        td { item.isClosed ? say("risks.status.closed") : visit.answer(to: item) }
                        td { item.isClosed ? "–" : item.risk.reviewOn.map { item.isDue ? say("risks.review-due", ["day": say.shortDay($0)]) : say.shortDay($0) } ?? "–" }
                    }
                }
            }
        }
    }
}
