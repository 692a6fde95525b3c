import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the organisation is willing to carry: category by category, with how much it carries now; and from when on a risk is amber and red.
enum CategoriesPage {
    static let route = Route.page(RiskPath.categories, .participants) { visit in
        let say = visit.say, open = visit.standings.filter { !$0.isClosed }
        return Page(say("risks.categories"), place: RiskPath.risks, trail: visit.riskTrail()) {
            p(.class("lede")) { say("risks.categories-lede") }
            div(.class("actions")) {
                visit.control(.planners, RiskPath.newCategory, say("risks.new-category"), quiet: false)
                visit.control(.planners, RiskPath.thresholds, say("risks.thresholds"))
            }
            p { visit.rule }
            if visit.risks.categories.isEmpty { p { say("risks.no-categories") } }
            for (id, category) in visit.risks.categoriesInOrder { one(visit, id, category, open.filter { $0.risk.category == id }) }
        }
    }

    private static func one(_ visit: Visit, _ id: ID<RiskCategory>, _ category: RiskCategory, _ open: [RiskStanding]) -> Markup {
        let say = visit.say, beyond = open.count(where: \.exceedsAppetite)
        return section(.class("sheet")) {
            h2 { visit.text(category.title) }
            p { category.appetite.map { say("risks.appetite-of", ["n": say.number($0)]) } ?? say("risks.no-appetite") }
            if !category.statement.isEmpty { p(.class("prose")) { visit.text(category.statement) } }
            p {
                link(visit.path(RiskPath.risks, ["category": id.text]) + "#list") { say("risks.found", count: open.count) }
                if beyond > 0 { " · \(say("risks.beyond", count: beyond))" }
            }
            if visit.may(.planners) {
                div(.class("actions")) {
                    visit.control(.planners, RiskPath.category(id, "edit"), say("risks.edit-category"))
                    visit.control(.planners, RiskPath.category(id, "remove"), say("risks.remove-it"))
                }
            }
        }
    }
}
