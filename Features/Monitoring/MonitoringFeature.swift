import Journal
import Organisation
import Pages

/// Indicators, what is reported on them, and how the plan stands.
package let monitoring: Feature = {
    var feature = Feature(name: "Monitoring", words: PackageResources.words)
    feature.navigation = [
        NavigationEntry(.followThrough, "monitoring.indicators", path: "indicators", audience: .everyone, order: 10),
        NavigationEntry(.followThrough, "monitoring.report", path: "report", audience: .roles(reportingRoles), order: 20),
    ]
    feature.routes = [
        .page("indicators", .everyone) { IndicatorList($0).page() },
        .page("indicators/{id}", .everyone) { try IndicatorPage($0).page() },
        .page("indicators/{id}/how", .everyone) { try HowPage($0).answer() },
        .file("indicators/{id}/values.csv", .everyone) { try valuesFile($0) },
        .form("indicators/{id}/withdraw/{period}", .roles(reportingRoles), show: withdrawForm, decide: withdraw),
        .form("indicators/{id}/withdraw/{period}/{member}", .roles(reportingRoles), show: withdrawForm, decide: withdraw),
        .form("indicators/{id}/judge/{period}", .planners, show: judgeForm, decide: judgeText),
        .page("progress/{id}", .everyone) { try ProgressPage($0).answer() },
        .page("report", .roles(reportingRoles)) { ReportOverview($0).page() },
        .page(OwnValues.place, .roles(reportingRoles)) { OwnValues($0).page },
        .file(OwnValues.file, .roles(reportingRoles)) { OwnValues($0).table },
        .form("report/{period}", .roles(reportingRoles), show: reportForm, decide: report),
        .form("report/{period}/{member}", .roles(reportingRoles), show: reportForm, decide: report),
    ]
    feature.tellings = [telling]
    feature.thread = thread(of:)
    feature.search = documents(of:)
    feature.tasks = tasks(for:)
    feature.findings = findings(on:)
    feature.progress = progress(of:)
    feature.imports = [ValuesImport()]
    feature.exports = [ValuesExport(only: nil)]
    feature.resources = [ValueResource.resource, ProgressResource.resource]
    feature.overview = { $0.common("monitoring/first-page", to: .alike, overview) }
    feature.aspects = aspects
    return feature
}()
