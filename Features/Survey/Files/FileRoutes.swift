import Pages

/// Questionnaires on their way out, and answers that are filled in away from here.
let fileRoutes: [Route] = [QuestionnaireFile.route]
