import HashTreeCollections
import Journal
import Organisation
import Pages

/// Answers that came on paper, typed in by a planner: one sheet, all categories, nobody named.
enum SheetForm {
    static let routes: [Route] = [.form("assessments/rounds/{round}/sheets/new", .planners, show: show, decide: SheetDecisions.type)]

    private static func show(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(in: .open), say = visit.say, scale = visit.assessments.framework(of: round)?.scale ?? []
        let points = [Choice("", "–")] + scale.enumerated().map { Choice("\($0 + 1)", visit.plain($1.label), language: visit.shownLanguage(of: $1.label)) }
        let choices = points + [Choice(ScoreField.inapplicable, say("assessments.inapplicable"))]
        let statements = visit.assessments.categories(of: round).flatMap { category in
            category.statements.map { statement -> Field in
                var field = Field(ScoreField.name(statement.id), visit.plain(statement.text), .choice(choices))
                field.language = visit.shownLanguage(of: statement.text)
                field.fold = visit.plain(category.title)
                return field
            }
        }
        return Form(
            say("assessments.new-sheet"), lede: say("assessments.new-sheet-lede"), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"),
            cancel: AssessmentPath.round(id), fields: seat(visit, round) + statements)
    }

    private static func seat(_ visit: Visit, _ round: AssessmentRound) -> [Field] {
        let say = visit.say, register = visit.register, members = round.members.isEmpty ? register.members.map(\.id) : round.members
        var fields = [Field("group", say("assessments.field.sheet-group"), .choice(round.groups.map { visit.choice($0.id, $0.title) }), required: true)]
        if !round.units.isEmpty {
            fields.append(Field("unit", say("assessments.field.sheet-unit"), .choice([Choice("", "–")] + round.units.map { visit.choice($0, register.name(of: $0)) })))
        }
        if round.groups.contains(where: { $0.kind == .members }) {
            let choices = say.sorted(members.map { visit.choice($0, register.name(of: $0)) }, by: \.label)
            fields.append(Field("member", say("assessments.field.sheet-member"), .choice([Choice("", "–")] + choices)))
        }
        return fields
    }
}
