import Organisation
import Pages

/// Where everything comes from and what became of it, walked in both directions.
package let goldenThread: Feature = {
    var feature = Feature(name: "GoldenThread", words: PackageResources.words)
    feature.routes = [
        .page(GoldenThread.place, .everyone) { threadOverviewPage($0) },
        .page("\(GoldenThread.place)/{reference}", .everyone) { try threadPage($0) },
    ]
    feature.navigation = [
        NavigationEntry(.together, "goldenthread.title", path: GoldenThread.place, audience: .everyone, order: 10)
    ]
    feature.aspects = { reference, visit in threadAspect(of: reference, visit).map { [$0] } ?? [] }
    return feature
}()

/// Addresses of this feature.
enum GoldenThread {
    static let place = "thread"
}
