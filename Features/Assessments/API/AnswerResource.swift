import HashTreeCollections
import Journal
import Organisation
import Pages

/// One's own answers, category by category: nobody reads anybody else's.
enum AnswerResource {
    struct Thing: Sendable {
        let category: Category
        let seat: Seat?
        let scores: [Score]
    }

    static let resource: Resource = {
        var resource = Resource(
            "AssessmentAnswer", "Your own answers to the statements of a category; nobody reads anybody else’s.", path: "assessments/rounds/{round}/answers", items: ["{category}"], .participants,
            properties,
            all: { visit in
                let (id, round) = try own(visit)
                return visit.assessments.categories(of: round).map { ($0.id.text, thing($0, id, visit)) }
            },
            find: { visit in
                let (id, round) = try own(visit)
                return thing(try visit.category(of: round), id, visit)
            })
        resource.writes = [Write(.put, "Answers while the round is open; a statement that is not named keeps its answer.", as: AnswerForms.answering, input: properties.inputs())]
        return resource
    }()

    private static func own(_ visit: Visit) throws(Missing) -> (id: ID<AssessmentRound>, round: AssessmentRound) {
        let (id, round) = try visit.round(in: .open, .closed, .published)
        guard visit.viewer.account != nil, !visit.viewer.groups(of: round).isEmpty else { throw Missing() }
        return (id, round)
    }

    private static func thing(_ category: Category, _ id: ID<AssessmentRound>, _ visit: Visit) -> Thing {
        let account = visit.viewer.account, assessments = visit.assessments
        return Thing(category: category, seat: account.flatMap { assessments.seat(id, of: $0) }, scores: account.flatMap { assessments.answered(id, by: $0)[category.id] } ?? [])
    }

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "The category.") { .of($0.category.id) }, Property("title", .localized(most: 200), "What it is called.") { .of($0.category.title) },
        Property("group", .nullable(.identifier), "In which group you are counted, once for the whole round; asked for where you could be in several.", .field("group")) { .of($0.seat?.group) },
        Property("unit", .nullable(.identifier), "In which unit you work, where the round tells units apart.", .field("unit")) { .of($0.seat?.unit) },
        Property("member", .nullable(.identifier), "For which Member you answer, where you could for several.", .field("member")) { .of($0.seat?.member) },
        Property("scores", .list(.object(score), most: Framework.mostStatements), "What was answered; null for what does not apply.", scores) { thing in
            .list(thing.scores.map { ["statement": .of($0.statement), "value": .of($0.value)] })
        },
    ]

    private static let score = [
        Part("statement", .identifier, "To which statement.", required: true),
        Part("value", .nullable(.integer(1...Framework.mostPoints)), "A point of the scale, the lowest is 1; null where it does not apply.", required: true),
    ]

    /// Each statement has a field of its own.
    private static let scores = Input(
        enter: { json, entered in
            for score in json.items ?? [] {
                let value = score["value"] ?? .null
                entered.set(field(of: score), value == .null ? .text(ScoreField.inapplicable) : value)
            }
        },
        pointer: { field, json in (json.items ?? []).firstIndex { AnswerResource.field(of: $0) == field }.map { "/\($0)/value" } },
        misfits: { json, form in
            (json.items ?? []).enumerated().compactMap { place, score in
                form.fields.contains { $0.name == field(of: score) } ? nil : JSONMistake("/\(place)/statement", "pages.refusal.choose")
            }
        })

    private static func field(of score: JSON) -> String { "s-\(score["statement"]?.text ?? "")" }
}
