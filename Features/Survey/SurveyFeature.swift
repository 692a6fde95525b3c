import Journal
import Organisation
import Pages

/// The survey of the Members: one official answer for each, drafted by several and cleared by its head.
package let survey: Feature = {
    var feature = Feature(name: "Survey", words: PackageResources.words)
    feature.chapters = [Surveys.self, Answers.self, Reminders.self]
    feature.routes = makingRoutes + answeringRoutes + followUpRoutes + fileRoutes + archiveRoutes + translationRoutes
    feature.imports = [QuestionnaireImport()]
    feature.navigation = [NavigationEntry(.listen, "survey.title", path: SurveyPath.surveys, audience: .participants, order: 10)]
    feature.tellings = [Telling(Surveys.self, tell: tellSurveys), Telling(Answers.self, tell: tellAnswers), Telling(Reminders.self, tell: tellReminders)]
    feature.tasks = surveyTasks
    feature.thread = surveyThread
    feature.search = surveySearch
    feature.ballotBoxes = surveyBallots
    feature.example = exampleSurveys
    feature.resources = surveyResources
    return feature
}()

private let makingRoutes: [Route] = [
    SurveysPage.route,
    .form(SurveyPath.new, .planners, show: SurveyForms.start, decide: SurveyDecisions.start),
    SurveyPage.route,
    PreviewPage.route,
    ResultsPage.route,
    LiveTally.route,
    ResultsFile.route,
    .form("surveys/{survey}/edit", .planners, show: SurveyForms.describe, decide: SurveyDecisions.describe),
    .form("surveys/{survey}/withdraw", .planners, show: SurveyForms.withdraw, decide: SurveyDecisions.withdraw),
    .form("surveys/{survey}/open", .planners, show: SurveyForms.open, decide: SurveyDecisions.open),
    .form("surveys/{survey}/closing", .planners, show: SurveyForms.moveClosing, decide: SurveyDecisions.moveClosing),
    .form("surveys/{survey}/close", .planners, show: SurveyForms.close, decide: SurveyDecisions.close),
    .form("surveys/{survey}/copy", .planners, show: SurveyForms.copy, decide: SurveyDecisions.copy),
    .form("surveys/{survey}/sections/new", .planners, show: QuestionForms.addSection, decide: QuestionDecisions.addSection),
    .form("surveys/{survey}/sections/{section}/edit", .planners, show: QuestionForms.changeSection, decide: QuestionDecisions.changeSection),
    .form("surveys/{survey}/sections/{section}/remove", .planners, show: QuestionForms.removeSection, decide: QuestionDecisions.removeSection),
    .form("surveys/{survey}/sections/{section}/new/{kind}", .planners, show: QuestionForms.addQuestion, decide: QuestionDecisions.addQuestion),
    .form("surveys/{survey}/questions/{question}/edit", .planners, show: QuestionForms.changeQuestion, decide: QuestionDecisions.changeQuestion),
    .form("surveys/{survey}/questions/{question}/remove", .planners, show: QuestionForms.removeQuestion, decide: QuestionDecisions.removeQuestion),
]

private let answeringRoutes: [Route] = {
    let own = Access.roles(Role.ofAdministrations), answer = "surveys/{survey}/answers/{member}", paper = "surveys/{survey}/paper/{member}"
    return [
        AnswerPage.route(at: .member),
        AnswerPage.route(at: .secretariat),
        WholePage.route(at: .member),
        WholePage.route(at: .secretariat),
        VersionPage.route(at: .member),
        VersionPage.route(at: .secretariat),
        .form("\(answer)/sections/{section}", own, show: { try AnswerForms.section($0, at: .member) }, decide: { try AnswerDecisions.save($0, at: .member) }),
        .form("\(paper)/sections/{section}", .planners, show: { try AnswerForms.section($0, at: .secretariat) }, decide: { try AnswerDecisions.save($0, at: .secretariat) }),
        .form("\(answer)/remarks/{question}", own, show: AnswerForms.remark, decide: AnswerDecisions.remark),
        .form("\(answer)/clearance", own, show: AnswerForms.askClearance, decide: AnswerDecisions.askClearance),
        .form("\(answer)/give-back", own, show: AnswerForms.refuseClearance, decide: AnswerDecisions.refuseClearance),
        .form("\(answer)/consent", own, show: AnswerForms.changeConsent, decide: AnswerDecisions.changeConsent),
        .form("\(answer)/submit", own, show: { try AnswerForms.submit($0, at: .member) }, decide: { try AnswerDecisions.submit($0, at: .member) }),
        .form("\(paper)/submit", .planners, show: { try AnswerForms.submit($0, at: .secretariat) }, decide: { try AnswerDecisions.submit($0, at: .secretariat) }),
        SubstitutePages.page,
        .form("clearance/{member}/new", own, show: SubstitutePages.nameForm, decide: SubstituteDecisions.name),
        .form("clearance/{member}/{substitute}/dismiss", own, show: SubstitutePages.dismissForm, decide: SubstituteDecisions.dismiss),
    ]
}()
