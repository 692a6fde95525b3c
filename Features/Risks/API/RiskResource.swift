import HashTreeCollections
import Journal
import Organisation
import Pages

/// Risks for programs: what may happen, how large it is and was, what answers it, and whether it keeps plans from being adopted.
enum RiskResource {
    typealias Thing = RiskStanding

    static let resource: Resource = {
        var resource = Resource(
            "Risk", "What may keep the organisation from its objectives.", path: "risks", items: ["{risk}"], .everyone, properties,
            all: { visit in visit.standings.map { ($0.id.text, $0) } },
            find: { visit in
                let (id, risk) = try visit.risk()
                return visit.standing(of: id, risk)
            })
        resource.writes = [
            Write(.create, "Records a risk.", as: RiskForms.new, input: properties.inputs()),
            Write(.change, "Says anew what a risk is, and what answers it.", as: RiskForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = own + judged

    private static let own: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is called, by language.", .field("title", required: true)) { .of($0.risk.title) },
        Property("cause", .localized(most: RiskEntry.longestText), "Why it may happen.", .field("cause")) { .of($0.risk.cause) },
        Property("event", .localized(most: RiskEntry.longestText), "What may happen.", .field("event", required: true)) { .of($0.risk.event) },
        Property("effect", .localized(most: RiskEntry.longestText), "What would follow.", .field("effect")) { .of($0.risk.effect) },
        Property("category", .nullable(.identifier), "What it belongs to.", .field("category")) { .of($0.risk.category) },
        Property("treatment", .nullable(.choice(of: Risk.Treatment.self)), "What is done with it.", .field("treatment")) { .of($0.risk.treatment?.rawValue) },
        Property("treatmentText", .localized(most: RiskEntry.longestText), "How.", .field("treatment-text")) { .of($0.risk.treatmentText) },
        Property("treatmentDue", .nullable(.day), "By when.", .field("treatment-due")) { .of($0.risk.treatmentDue) },
        Property("owner", .nullable(.identifier), "The unit that answers for it.", .field("owner")) { .of($0.risk.owner) },
        Property("reviewOn", .nullable(.day), "When somebody looks at it again.", .field("review")) { .of($0.risk.reviewOn) },
        Property("source", .localized(most: 500), "Who named it, and where.", .field("source")) { .of($0.risk.source?.text ?? .empty) },
        Property("sourceLink", .nullable(.text(most: 2000)), "Its address.", .field("source-link")) { .of($0.risk.source.flatMap { $0.link.isEmpty ? nil : $0.link }) },
        Property("sourceOn", .nullable(.day), "Its day.", .field("source-on")) { .of($0.risk.source?.on) },
        Property("readers", .choice(of: Risk.Readers.self), "Who reads it.", .field("readers")) { .text($0.risk.readers.rawValue) },
        Property("answers", .list(.reference, most: RiskEntry.mostLinks), "Objectives and actions that answer it, as far as you may see them.", .field("answers")) { thing, visit in
            .list(thing.risk.answers.filter { visit.node($0) != nil }.map { .text("\($0)") })
        },
        Property("signals", .list(.reference, most: RiskEntry.mostLinks), "The signs in which it shows, as far as you may see them.", .field("signals")) { thing, visit in
            .list(thing.risk.signals.filter { visit.node($0) != nil }.map { .text("\($0)") })
        },
        Property("controls", .list(.object(controlParts), most: RiskEntry.mostControls), "What is done already.") { thing in
            .list(thing.risk.controls.map { ["what": .of($0.what), "who": .of($0.who), "strength": .of($0.strength?.rawValue)] })
        },
    ]

    private static let judged: [Property<Thing>] = [
        Property("score", .nullable(.integer(RiskPlace.scores)), "Residual likelihood times impact; null where it was never rated.") { .of($0.score) },
        Property("level", .choice(of: RiskFilter.Level.self), "By the rule that holds.") { .text($0.level?.rawValue ?? RiskFilter.Level.unrated.rawValue) },
        Property("appetite", .nullable(.integer(RiskPlace.scores)), "The highest score that its category is willing to carry; null where nobody has said it, or not for you.") { thing, visit in
            .of(visit.viewer.belongs(to: .participants) ? thing.appetite : nil)
        },
        Property("isClosed", .flag, "Whether it is carried no more.") { .flag($0.isClosed) },
        Property("isAnswered", .flag, "Whether something in a plan that has not ended answers it, or a body carries it knowingly.") { .flag($0.isAnswered) },
        Property("blocks", .flag, "Whether it keeps every plan from being adopted.") { .flag($0.blocks) },
        Property("ratings", .list(.object(RatingResource.parts), most: 10_000), "Every rating that it has had, the oldest first.") { thing, visit in
            .list((visit.risks.ratings[thing.id] ?? []).map { RatingResource.json($0, visit) })
        },
        Property("acceptances", .list(.object(acceptanceParts), most: 10_000), "Every acceptance, the oldest first; the last one that was not taken back counts.") { thing, visit in
            .list((visit.risks.acceptances[thing.id] ?? []).map { acceptance($0, thing, visit) })
        },
    ]

    private static let controlParts = [
        Part("what", .localized(most: 500), "What is done.", required: true), Part("who", .localized(most: 200), "By whom.", required: true),
        Part("strength", .nullable(.choice(of: RiskControl.Strength.self)), "How well it works.", required: true),
    ]

    private static let acceptanceParts = [
        Part("body", .identifier, "The body that accepted it.", required: true), Part("on", .day, "When.", required: true),
        Part("document", .localized(most: 500), "Where that is on record.", required: true), Part("because", .localized(most: RiskEntry.longestText), "Why.", required: true),
        Part("until", .nullable(.day), "The last day on which it holds.", required: true), Part("score", .integer(RiskPlace.scores), "The residual score that was accepted.", required: true),
        Part("state", .choice(["holds", "over", "risen", "withdrawn"]), "Whether it still stands for anything.", required: true),
    ]

    private static func acceptance(_ given: GivenAcceptance, _ thing: Thing, _ visit: Visit) -> JSON {
        let acceptance = given.acceptance
        return [
            "body": .of(acceptance.body), "on": .of(acceptance.on), "document": .of(acceptance.document), "because": .of(acceptance.because), "until": .of(acceptance.until),
            "score": .integer(acceptance.score), "state": .text(given.state(on: visit.times.day, after: visit.risks.ratings[thing.id] ?? []).name),
        ]
    }
}

extension AcceptanceState {
    fileprivate var name: String {
        switch self {
        case .holds: "holds"
        case .over: "over"
        case .risen: "risen"
        case .withdrawn: "withdrawn"
        }
    }
}
