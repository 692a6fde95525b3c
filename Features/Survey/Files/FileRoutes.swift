import Organisation
import Pages

/// Questionnaires on their way out, and answers that are filled in away from here.
let fileRoutes: [Route] = {
    let own = Access.roles(Role.ofAdministrations)
    return [
        QuestionnaireFile.route,
        .form(
            "surveys/{survey}/answers/{member}/sheet", own, show: { try SheetDecision.form($0, at: .member) }, decide: { try SheetDecision.take($0, at: .member) }),
        .form(
            "surveys/{survey}/paper/{member}/sheet", .planners, show: { try SheetDecision.form($0, at: .secretariat) }, decide: { try SheetDecision.take($0, at: .secretariat) }),
    ] + SheetFile.routes(at: .member) + SheetFile.routes(at: .secretariat)
}()
