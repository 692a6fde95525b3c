import Journal
import Organisation
import Pages

/// Assessments: frameworks as data, rounds in which people rate the organisation by them, and what is done about what falls short.
package let assessments: Feature = {
    var feature = Feature(name: "Assessments", words: PackageResources.words)
    feature.chapters = [Assessments.self]
    // What has a word where others have a gap stands before them.
    feature.routes =
        [AssessmentsPage.route] + FrameworkForms.routes + RoundForms.routes + AnswerForms.routes + SheetForm.routes + GapForms.routes + [FrameworkPage.route, RoundPage.route, ResultsFile.route]
    feature.navigation = [NavigationEntry(.innovate, "assessments.title", path: AssessmentPath.front, audience: .everyone, order: 3)]
    feature.tellings = [Telling(Assessments.self, tell: tellAssessments)]
    feature.thread = assessmentThread
    feature.tasks = assessmentTasks
    feature.search = assessmentSearch
    feature.imports = [FrameworksImport()]
    feature.exports = [FrameworksExport()]
    feature.resources = [FrameworkResource.resource, RoundResource.resource, AnswerResource.resource, ResultResource.resource]
    feature.example = exampleAssessments
    feature.facts = publishedAssessments
    return feature
}()
