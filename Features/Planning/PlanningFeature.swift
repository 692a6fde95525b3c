import Organisation
import Pages

/// Planning: the plan from its vision down to what is delivered by whom and when, as people see it and work on it.
package let planning: Feature = {
    var feature = Feature(name: "Planning", words: PackageResources.words)
    feature.navigation = [
        NavigationEntry(.decide, "planning.nav.plan", path: PlanPath.plan, audience: .everyone, order: 10),
        NavigationEntry(.decide, "planning.nav.timeline", path: PlanPath.timeline, audience: .everyone, order: 30),
        NavigationEntry(.decide, "planning.nav.annual", path: PlanPath.annual, audience: .everyone, order: 40),
    ]
    feature.routes = pages + forms
    feature.tellings = [planTelling]
    feature.thread = { planThread($0) }
    feature.comparisonPage = PlanPath.compare
    feature.search = { planSearch($0) }
    feature.tasks = { planTasks($0) }
    feature.findings = { planFindings($0) }
    feature.overview = { $0.common("planning/first-page", to: .alike, planOverview) }
    feature.aspects = { planAspects($0, $1) }
    feature.imports = [StratMLImport(), PlanTableImport(), IndicatorTableImport()]
    feature.exports = [PlanTableExport(), IndicatorTableExport()]
    feature.documents = [StratMLExport()]
    feature.resources = [
        PlanResource.resource, PeriodResource.resource, ObjectiveResource.resource, IndicatorResource.resource, ActionResource.resource,
        DeliverableResource.resource,
    ]
    return feature
}()

private let pages: [Route] = [
    .page(PlanPath.plan, .everyone) { try await PlanPage.running($0) },
    .page(PlanPath.timeline, .everyone) { try await TimelinePage.page($0) },
    .page(PlanPath.annual, .everyone) { try await AnnualPage.page($0) },
    .page(PlanPath.counted, .everyone) { try await countedPage($0) },
    .page(PlanPath.compare, .everyone) { try await ComparisonPage.page($0) },
    .page(PlanPath.periods, .everyone) { try periodsPage($0) },
    .page("plan/plans/{plan}", .everyone) { try PlanPage.chosen($0) },
    .page("plan/objectives/{objective}", .everyone) { try ObjectivePage.page($0) },
    .page("plan/actions/{action}", .everyone) { try ActionPage.page($0) },
    .page("plan/focus-areas/{area}", .everyone) { try focusAreaPage($0) },
]

private let forms: [Route] =
    PlanForm.routes + PerspectiveForm.routes + ObjectiveForm.routes + FocusAreaForm.routes + ActionForm.routes + DeliverableForm.routes
    + IndicatorForm.routes + PeriodForm.routes + Withdrawal.all.map(\.route)
