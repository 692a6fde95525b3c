import Journal
import Organisation
import Pages

/// The way from a thing's own page to what was recorded about it.
func historyAspect(of reference: Reference, _ visit: Visit) -> OverviewPart {
    OverviewPart(
        order: 85, width: 6, audience: .participants,
        content: sheet(visit.say("pages.history"), width: 6) {
            p { visit.say("activity.history-holds") }
            p { link(visit.path("\(Activity.place)/\(reference)")) { visit.say("activity.history-open") } }
        })
}
