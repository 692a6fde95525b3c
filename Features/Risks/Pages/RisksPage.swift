import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The front of the register: how much is carried, where it lies, what nobody answers, what is beyond the appetite, and the list.
struct RisksPage {
    let visit: Visit
    let filter: RiskFilter

    static let route = Route.page(RiskPath.risks, .everyone) { RisksPage(visit: $0, filter: RiskFilter($0)).page }

    /// The longest that a list above the list is.
    private static let most = 10

    private var say: Say { visit.say }

    private var page: Page {
        let all = visit.standings, open = all.filter { !$0.isClosed }
        return Page(say("risks.title"), place: RiskPath.risks) {
            p(.class("lede")) { all.isEmpty ? say("risks.lede") : RiskCounts(open).said(say) }
            // What is counted is what this reader sees: of the others nothing is said, and not that all were well with them.
            if !all.isEmpty, !visit.viewer.isStaff { p(.class("note")) { say("risks.only-yours") } }
            div(.class("actions")) {
                visit.control(.planners, RiskPath.new, say("risks.new"), quiet: false)
                if visit.viewer.belongs(to: .participants) { link(visit.path(RiskPath.categories), .class("button quiet")) { say("risks.categories") } }
                visit.control(.planners, RiskPath.about, say("risks.about"))
            }
            about
            if all.isEmpty {
                if !visit.viewer.belongs(to: .participants), !visit.risks.risks.isEmpty {
                    p { say("risks.for-those-who-take-part") }
                } else if said == nil {
                    emptyState(say("risks.none"), say("risks.none-text"))
                } else {
                    p { say("risks.nothing-more") }
                }
            } else {
                if !open.isEmpty { HeatMap(visit: visit, sight: filter.sight, open: open).sheet }
                list("risks.unanswered", "unanswered", open.filter(\.blocks))
                if visit.viewer.belongs(to: .participants) { list("risks.beyond-appetite", "appetite", open.filter(\.exceedsAppetite)) }
                RiskList(visit: visit, filter: filter, all: all).sheet
            }
        }
    }

    /// What is said of the register, for whom it is.
    private var said: RegisterAccount? {
        func isFor(_ account: RegisterAccount?) -> Bool { account.map { !$0.introduction.isEmpty && visit.viewer.belongs(to: $0.readers.audience) } ?? false }
        guard let account = visit.risks.account, isFor(account), visit.isNow || isFor(visit.present[Risks.self].account) else { return nil }
        return account
    }

    @MarkupBuilder private var about: Markup {
        if let account = said {
            p(.class("prose")) { visit.text(account.introduction) }
            if !account.source.isEmpty {
                p(.class("note")) {
                    "\(say("risks.field.register-source"))\(visit.language.colon) "
                    visit.source(account.source, account.link)
                }
            }
        }
    }

    @MarkupBuilder private func list(_ key: String, _ name: String, _ items: [RiskStanding]) -> Markup {
        if !items.isEmpty {
            sheet(say(key), id: name) {
                p(.class("help")) { say("\(key)-how") }
                ul {
                    for item in items.prefix(RisksPage.most) {
                        li {
                            visit.mark(item.level, score: item.score); " "; visit.link(to: item.id, item.risk); " "
                            small {
                                if name == "appetite", let appetite = item.appetite { say("risks.appetite-of", ["n": say.number(appetite)]) }
                                if name == "unanswered", item.acceptance != nil { visit.answer(to: item) }
                            }
                        }
                    }
                }
                if items.count > RisksPage.most { p { link(visit.path(RiskPath.risks, ["list": name]) + "#list") { say("risks.and-more", count: items.count - RisksPage.most) } } }
            }
        }
    }
}

/// How many risks are carried, and at which level.
struct RiskCounts {
    let open: Int, red: Int, amber: Int, green: Int, unrated: Int, blocking: Int

    init(_ standings: [RiskStanding]) {
        open = standings.count
        red = standings.count { $0.level == .red }
        amber = standings.count { $0.level == .amber }
        green = standings.count { $0.level == .green }
        unrated = standings.count { $0.level == nil }
        blocking = standings.count(where: \.blocks)
    }

    /// *Twelve are open: 4 red, 5 amber, 3 green. One red risk has no answer …*
    func said(_ say: Say) -> String {
        let levels = say("risks.said.open", count: open, ["red": say.number(red), "amber": say.number(amber), "green": say.number(green), "unrated": say.number(unrated)])
        return blocking == 0 ? "\(levels) \(say(red == 0 ? "risks.said.no-red" : "risks.said.all-answered"))" : "\(levels) \(say("risks.said.blocking", count: blocking))"
    }
}

extension Visit {
    /// A source, leading to where it can be read.
    func source(_ source: Localized, _ address: Prose) -> Markup {
        guard let address = address.text, address.isWebAddress else { return text(source) }
        return Pages.link(address, .init("rel", "noopener")) { text(source) }
    }
}
