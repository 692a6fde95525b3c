import Journal
import Organisation
import Pages

/// Assessments: frameworks as data, rounds in which people rate the organisation by them, and what is done about what falls short.
package let assessments: Feature = {
    var feature = Feature(name: "Assessments", words: PackageResources.words)
    feature.chapters = [Assessments.self, IdeaLedger.self, UnitPractices.self]
    // What has a word where others have a gap stands before them.
    feature.routes =
        [AssessmentsPage.route] + FrameworkForms.routes + RoundForms.routes + AnswerForms.routes + SheetForm.routes + GapForms.routes + IdeaForms.routes + PracticeForms.routes
        + [FrameworkPage.route, RoundPage.route, ResultsFile.route, ValueChainFile.route, IdeasPage.route, IdeaPage.route, UnitsPage.route]
    feature.navigation = [NavigationEntry(.innovate, "assessments.title", path: AssessmentPath.front, audience: .everyone, order: 3)]
    feature.tellings = [Telling(Assessments.self, tell: tellAssessments), Telling(IdeaLedger.self, tell: tellIdeas), Telling(UnitPractices.self, tell: tellUnits)]
    feature.thread = assessmentThread
    feature.aspects = unitAspects
    feature.tasks = assessmentTasks
    feature.search = { assessmentSearch($0) + searchIdeas($0) + searchUnits($0) }
    feature.imports = [FrameworksImport(), IdeasImport(), PracticesImport(), FlowsImport()]
    feature.exports = [FrameworksExport(), IdeasExport(), PracticesExport(), FlowsExport()]
    feature.resources = [
        FrameworkResource.resource, RoundResource.resource, AnswerResource.resource, ResultResource.resource, IdeaResource.resource, ChainMeasuresResource.resource, PracticeResource.resource,
    ]
    feature.pipeline = earlierIdeas
    feature.example = { try exampleUnits($0) + exampleAssessments($0) + exampleIdeas($0) }
    feature.facts = publishedAssessments
    return feature
}()
