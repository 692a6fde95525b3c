import Journal
import Organisation
import Pages

/// How an objective is carried and measured: its results chain and its indicators.
extension ObjectivePage {
    @MarkupBuilder var chain: Markup {
        if index.children(of: id).isEmpty {
            let chain = ResultsChain(
                actions: actions, deliverables: actions.flatMap { index.deliverables(of: $0.id) }, indicators: indicators)
            h2 { say("planning.chain") }
            p { say("planning.chain-help") }
            scrollingTable(say("planning.chain-table"), id: "chain") {
                headings([(say("planning.level"), false), (say("planning.chain-what"), false)])
                tbody { for link in chain.links { row(link) } }
            }
        }
    }

    private func row(_ link: ResultsChain.Link) -> Markup {
        tr {
            th(.scope("row")) { say("planning.level.\(link.level.rawValue)") }
            td {
                if link.isEmpty {
                    small { say("planning.chain-nothing.\(link.level.rawValue)") }
                } else {
                    ul {
                        for item in link.actions { li { visit.actionLink(item.id) } }
                        for item in link.deliverables { li { visit.text(item.deliverable.title) } }
                        for item in link.indicators {
                            li {
                                say("planning.measured"); " "; indicatorLink(item.id, item.indicator)
                            }
                        }
                    }
                }
            }
        }
    }

    func indicatorLink(_ id: ID<Indicator>, _ indicator: Indicator) -> Markup {
        link(visit.path(PlanPath.indicator(id))) { visit.coded(indicator.code, indicator.title) }
    }

    @MarkupBuilder var indicatorTable: Markup {
        h2 { say("planning.indicators") }
        if indicators.isEmpty {
            p { say("planning.no-indicators") }
        } else {
            scrollingTable(say("planning.indicator-table"), id: "indicators") {
                headings([
                    (say("planning.indicator"), false), (say("planning.baseline-and-target"), true),
                ])
                tbody { for item in indicators { row(item.id, item.indicator) } }
            }
        }
        if visit.may(.planners) {
            p(.class("actions")) {
                link(visit.path("plan/indicators/new", ["objective": id.text]), .class("button quiet")) { say("planning.new-indicator") }
            }
        }
    }

    private func row(_ id: ID<Indicator>, _ indicator: Indicator) -> Markup {
        tr {
            th(.scope("row")) {
                indicatorLink(id, indicator)
                " "
                small {
                    say("planning.level.\(indicator.level.rawValue)"); " "; status(visit.progress(of: Reference(Plan.self, id)), say)
                }
            }
            td(.class("n")) {
                indicator.baseline.map { visit.amount($0.value, indicator) } ?? (indicator.needsBaseline ? say("planning.none-yet") : "–")
                void("br")
                target(indicator)
            }
        }
    }

    private func target(_ indicator: Indicator) -> String {
        guard let target = visit.present(indicator.targets) else { return say("planning.none-yet") }
        return say("planning.target-by", ["target": visit.aim(target, indicator), "day": say.shortDay(target.by)])
    }
}
