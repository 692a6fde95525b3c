import Journal
import Organisation
import Pages

/// What was done, by whom and when: the journal as people read it.
package let activity: Feature = {
    var feature = Feature(name: "Activity", words: PackageResources.words)
    feature.routes = [
        .page(Activity.place, .participants, effort: .search) { try await activityPage($0) },
        .file(Activity.file, .participants) { try await activityFile($0) },
        .page(Activity.changes, .participants) { try await changesPage($0) },
        .form(Activity.seen, .participants, show: seenForm, decide: markSeen),
        .page("\(Activity.place)/{reference}", .participants, effort: .search) { try await historyPage($0) },
        .page("\(Activity.place)/receipts/{position}", .participants) { try await receiptPage($0) },
    ]
    feature.navigation = [
        NavigationEntry(.together, "activity.title", path: Activity.place, audience: .participants, order: 20)
    ]
    feature.resources = [EventResource.resource]
    feature.tellings = [Telling(Keeping.self, tell: tellKeeping)]
    feature.changesPage = Activity.changes
    feature.aspects = { reference, visit in [historyAspect(of: reference, visit)] }
    feature.overview = { try await sinceLastVisit($0) }
    return feature
}()

/// Addresses of this feature.
enum Activity {
    static let place = "activity"
    static let file = "activity/log.csv"
    static let changes = "activity/changes"
    static let seen = "activity/changes/seen"
}

/// The journal's own chapter has no room of its own: its events are told here.
private func tellKeeping(_ event: Keeping.Event) -> Told {
    switch event {
    case .wordsErased(let positions, let because):
        Told(
            Saying("activity.words-erased", ["n": .count(positions.count), "because": .prose(because)]), about: [],
            audience: .participants)
    }
}
