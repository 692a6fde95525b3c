import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Candidates for programs: where they came from, how they count, and what became of them.
enum CandidateResource {
    struct Thing: Sendable {
        let id: ID<Candidate>
        let candidate: Candidate
        let reading: RoundReading
        /// Its place among those that are counted; `nil` where it is not, or not for this reader.
        let counted: (count: RoundCount, place: Int)?

        init(_ id: ID<Candidate>, _ candidate: Candidate, _ reading: RoundReading, _ count: RoundCount?) {
            self.id = id
            self.candidate = candidate
            self.reading = reading
            counted = count.flatMap { count in count.index(of: id).map { (count, $0) } }
        }
    }

    static let resource: Resource = {
        var resource = Resource(
            "PriorityCandidate", "Something that may become a priority, or has.", path: "priorities/{round}/candidates", items: ["{candidate}"], .everyone, properties,
            all: { visit in
                let reading = try RoundReading(visit), count = reading.count
                return reading.priorities.candidates(of: reading.id).map { ($0.id.text, Thing($0.id, $0.candidate, reading, count)) }
            },
            find: { visit in
                let reading = try RoundReading(visit), (id, candidate) = try visit.candidate()
                return Thing(id, candidate, reading, reading.count)
            })
        resource.writes = [
            Write(.create, "Proposes a candidate.", as: CandidateForms.new, input: properties.inputs()),
            Write(.change, "Says anew what a candidate is.", as: CandidateForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "What it is called, by language.", .field("title", required: true)) { .of($0.candidate.title) },
        Property("text", .localized(most: 10_000), "What is meant by it.", .field("text")) { .of($0.candidate.text) },
        Property("origins", .list(.reference, most: 1000), "What on the golden thread it came from, as far as you may see it.", .field("origins")) { thing in
            let known = Set(thing.reading.visit.thread.nodes.map(\.reference))
            return .list(thing.candidate.origins.filter(known.contains).map { .text("\($0)") })
        },
        Property("options", .list(.integer(1...10_000), most: 10_000), "By which numbers the ballots name it.") { .list($0.candidate.options.map { .integer($0) }) },
        Property("cost", .nullable(.number(0...1e12)), "What it costs.", .field("cost")) { .of($0.candidate.cost) },
        Property("standing", .choice(["stands", "merged", "split", "dropped"]), "Whether it stands by itself, and how it ended if not.") { thing in
            switch thing.reading.priorities.ended[thing.id]?.how {
            case nil: .text("stands")
            case .merged: .text("merged")
            case .split: .text("split")
            case .dropped: .text("dropped")
            }
        },
        Property("successors", .list(.identifier, most: 1000), "As what it goes on: itself, what it was merged into, or its parts.") {
            .list($0.reading.priorities.successors(of: $0.id).map { .of($0) })
        },
        Property("adoptedAs", .nullable(.integer(1...10_000)), "Its number in the list that holds.") { $0.reading.priorities.place(of: $0.id).map { .integer($0) } ?? .null },
        Property("answeredBy", .list(.reference, most: 10_000), "What in the plan answers it, as far as you may see it.") { thing in
            .list(thing.reading.answering(thing.id).map { .text("\($0.reference)") })
        },
        Property("count", .nullable(.object(countParts)), "What the ballots say of it; null where it is not counted, or not for you.") { count($0) },
    ]

    private static let countParts =
        [
            Part("support", .number(0...1), "The share of ballots that have it among their first ones.", required: true),
            Part("bordaShare", .number(0...1), "Borda's points, of all that could be had.", required: true),
            Part("class", .nullable(.choice(["common", "shared", "regional", "none"])), "By the share of regions that have it among their first ones.", required: true),
            Part("guaranteed", .nullable(.flag), "Whether it is in the list with a guarantee.", required: true),
        ] + Round.Rule.allCases.map { Part($0.rawValue, .nullable(.integer(1...10_000)), "Its place by this rule, one Member one vote.", required: true) }
        + Round.Rule.allCases.map { Part("\($0.rawValue)ByRegion", .nullable(.integer(1...10_000)), "Its place by this rule where every region counts alike.", required: true) }

    private static func count(_ thing: Thing) -> JSON {
        guard let (count, place) = thing.counted else { return .null }
        let head: [JSON.Pair] = [
            .init("support", .number(count.support(of: place))), .init("bordaShare", .number(count.members.bordaShare(of: place))),
            .init("class", count.classes.map { .text($0[place].rawValue) } ?? .null), .init("guaranteed", count.guaranteed.map { .flag($0.selected.contains(place)) } ?? .null),
        ]
        func places(_ electorate: Round.Electorate, _ suffix: String) -> [JSON.Pair] {
            Round.Rule.allCases.map { rule in .init(rule.rawValue + suffix, count.place(of: place, by: rule, electorate).map { .integer($0) } ?? .null) }
        }
        return .object(head + places(.members, "") + places(.regions, "ByRegion"))
    }
}
