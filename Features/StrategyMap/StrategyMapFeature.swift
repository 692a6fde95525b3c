import Organisation
import Pages

/// The plan on one sheet: what is to be reached, what carries it, what is believed to help what, and how it stands.
package let strategyMap: Feature = {
    var feature = Feature(name: "StrategyMap", words: PackageResources.words)
    feature.navigation = [NavigationEntry(.decide, "strategymap.title", path: "map", audience: .everyone, order: 5)]
    feature.routes = [
        .page("map", .everyone, mapPage),
        .page("map/checks", .everyone, checksPage),
        .page("map/{plan}", .everyone, mapPage),
        .form("map/links/new", .planners, show: newLinkForm, decide: drawLink),
        .form("map/links/{link}/edit", .planners, show: editLinkForm, decide: redrawLink),
        .form("map/links/{link}/withdraw", .planners, show: withdrawLinkForm, decide: withdrawLink),
    ]
    feature.findings = linkFindings
    feature.search = linkSearch
    feature.overview = { $0.common("strategymap/first-page", to: .alike) { [objectivesPart($0)].compactMap { $0 } } }
    return feature
}()
