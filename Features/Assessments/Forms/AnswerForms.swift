import HashTreeCollections
import Journal
import Organisation
import Pages

/// What people fill in who are asked: a short page for each category.
enum AnswerForms {
    static let answering = Route.form("assessments/rounds/{round}/answer/{category}", .participants, show: answer, decide: AnswerDecisions.answer)

    static let routes: [Route] = [
        answering,
        .form("assessments/rounds/{round}/seat", .participants, show: move, decide: AnswerDecisions.move),
        .form("assessments/rounds/{round}/take-back", .participants, show: takeBack, decide: AnswerDecisions.takeBack),
        .form("assessments/rounds/{round}/consent", .roles(Role.ofAdministrations), show: consent, decide: AnswerDecisions.consent),
    ]

    private static func asked(_ visit: Visit) throws -> (id: ID<AssessmentRound>, round: AssessmentRound, account: ID<Actor>) {
        let (id, round) = try visit.round(in: .open)
        guard visit.mayAnswer(id), let account = visit.viewer.account else { throw Missing() }
        return (id, round, account)
    }

    /// Who was writing when the round was closed gets back what was written, and is told.
    private static func askedLately(_ visit: Visit) throws -> (id: ID<AssessmentRound>, round: AssessmentRound, account: ID<Actor>) {
        let (id, round) = try visit.round(in: .open, .closed, .published)
        guard visit.isNow, !visit.viewer.groups(of: round).isEmpty, let account = visit.viewer.account else { throw Missing() }
        return (id, round, account)
    }

    static func asksForSeat(_ visit: Visit, _ round: AssessmentRound) -> Bool { !seat(visit, round, nil).isEmpty }

    private static func answer(_ visit: Visit) throws -> Form {
        let (id, round, account) = try askedLately(visit), isClosed = !visit.assessments.isOpen(id), category = try visit.category(of: round), say = visit.say,
            all = visit.assessments.categories(of: round)
        let scale = visit.assessments.framework(of: round)?.scale ?? [], given = visit.assessments.answered(id, by: account)[category.id] ?? []
        let level = visit.assessments.framework(of: round)?.levels.first { $0.id == category.level }
        let points = scale.enumerated().map { place, point in
            Choice("\(place + 1)", point.text.isEmpty ? visit.plain(point.label) : say.naming(visit.plain(point.label), visit.plain(point.text)), language: visit.shownLanguage(of: point.label))
        }
        let inapplicable = Choice(ScoreField.inapplicable, say("assessments.inapplicable"))
        let statements = category.statements.map { statement -> Field in
            let score = given.first { $0.statement == statement.id }
            var field = Field(
                ScoreField.name(statement.id), visit.plain(statement.text), .oneOf(points + [inapplicable], inRow: false),
                value: score.map { $0.value.map(String.init) ?? ScoreField.inapplicable } ?? "")
            field.language = visit.shownLanguage(of: statement.text)
            return field
        }
        let hasSeat = visit.assessments.seat(id, of: account) != nil
        var form = Form(
            visit.plain(category.title), lede: level.map { visit.plain($0.title) } ?? "", place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("assessments.save-on"),
            cancel: AssessmentPath.round(id), fields: (hasSeat ? [] : seat(visit, round, nil)) + statements
        ) {
            p(.class("help")) { say("assessments.category-of", ["n": say.number((all.firstIndex { $0.id == category.id } ?? 0) + 1), "of": say.number(all.count)]) }
            if !category.text.isEmpty { p { visit.text(category.text) } }
            p(.class("note")) { isClosed ? say("assessments.closed-now") : say("assessments.answer-note", count: max(AssessmentRound.fewest, round.least)) }
        }
        form.isClosed = isClosed
        return form
    }

    /// Nothing to choose where there is one choice only.
    private static func seat(_ visit: Visit, _ round: AssessmentRound, _ present: Seat?) -> [Field] {
        let say = visit.say, groups = visit.viewer.groups(of: round), members = visit.viewer.asked(among: round)
        var fields: [Field] = []
        if groups.count > 1 {
            let choices = groups.map { visit.choice($0.id, $0.title) }
            fields.append(Field("group", say("assessments.field.own-group"), .oneOf(choices, inRow: false), value: present?.group.text ?? "", required: true))
        }
        if groups.contains(where: { $0.kind == .staff }), !round.units.isEmpty {
            let choices = [Choice("", "–")] + round.units.map { visit.choice($0, visit.register.name(of: $0)) }
            fields.append(Field("unit", say("assessments.field.own-unit"), .choice(choices), value: present?.unit?.text ?? "", help: say("assessments.field.own-unit-help")))
        }
        if groups.contains(where: { $0.kind == .members }), members.count > 1 {
            fields.append(
                Field(
                    "member", say("assessments.field.own-member"), .choice([Choice("", "–")] + members.map { visit.choice($0, visit.register.name(of: $0)) }), value: present?.member?.text ?? ""))
        }
        return fields
    }

    private static func move(_ visit: Visit) throws -> Form {
        let (id, round, account) = try asked(visit), say = visit.say
        return Form(
            say("assessments.seat"), lede: say("assessments.seat-lede"), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"), cancel: AssessmentPath.round(id),
            fields: seat(visit, round, visit.assessments.seat(id, of: account)))
    }

    private static func takeBack(_ visit: Visit) throws -> Form {
        let (id, _, _) = try asked(visit), say = visit.say
        var form = Form(
            say("assessments.take-back"), lede: say("assessments.take-back-lede"), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("assessments.take-back"),
            cancel: AssessmentPath.round(id), fields: [])
        form.isDangerous = true
        return form
    }

    private static func consent(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(in: .open), say = visit.say, own = visit.viewer.asked(among: round).filter(visit.viewer.administrations.contains)
        guard !own.isEmpty else { throw Missing() }
        let given = visit.assessments.consents[id] ?? []
        return Form(
            say("assessments.consent"), lede: say("assessments.consent-lede", count: round.least), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"),
            cancel: AssessmentPath.round(id),
            fields: [Field("members", say("assessments.field.consent"), .choices(own.map { visit.choice($0, visit.register.name(of: $0)) }), values: own.filter(given.contains).map(\.text))])
    }
}
