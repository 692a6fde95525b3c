import HashTreeCollections
import Journal
import Organisation
import Pages

/// Rounds for programs: how they are counted, and what was adopted.
enum RoundResource {
    static let resource: Resource = {
        var resource = Resource(
            "PriorityRound", "A search for what members want most.", path: "priorities", items: ["{round}"], .everyone, properties,
            all: { visit in visit.organisation[Priorities.self].inOrder.compactMap { try? RoundReading(visit, $0.id) }.map { ($0.id.text, $0) } },
            find: { visit in try RoundReading(visit) })
        resource.writes = [
            Write(.create, "Begins a new round.", as: RoundForms.new, input: properties.inputs()),
            Write(.change, "Says anew what a round counts, and how.", as: RoundForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<RoundReading>] = settings + found

    private static let settings: [Property<RoundReading>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "Its title by language.", .field("title", required: true)) { .of($0.round.title) },
        Property("introduction", .localized(most: 10_000), "What it is for.", .field("introduction")) { .of($0.round.introduction) },
        Property("box", .nullable(.reference), "The question of a survey whose answers are its ballots.", .field("box")) { $0.round.box.map { .text("\($0)") } ?? .null },
        Property("size", .integer(1...50), "How many priorities are looked for.", .field("size", required: true)) { .integer($0.round.size) },
        Property("rule", .choice(of: Round.Rule.self), "The rule by which the list is proposed.", .field("rule", required: true)) { .text($0.round.rule.rawValue) },
        Property("commonFrom", .number(0...100), "From which percentage of the regions on something is common.", .field("common", required: true)) { .number($0.round.commonFrom) },
        Property("sharedFrom", .number(0...100), "From which percentage of the regions on something is shared.", .field("shared", required: true)) { .number($0.round.sharedFrom) },
        Property("guarantee", .number(0...100), "Which percentage of its own first ones each region is to find in the list with a guarantee.", .field("guarantee", required: true)) {
            .number($0.round.guarantee)
        },
        Property("budget", .nullable(.number(0...1e12)), "What there is for all of them together.", .field("budget")) { .of($0.round.budget) },
        Property("unit", .localized(most: 100), "In which unit costs are given.", .field("unit")) { .of($0.round.unit) },
        Property("readers", .choice(of: Round.Readers.self), "Who may read it.", .field("readers", required: true)) { .text($0.round.readers.rawValue) },
        Property("source", .localized(most: 2000), "Where a list that was published elsewhere is from.", .field("source")) { .of($0.round.source) },
    ]

    private static let found: [Property<RoundReading>] = [
        Property("asked", .nullable(.integer(0...1_000_000)), "How many members were asked; null where you may not know it yet.") { $0.box.map { .integer($0.asked.count) } ?? .null },
        Property("ballots", .nullable(.integer(0...1_000_000)), "How many of them have a ballot; null where you may not know it yet.") {
            $0.box.map { .integer($0.ballots.count) } ?? .null
        },
        Property("adopted", .nullable(.object(adoptionParts)), "What a body decided last; null where none did.") { reading in
            guard let adoption = reading.adopted?.adoption else { return .null }
            return [
                "body": .of(adoption.body), "on": .of(adoption.on), "document": .of(adoption.document), "candidates": .list(adoption.candidates.map { .of($0) }),
                "note": .of(adoption.note),
                "because": adoption.because.map { .of($0) } ?? .null,
                // What a count proposed is not told to whom it is not shown.
                "proposed": reading.count.map { .list((adoption.proposed ?? $0.proposed).map { .of($0) }) } ?? .null,
            ]
        },
    ]

    private static let adoptionParts = [
        Part("body", .identifier, "The body.", required: true), Part("on", .day, "The day of the decision.", required: true),
        Part("document", .localized(most: 500), "Where it is on record.", required: true),
        Part("candidates", .list(.identifier, most: 10_000), "What was adopted, in its order.", required: true),
        Part("note", .localized(most: 10_000), "What the body said.", required: true),
        Part("because", .nullable(.localized(most: 10_000)), "Why the list or its order is another than the count proposed; null where it is not, or where nothing was said.", required: true),
        Part("proposed", .nullable(.list(.identifier, most: 10_000)), "What the count proposed, in its order; null where nothing was counted, or not for you.", required: true),
    ]
}
