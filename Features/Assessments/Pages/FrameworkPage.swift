import HashTreeCollections
import Journal
import Organisation
import Pages

/// A framework: its scale, levels, categories and statements, what is quoted in its terms, and the rounds by it.
struct FrameworkPage {
    let visit: Visit
    let id: ID<Framework>
    let framework: Framework

    static let route = Route.page("assessments/frameworks/{framework}", .everyone) { visit in
        let (id, framework) = try visit.framework()
        return FrameworkPage(visit: visit, id: id, framework: framework).page
    }

    private var say: Say { visit.say }
    private var isFree: Bool { visit.may(.planners) && !visit.assessments.isAsked(id) }

    private var page: Page {
        Page(visit.plain(framework.title), place: AssessmentPath.front, trail: visit.assessmentTrail()) {
            if !framework.text.isEmpty { p(.class("lede")) { visit.text(framework.text) } }
            controls
            facts([
                (say("assessments.field.rule"), Markup(say("assessments.rule.\(framework.rule.rawValue)"))), (say("assessments.field.source"), visit.text(framework.source)),
                (say("assessments.field.scale"), Markup(say.list(framework.scale.enumerated().map { "\($0 + 1) \(visit.plain($1.label))" }))),
            ])
            quotes
            for level in framework.levels { sheet(visit.plain(level.title), id: level.id.text) { for category in framework.categories(in: level.id) { part(category) } } }
            rounds
            visit.aspects(of: Reference(Assessments.self, id))
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            visit.control(.planners, "\(AssessmentPath.newRound)?framework=\(id)", say("assessments.new-round"), quiet: framework.fault != nil)
            if isFree {
                visit.control(.planners, AssessmentPath.framework(id, "edit"), say("assessments.edit-framework"))
                visit.control(.planners, AssessmentPath.framework(id, "categories/new"), say("assessments.new-category"))
                visit.control(.planners, AssessmentPath.framework(id, "withdraw"), say("pages.withdraw"))
            }
            visit.control(.planners, "\(AssessmentPath.newFramework)?from=\(id)", say("assessments.copy"))
            visit.control(.planners, AssessmentPath.framework(id, "quotes/new"), say("assessments.new-quote"))
            if LeversPart.speaks(of: id, visit) { visit.practicesLink }
        }
    }

    @MarkupBuilder private func part(_ category: Category) -> Markup {
        h3(.id(category.id.text)) { visit.text(category.title) }
        if !category.text.isEmpty { p { visit.text(category.text) } }
        if category.isOptional { p(.class("help")) { say("assessments.is-optional") } }
        ol { for statement in category.statements { li { visit.text(statement.text) } } }
        if isFree {
            div(.class("actions")) {
                visit.control(.planners, AssessmentPath.framework(id, "categories/\(category.id)/edit"), say("assessments.edit-it", ["title": visit.plain(category.title)]))
                visit.control(.planners, AssessmentPath.framework(id, "categories/\(category.id)/remove"), say("assessments.remove", ["title": visit.plain(category.title)]))
            }
        }
    }

    /// As a table: to what it speaks, what is said, and where.
    @MarkupBuilder private var quotes: Markup {
        let quotes = visit.assessments.quotes(of: id)
        if !quotes.isEmpty {
            sheet(say("assessments.quotes"), id: "quotes") {
                p(.class("help")) { say("assessments.quotes-text") }
                scrollingTable(say("assessments.quotes-caption"), id: "quoted") {
                    headings([(say("assessments.field.category"), false), (say("assessments.field.quote"), false)])
                    tbody { for item in quotes { row(item.id, item.quote) } }
                }
            }
        }
    }

    private func row(_ id: ID<Quote>, _ quote: Quote) -> Markup {
        tr {
            th(.scope("row")) { quote.category.flatMap { framework.category($0) }.map { visit.text($0.title) } ?? Markup(say("assessments.the-whole")) }
            // The source below what is quoted: beside it, on a telephone, neither could be read.
            td {
                visit.text(quote.text)
                " "
                small {
                    "— "
                    if let address = quote.link.text, address.hasPrefix("https://") { link(address) { visit.text(quote.source) } } else { visit.text(quote.source) }
                }
                if visit.may(.planners) {
                    " "
                    small { link(visit.path("assessments/quotes/\(id)/remove")) { say("assessments.remove-it") } }
                }
            }
        }
    }

    @MarkupBuilder private var rounds: Markup {
        let rounds = visit.assessments.roundsInOrder.filter { $0.round.framework == id && visit.sees($0.id) }
        if !rounds.isEmpty {
            sheet(say("assessments.rounds"), id: "rounds") {
                ul {
                    for item in rounds {
                        li {
                            link(visit.path(AssessmentPath.round(item.id))) { visit.text(item.round.title) }
                            " "
                            small { visit.standing(of: item.id, item.round) }
                        }
                    }
                }
            }
        }
    }
}
