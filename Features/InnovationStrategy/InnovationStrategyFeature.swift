import Journal
import Organisation
import Pages

/// The innovation strategy: why the organisation innovates, four answers, from where to where on the map, how much explores, and what carries it out.
package let innovationStrategy: Feature = {
    var feature = Feature(name: "InnovationStrategy", words: PackageResources.words)
    feature.chapters = [Innovation.self]
    // What has a word where others have a gap stands before them.
    feature.routes =
        [InnovationPage.route, ComparePage.route, MapFile.route] + StrategyForms.routes + AdoptionForms.routes + InitiativeForms.routes + StatementForms.routes + [
            StrategyPage.route, InitiativePage.route,
        ]
    feature.navigation = [NavigationEntry(.innovate, "innovationstrategy.title", path: InnovationPath.front, audience: .everyone, order: 1)]
    feature.tellings = [Telling(Innovation.self, tell: tellInnovation)]
    feature.thread = innovationThread
    feature.tasks = innovationTasks
    feature.search = innovationSearch
    feature.aspects = innovationAspects
    feature.imports = [InitiativesImport()]
    feature.exports = [InitiativesExport()]
    feature.resources = [StrategyResource.resource, InitiativeResource.resource, AdoptionResource.resource, StatementResource.resource]
    feature.example = exampleInnovation
    feature.facts = publishedInnovation
    return feature
}()
