import HashTreeCollections
import Journal
import Organisation
import Pages

/// How far the plan follows from the scan: the figures, and on both sides who is left over.
struct LinkagePart {
    let visit: Visit

    private var say: Say { visit.say }
    private static let most = 8

    var sheet: Markup {
        // The same for everybody; what of it a reader may see is chosen below.
        let linkage = visit.common("scan/linkage") { Linkage($0.scan, $0.plan, on: $0.times.day) }
        let signals = visit.seen(linkage.orphanSignals.compactMap { id in visit.scan.signals[id].map { (id, $0) } }), objectives = linkage.orphanObjectives.filter { visit.sees($0) }
        return Pages.sheet(say("scan.linkage"), id: "linkage") {
            p { say("scan.linkage-lede") }
            if let ended = linkage.ended { p(.class("note")) { say("scan.linkage.ended", ["day": say.day(ended)]) } }
            div(.class("figures")) {
                share(linkage.answered, "scan.linkage.answered", count: linkage.answered.of)
                share(linkage.caused, linkage.ended == nil ? "scan.linkage.caused" : "scan.linkage.was-caused", count: linkage.caused.of)
                if let days = linkage.medianDays { figure(say.number(days, digits: 0), say("scan.linkage.days", count: linkage.decided), say: say) }
            }
            orphans(signals.count, "scan.orphan-signals") { for item in signals.prefix(LinkagePart.most) { li { visit.link(to: item.id, item.signal) } } }
            orphans(objectives.count, "scan.orphan-objectives") { for id in objectives.prefix(LinkagePart.most) { li { visit.link(to: id) } } }
        }
    }

    @MarkupBuilder private func share(_ share: Linkage.Share, _ key: String, count: Int) -> Markup {
        if let part = share.share { figure(say.percent(part), of: say("scan.linkage.of", ["n": say.number(share.count), "of": say.number(share.of)]), say(key), say: say) }
    }

    @MarkupBuilder private func orphans(_ count: Int, _ key: String, @MarkupBuilder items: () -> Markup) -> Markup {
        if count > 0 {
            details {
                summary { say(key, count: count) }
                ul { items() }
                if count > LinkagePart.most { p { say("scan.and-more", count: count - LinkagePart.most) } }
            }
        }
    }
}
