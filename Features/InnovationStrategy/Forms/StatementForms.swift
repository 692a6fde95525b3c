import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms by which planners record what others have said.
enum StatementForms {
    static let routes: [Route] = [
        .form(InnovationPath.newStatement, .planners, show: start, decide: StatementDecisions.add),
        .form("innovation/statements/{statement}/remove", .planners, show: remove, decide: StatementDecisions.remove),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let say = visit.say, about = Statement.About.allCases.map { Choice($0.rawValue, say("innovationstrategy.about.\($0.rawValue)")) }
        return Form(
            say("innovationstrategy.new-statement"), lede: say("innovationstrategy.new-statement-lede"), place: InnovationPath.front, trail: visit.innovationTrail(), submit: say("pages.save"),
            cancel: InnovationPath.front,
            fields: [
                Field("about", say("innovationstrategy.field.about"), .choice(about), value: Statement.About.degree.rawValue, required: true),
                .localized("text", say("innovationstrategy.field.statement"), .empty, rows: 3, languages: visit.languages, required: true),
                .localized("source", say("innovationstrategy.field.source"), .empty, rows: 2, languages: visit.languages, required: true, help: say("innovationstrategy.field.source-help")),
                Field("link", say("innovationstrategy.field.link"), .line),
            ])
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let id: ID<Statement> = try visit.id("statement"), say = visit.say
        guard let statement = visit.innovation.statements[id] else { throw Missing() }
        return .withdrawing(
            say("innovationstrategy.remove-statement"), place: InnovationPath.front, trail: visit.innovationTrail(), submit: say("innovationstrategy.remove-it"), cancel: InnovationPath.front,
            reason: .why(say("innovationstrategy.field.why")), say
        ) {
            p(.class("prose")) { visit.text(statement.text) }
        }
    }
}
