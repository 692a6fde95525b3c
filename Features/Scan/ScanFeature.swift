import Journal
import Organisation
import Pages

/// The environmental scan: signals of change, what Members make of them, and the editions that say what the organisation answers.
package let scan: Feature = {
    var feature = Feature(name: "Scan", words: PackageResources.words)
    feature.chapters = [Scan.self]
    feature.routes =
        [ScanPage.route, SimilarPage.route, SignalsPage.route, RadarPage.route, AspectsPage.route] + EditionForms.routes + [EditionPage.route, EditionFile.route]
        + AspectForms.routes + SignalForms.routes + [SignalPage.route]
    feature.navigation = [NavigationEntry(.listen, "scan.title", path: ScanPath.scan, audience: .everyone, order: 5)]
    feature.tellings = [Telling(Scan.self, tell: tellScan)]
    feature.thread = scanThread
    feature.tasks = scanTasks
    feature.findings = scanFindings
    feature.search = scanSearch
    feature.imports = [SignalsImport(), FeedImport()]
    feature.exports = [SignalsExport()]
    feature.resources = [SignalResource.resource, StandingResource.resource, RatingResource.resource, EditionResource.resource]
    feature.example = exampleScan
    feature.facts = publishedScan
    return feature
}()
