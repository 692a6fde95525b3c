import HashTreeCollections
import Journal
import Organisation
import Pages

/// The front of the scan: how far it leads to the plan, what has priority, what is watched, what awaits a look, and the editions.
struct ScanPage {
    let visit: Visit

    static let route = Route.page(ScanPath.scan, .everyone) { ScanPage(visit: $0).page }

    /// The longest that a list on the front is.
    private static let most = 10

    private var say: Say { visit.say }
    private var scan: Scan { visit.scan }

    private var page: Page {
        let signals = visit.aliveSignals
        return Page(say("scan.title"), place: ScanPath.scan) {
            p(.class("lede")) { say("scan.lede") }
            div(.class("actions")) {
                visit.control(.participants, ScanPath.newSignal, say("scan.new-signal"), quiet: false)
                if !signals.isEmpty {
                    link(visit.path(ScanPath.radar), .class("button quiet")) { say("scan.radar") }
                    link(visit.path(ScanPath.signals), .class("button quiet")) { say("scan.all-signals", count: signals.count) }
                }
                visit.control(.planners, ScanPath.newEdition, say("scan.new-edition"))
                visit.control(.planners, ScanPath.aspects, say("scan.aspects"))
            }
            if signals.isEmpty, scan.editions.isEmpty {
                emptyState(say("scan.none"), say("scan.none-text"))
            } else {
                if !signals.isEmpty {
                    LinkagePart(visit: visit).sheet
                    lists(SignalLists(signals))
                }
                editions
            }
        }
    }

    /// Side by side, so that a product buries nothing.
    private func lists(_ lists: SignalLists) -> Markup {
        div(.class("grid")) {
            sheet(say("scan.priority"), width: 6, id: "priority") {
                p(.class("help")) { say("scan.priority-how", ["from": say.number(Int(SignalScore.priority))]) }
                if lists.priority.isEmpty { p { say("scan.no-priority") } }
                ol {
                    for (item, score) in lists.priority.prefix(ScanPage.most) {
                        li {
                            visit.link(to: item.id, item.signal); " "; small { visit.said(score) }
                        }
                    }
                }
                more(lists.priority.count, "priority")
            }
            sheet(say("scan.watch"), width: 6, id: "watch") {
                p(.class("help")) { say("scan.watch-how", ["from": say.number(SignalScore.watched)]) }
                if lists.watched.isEmpty { p { say("scan.no-watch") } }
                ol {
                    for item in lists.watched.prefix(ScanPage.most) {
                        li {
                            visit.link(to: item.id, item.signal); " "; small { item.signal.impact.map(visit.said) ?? "" }
                        }
                    }
                }
                more(lists.watched.count, "watch")
            }
        }
    }

    @MarkupBuilder private func more(_ count: Int, _ list: String) -> Markup {
        if count > ScanPage.most { p { link(visit.path(ScanPath.signals, ["list": list])) { say("scan.and-more", count: count - ScanPage.most) } } }
    }

    @MarkupBuilder private var editions: Markup {
        let editions = scan.editionsInOrder.filter { visit.viewer.belongs(to: scan.audience(of: $0.id)) && visit.viewer.belongs(to: visit.present[Scan.self].audience(of: $0.id)) }
        if !editions.isEmpty {
            sheet(say("scan.editions")) {
                ul {
                    for (id, edition) in editions {
                        li {
                            link(visit.path(ScanPath.edition(id))) { visit.text(edition.title) }; " "; small { visit.standing(of: id, edition) }
                        }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// Those that are looked after and that this reader may see.
    var aliveSignals: [SignalLists.Item] { seen(scan.alive) }

    func link(to id: ID<Signal>, _ signal: Signal) -> Markup { Pages.link(path(ScanPath.signal(id))) { text(signal.title) } }

    /// *Published on 3 May 2025. 2025–2030.*
    func standing(of id: ID<ScanEdition>, _ edition: ScanEdition) -> String {
        let published = scan.publications[id].map { say("scan.published-on", ["day": say.day($0.on)]) } ?? say("scan.phase.\(scan.phase(of: id).rawValue)")
        let years = edition.fromYear.map { from in edition.untilYear.map { "\(from)–\($0)" } ?? "\(from)" } ?? edition.untilYear.map { "–\($0)" }
        return [published, years ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
