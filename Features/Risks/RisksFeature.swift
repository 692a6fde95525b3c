import Journal
import Organisation
import Pages

/// The register of risks: what may happen, how large it is, what answers it, and what a body carries knowingly.
package let risks: Feature = {
    var feature = Feature(name: "Risks", words: PackageResources.words)
    feature.chapters = [Risks.self]
    // What has a word where others have a gap stands before them.
    feature.routes = [RisksPage.route, CategoriesPage.route] + CategoryForms.routes + RiskForms.routes + RatingForms.routes + [RiskPage.route]
    feature.navigation = [NavigationEntry(.listen, "risks.title", path: RiskPath.risks, audience: .everyone, order: 6)]
    feature.tellings = [Telling(Risks.self, tell: tellRisks)]
    feature.thread = riskThread
    feature.findings = riskFindings
    feature.tasks = riskTasks
    feature.search = riskSearch
    feature.aspects = riskAspects
    feature.overview = { riskOverview($0) }
    feature.imports = [RisksImport()]
    feature.exports = [RisksExport()]
    feature.resources = [RiskResource.resource, RatingResource.resource]
    feature.example = exampleRisks
    feature.facts = publishedRisks
    return feature
}()
