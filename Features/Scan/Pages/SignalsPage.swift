import HashTreeCollections
import Journal
import Organisation
import Pages

/// All signals, as a list that can be narrowed.
struct SignalsPage {
    let visit: Visit
    let filter: SignalFilter

    static let route = Route.page(ScanPath.signals, .everyone) { SignalsPage(visit: $0, filter: SignalFilter($0)).page }

    private var say: Say { visit.say }
    private var scan: Scan { visit.scan }

    private var page: Page {
        let chosen = filter.chosen(visit), paging = Paging(count: chosen.count, asked: visit.query["page"])
        return Page(say("scan.signals"), place: ScanPath.scan, trail: visit.scanTrail()) {
            div(.class("actions")) {
                visit.control(.participants, ScanPath.newSignal, say("scan.new-signal"), quiet: false)
                link(visit.path(ScanPath.radar, filter.region.map { ["region": $0.text] } ?? [:]), .class("button quiet")) { say("scan.radar") }
            }
            chips(
                say("scan.lists"),
                SignalFilter.List.allCases.filter { $0 != .review || visit.viewer.isStaff }.map { list in
                    (say("scan.list.\(list.rawValue)"), visit.path(ScanPath.signals, asking(list)), list == filter.list)
                })
            form
            if chosen.isEmpty {
                emptyState(say("scan.no-signals"), say("scan.no-signals-text"))
            } else {
                p { say("scan.found", count: chosen.count) }
                table(paging.part(of: chosen))
                paging.markup(visit, path: ScanPath.signals, query: filter.query)
            }
        }
    }

    private func asking(_ list: SignalFilter.List) -> [String: String] { filter.query.merging(["list": list.rawValue]) { _, new in new }.filter { $0.value != "all" } }

    private var form: Markup {
        func all<Kind: RawRepresentable & CaseIterable>(_ key: String, _ kind: Kind.Type) -> [Choice] where Kind.RawValue == String {
            [Choice("", say("scan.any"))] + Kind.allCases.map { Choice($0.rawValue, say("\(key).\($0.rawValue)")) }
        }
        return details(.flag("open", !filter.query.filter { $0.key != "list" }.isEmpty)) {
            summary { say("scan.narrow") }
            visit.asking(ScanPath.signals, hidden: [("list", filter.list == .all ? "" : filter.list.rawValue)]) {
                div(.class("grid")) {
                    div(.class("field w4")) {
                        label(.for("ask-words")) { say("scan.words") }
                        void("input", .id("ask-words"), .name("words"), .value(filter.words), Attribute("maxlength", "100"))
                    }
                    visit.asked("aspect", say("scan.field.aspect"), [Choice("", say("scan.any"))] + scan.aspectsInOrder.map { visit.choice($0.id, $0.aspect.title) }, chosen: filter.aspect?.text ?? "")
                    visit.asked("kind", say("scan.field.kind"), all("scan.kind", Signal.Kind.self), chosen: filter.kind?.rawValue ?? "")
                    visit.asked("status", say("scan.field.status"), all("scan.status", SignalStanding.Status.self), chosen: filter.status?.rawValue ?? "")
                    visit.asked(
                        "region", say("scan.region"), [Choice("", say("scan.any"))] + visit.register.regionsInOrder.map { visit.choice($0.id, $0.region.name) }, chosen: filter.region?.text ?? "")
                }
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("pages.show") } }
            }
        }
    }

    private func table(_ items: ArraySlice<SignalLists.Item>) -> Markup {
        scrollingTable(say("scan.signals-caption"), id: "signals") {
            headings([
                (say("scan.signal"), false), (say("scan.field.aspect"), false), (say("scan.field.horizon"), false), (say("scan.field.status"), false), (say("scan.score"), true),
                (say("scan.field.confidence"), false), (say("scan.field.review"), false),
            ])
            tbody {
                for (id, signal) in items {
                    tr {
                        th(.scope("row")) {
                            visit.link(to: id, signal); " "; small { say("scan.kind.\(signal.kind.rawValue)") }
                        }
                        td { signal.aspect.flatMap { scan.aspects[$0] }.map { visit.text($0.title) } ?? Markup("–") }
                        td { signal.horizon.map { say("scan.horizon.\($0.rawValue)") } ?? "–" }
                        td { say("scan.status.\(scan.status(of: id).rawValue)") }
                        td(.class("n")) { SignalScore(signal).map { say.number($0.likely) } ?? "–" }
                        td { signal.confidence.map { say("scan.confidence.\($0.rawValue)") } ?? "–" }
                        td { scan.reviewOn(id).map { say.shortDay($0) } ?? "–" }
                    }
                }
            }
        }
    }
}
