import Journal
import Organisation
import Pages

/// Scenarios: what drives the future, four stories of it, how every objective fares in each, and the signs by which one sees which unfolds.
package let scenarios: Feature = {
    var feature = Feature(name: "Scenarios", words: PackageResources.words)
    feature.chapters = [Scenarios.self]
    feature.routes =
        [ScenariosPage.route, SignpostsPage.route] + StudyForms.routes + [StudyPage.route, StressPage.route, StressFile.route] + DriverForms.routes + [DriverPage.route]
        + FutureForms.routes + [FuturePage.route] + StressForms.routes
    feature.navigation = [NavigationEntry(.listen, "scenarios.title", path: ScenarioPath.front, audience: .everyone, order: 7)]
    feature.tellings = [Telling(Scenarios.self, tell: tellScenarios)]
    feature.thread = scenarioThread
    feature.tasks = scenarioTasks
    feature.findings = scenarioFindings
    feature.aspects = scenarioAspects
    feature.search = scenarioSearch
    feature.imports = [DriversImport()]
    feature.exports = [DriversExport()]
    feature.resources = [StudyResource.resource, DriverResource.resource, SignpostResource.resource, StressResource.resource]
    feature.example = exampleScenarios
    return feature
}()
