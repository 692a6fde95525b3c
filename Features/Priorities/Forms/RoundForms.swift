import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for a round as a whole.
enum RoundForms {
    static let new = Route.form(PriorityPath.new, .planners, show: start, decide: RoundDecisions.start)
    static let edit = Route.form("priorities/{round}/edit", .planners, show: describe, decide: RoundDecisions.describe)

    static func start(_ visit: Visit) throws -> Form {
        form(visit, visit.say("priorities.new"), lede: visit.say("priorities.new-lede"), Round(title: .empty), cancel: PriorityPath.rounds, trail: visit.priorityTrail())
    }

    static func describe(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round()
        return form(visit, visit.say("priorities.edit"), lede: "", round, cancel: PriorityPath.round(id), trail: visit.priorityTrail(id))
    }

    static func withdraw(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.round(), say = visit.say
        return .withdrawing(
            say("priorities.withdraw"), lede: say("priorities.withdraw-lede"), place: PriorityPath.rounds, trail: visit.priorityTrail(id), cancel: PriorityPath.round(id), say)
    }

    private static func form(_ visit: Visit, _ title: String, lede: String, _ round: Round, cancel: String, trail: [(title: String, path: String)]) -> Form {
        let say = visit.say
        func digits(_ number: Double) -> String { plainDigits((number * 100).rounded() / 100, visit.language.decimalMark) }
        let readers = Round.Readers.allCases.map { Choice($0.rawValue, say("priorities.readers.\($0.rawValue)")) }
        let rules = Round.Rule.allCases.map { Choice($0.rawValue, say("priorities.rule.\($0.rawValue)")) }
        let details: [Field] = [
            Field("common", say("priorities.field.common"), .number, value: digits(round.commonFrom), required: true, help: say("priorities.field.common-help")),
            Field("shared", say("priorities.field.shared"), .number, value: digits(round.sharedFrom), required: true, help: say("priorities.field.shared-help")),
            Field("guarantee", say("priorities.field.guarantee"), .number, value: digits(round.guarantee), required: true, help: say("priorities.field.guarantee-help")),
            Field("budget", say("priorities.field.budget"), .number, value: round.budget.map(digits), help: say("priorities.field.budget-help")),
            .localized("unit", say("priorities.field.unit"), round.unit, languages: visit.languages),
        ]
        return Form(
            title, lede: lede, place: PriorityPath.rounds, trail: trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                .localized("title", say("priorities.field.title"), round.title, languages: visit.languages, required: true),
                .localized("introduction", say("priorities.field.introduction"), round.introduction, rows: 3, languages: visit.languages),
                Field("box", say("priorities.field.box"), .choice(boxes(visit)), value: round.box?.description ?? "", help: say("priorities.field.box-help")),
                Field("size", say("priorities.field.size"), .number, value: "\(round.size)", required: true, help: say("priorities.field.size-help")),
                Field("rule", say("priorities.field.rule"), .oneOf(rules, inRow: false), value: round.rule.rawValue, required: true, help: say("priorities.field.rule-help")),
                Field("readers", say("priorities.field.readers"), .oneOf(readers, inRow: false), value: round.readers.rawValue, required: true, help: say("priorities.field.readers-help")),
                .localized("source", say("priorities.field.source"), round.source, languages: visit.languages, help: say("priorities.field.source-help")),
            ]
                + details.map {
                    var field = $0
                    field.fold = say("priorities.details")
                    return field
                })
    }

    /// The questions whose answers are ballots, the newest survey first.
    private static func boxes(_ visit: Visit) -> [Choice] {
        [Choice("", visit.say("priorities.no-box"))]
            + visit.ballotBoxes.map { Choice($0.reference.description, "\(visit.name(of: $0)) · \(visit.say("priorities.box.\($0.kind.rawValue)"))") }
    }
}
