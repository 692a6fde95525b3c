import Journal
import Organisation
import Pages

/// What was asked for and what was found, twenty to the page.
struct SearchPage {
    let visit: Visit
    let text: String
    let query: SearchQuery
    let findings: Findings
    /// A kind among those found; `nil` for all.
    let kind: String?

    static let size = 20

    init(_ visit: Visit, _ indexes: SearchIndexes) {
        self.visit = visit
        text = String((visit.query["q"] ?? "").prefix(200))
        query = SearchQuery(text)
        kind = visit.query["kind"].flatMap { $0.isEmpty ? nil : $0 }
        let index = indexes.index(of: visit.organisation, in: visit.house)
        findings = Findings(query, in: index, kind: kind, language: visit.language, isFor: visit.reach.holds)
    }

    private var say: Say { visit.say }

    var page: Page {
        Page(say("search.title"), place: nil, trail: [(say("pages.home"), "")]) {
            if query.isEmpty {
                teaching
            } else if findings.kinds.isEmpty {
                nothing
            } else {
                p(.class("lede"), .role("status")) { say("search.found", count: findings.count, ["query": text]) }
                if !visit.isNow { p(.class("note")) { say("search.of-the-past", ["day": say.day(visit.times.day)]) } }
                kinds
                results
            }
        }
    }

    /// What can be found and how, for whoever comes without a question.
    private var teaching: Markup {
        group {
            p(.class("lede")) { say("search.lede") }
            ul {
                for key in ["search.teach.words", "search.teach.phrase", "search.teach.code", "search.teach.languages", "search.teach.past"] { li { say(key) } }
            }
        }
    }

    private var nothing: Markup {
        group {
            p(.class("lede"), .role("status")) { say("search.nothing", ["query": text]) }
            p { say(visit.isNow ? "search.nothing-where" : "search.nothing-where-then", ["day": say.day(visit.times.day)]) }
            ul {
                if query.terms.count > 1 { li { say("search.widen.fewer") } }
                if query.terms.contains(where: \.isQuoted) { li { say("search.widen.quotes") } }
                li { say("search.widen.shorter") }
                if !visit.isNow { li { link("/\(visit.organisation.id)/\(Search.place)?q=\(percentEncoded(text))") { say("search.widen.today") } } }
                if !visit.viewer.isSignedIn { li { say("search.widen.sign-in") } }
            }
        }
    }

    /// How many there are of each kind, to choose one.
    @MarkupBuilder private var kinds: Markup {
        if findings.kinds.count > 1 || kind != nil {
            nav(.label(say("search.kinds"))) {
                ul(.class("chips")) {
                    li { choice(nil, say("search.every-kind"), findings.kinds.reduce(0) { $0 + $1.count }) }
                    for (kind, count) in findings.kinds { li { choice(kind, say(kind), count) } }
                }
            }
        }
    }

    private func choice(_ kind: String?, _ title: String, _ count: Int) -> Markup {
        let path = visit.path(Search.place, asked(kind: kind)), words = "\(title) (\(say.number(count)))"
        return kind == self.kind ? link(path, .current("true")) { words } : link(path) { words }
    }

    private func asked(kind: String?) -> [String: String] { ["q": text].merging(kind.map { ["kind": $0] } ?? [:]) { _, new in new } }

    @MarkupBuilder private var results: Markup {
        let paging = Paging(count: findings.found.count, asked: visit.query["page"], size: SearchPage.size)
        ol(.class("found"), Attribute("start", "\((paging.page - 1) * SearchPage.size + 1)")) {
            for found in paging.part(of: findings.found) { li { ResultLine(visit, query, found.document).markup } }
        }
        if findings.count > findings.found.count, paging.page == paging.pages {
            p(.class("note")) { say("search.too-many", ["n": say.number(Findings.most)]) }
        }
        paging.markup(visit, path: Search.place, query: asked(kind: kind))
    }
}
