import HashTreeCollections
import Journal
import Organisation
import Pages

/// An edition as a publication: contents, summary, aspect by aspect what was seen and what is answered, the signals with their sources, and how it was made.
struct EditionPage {
    let visit: Visit
    let id: ID<ScanEdition>
    let edition: ScanEdition

    static let route = Route.page("scan/editions/{edition}", .everyone) { visit in
        let (id, edition) = try visit.edition()
        return EditionPage(visit: visit, id: id, edition: edition).page(with: try await visit.whenPublished(id))
    }

    private var say: Say { visit.say }
    private var scan: Scan { visit.scan }
    private var phase: Scan.Phase { scan.phase(of: id) }

    /// - Parameter then: as things stood when it was published: its signals, aspects and themes as they were called in it. Before that, as they stand.
    private func page(with then: Visit) -> Page {
        let chapters = EditionChapters(then, id, isPublished: phase == .published), signals = chapters.signals
        return Page(visit.plain(edition.title), place: ScanPath.scan, trail: visit.scanTrail()) {
            p(.class("lede")) { visit.standing(of: id, edition) }
            controls
            if !edition.summary.isEmpty { sheet(say("scan.field.summary")) { p(.class("prose")) { visit.text(edition.summary) } } }
            contents(chapters.aspects)
            if !edition.introduction.isEmpty { sheet(say("scan.field.introduction")) { p(.class("prose")) { visit.text(edition.introduction) } } }
            for (aspectID, aspect) in chapters.aspects { chapter(aspectID, aspect, chapters.written.filter { $0.theme.aspect == aspectID }, signals, then) }
            if !chapters.aside.isEmpty { sheet(say("scan.signals")) { list(chapters.aside, then) } }
            if !signals.isEmpty { sheet(say("scan.radar"), id: "radar-of-edition") { RadarOf(visit: then, signals: signals, most: 80, isUnfolded: true).markup } }
            sources(signals)
            if !edition.source.isEmpty {
                div(.class("note")) {
                    "\(say("scan.field.source"))\(visit.language.colon) "; visit.text(edition.source)
                }
            }
            visit.aspects(of: Reference(Scan.self, id))
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            link(visit.path(ScanPath.edition(id, "edition.docx")), .class("button quiet")) { say("scan.as-word") }
            if phase != .published {
                if phase == .draft { visit.control(.planners, ScanPath.edition(id, "open"), say("scan.open"), quiet: false) }
                visit.control(.planners, ScanPath.edition(id, "publish"), say("scan.publish"), quiet: phase == .draft)
                visit.control(.planners, ScanPath.edition(id, "edit"), say("scan.edit-edition"))
                visit.control(.planners, ScanPath.aspects, say("scan.aspects"))
                visit.control(.planners, ScanPath.edition(id, "withdraw"), say("pages.withdraw"))
            }
        }
    }

    private func contents(_ aspects: [(id: ID<Aspect>, aspect: Aspect)]) -> Markup {
        nav(.label(say("scan.contents"))) { ol { for (id, aspect) in aspects { li { link("#aspect-\(id)") { visit.text(aspect.title) } } } } }
    }

    private func chapter(
        _ aspectID: ID<Aspect>, _ aspect: Aspect, _ written: [(id: ID<Theme>, theme: Theme, account: ThemeAccount)], _ signals: [SignalLists.Item], _ then: Visit
    ) -> Markup {
        let own = signals.filter { $0.signal.aspect == aspectID }
        return element("section", [.class("sheet"), .id("aspect-\(aspectID)")]) {
            h2 { visit.text(aspect.title) }
            if !aspect.question.isEmpty { p(.class("lede")) { visit.text(aspect.question) } }
            for (themeID, theme, account) in written { halves(themeID, theme, account, then) }
            if phase != .published { toWrite(aspectID, written.map(\.id)) }
            if !own.isEmpty {
                // What is folded away is not printed.
                details(.flag("open", own.count <= 20)) {
                    summary { say("scan.signals-of", count: own.count) }
                    list(own, then)
                }
            }
        }
    }

    private func list(_ signals: [SignalLists.Item], _ then: Visit) -> Markup {
        ul {
            for item in signals {
                li {
                    then.link(to: item.id, item.signal); " "; small { say("scan.kind.\(item.signal.kind.rawValue)") }
                }
            }
        }
    }

    /// What was seen and what is answered, beside one another.
    private func halves(_ themeID: ID<Theme>, _ theme: Theme, _ account: ThemeAccount, _ then: Visit) -> Markup {
        group {
            h3 { visit.text(theme.title) }
            div(.class("grid")) {
                div(.class("w6")) {
                    element("h4", []) { say("scan.field.observations") }
                    p(.class("prose")) { visit.text(account.observations) }
                }
                div(.class("w6")) {
                    element("h4", []) { say("scan.field.response") }
                    if !account.response.isEmpty { p(.class("prose")) { visit.text(account.response) } }
                    let objectives = account.objectives.filter { visit.sees($0) }
                    if !objectives.isEmpty { ul { for objective in objectives { li { visit.link(to: objective, as: then.plan) } } } }
                    if !account.noAction.isEmpty {
                        p(.class("note")) {
                            "\(say("scan.no-action-because")) "; visit.text(account.noAction)
                        }
                    }
                    if !account.isAnswered { p(.class("gap")) { say("scan.not-answered") } }
                }
            }
            if phase != .published { visit.control(.planners, ScanPath.edition(id, "themes/\(themeID)"), say("scan.write-again")) }
        }
    }

    /// The themes of which nothing has been written yet.
    @MarkupBuilder private func toWrite(_ aspect: ID<Aspect>, _ written: [ID<Theme>]) -> Markup {
        let open = scan.themes(of: aspect).filter { !written.contains($0.id) }
        if !open.isEmpty, visit.may(.planners) {
            ul {
                for (themeID, theme) in open {
                    li {
                        visit.text(theme.title); " "; link(visit.path(ScanPath.edition(id, "themes/\(themeID)"))) { say("scan.write") }
                    }
                }
            }
        }
    }

    /// Every place from which its signals were read.
    @MarkupBuilder private func sources(_ signals: [SignalLists.Item]) -> Markup {
        let all = signals.flatMap { item in item.signal.evidence.map { (item: item, evidence: $0) } }
        if !all.isEmpty {
            sheet(say("scan.sources")) {
                ul(.class("sources")) {
                    for (item, evidence) in all {
                        li {
                            let address = evidence.link.text ?? ""
                            if address.isEmpty { visit.text(evidence.source) } else { link(address, Attribute("rel", "noreferrer nofollow")) { visit.text(evidence.source) } }
                            " "
                            small { [visit.plain(item.signal.title), evidence.on.map { say.day($0) } ?? ""].filter { !$0.isEmpty }.joined(separator: " · ") }
                        }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// The same reader where things stood when an edition was published, to the entry of the journal; here and now where it is not.
    func whenPublished(_ id: ID<ScanEdition>) async throws -> Visit {
        guard let publication = scan.publications[id] else { return self }
        return standing(on: try await recorded(publication.position, publication.on), as: viewer)
    }

    /// Those that were in an edition; of one in the making, those that are looked after.
    func signals(of id: ID<ScanEdition>) -> [SignalLists.Item] {
        guard let publication = scan.publications[id] else { return aliveSignals }
        return publication.signals.compactMap { id in scan.signals[id].map { (id, $0) } }
    }
}
