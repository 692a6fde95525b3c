import Journal
import Organisation
import Pages

/// S-curves: how services, instruments and technologies rise towards their limits, what may overtake them, and what exploring would bring.
package let trajectories: Feature = {
    var feature = Feature(name: "Trajectories", words: PackageResources.words)
    feature.chapters = [Trajectories.self]
    feature.routes = [TrajectoriesPage.route] + TrajectoryForms.routes + [TrajectoryPage.route]
    feature.navigation = [NavigationEntry(.innovate, "trajectories.title", path: TrajectoryPath.front, audience: .everyone, order: 60)]
    feature.tellings = [Telling(Trajectories.self, tell: tellTrajectories)]
    feature.thread = trajectoryThread
    feature.search = trajectorySearch
    feature.imports = [PointsImport()]
    feature.exports = [PointsExport()]
    feature.resources = [TrajectoryResource.resource]
    feature.example = exampleTrajectories
    feature.facts = publishedTrajectories
    return feature
}()
