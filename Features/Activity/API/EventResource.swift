import Journal
import Organisation
import Pages

/// The journal for programs: the sentences of the log with what a machine needs, oldest first, so that what is new comes last.
enum EventResource {
    static let resource: Resource = {
        var resource = Resource(
            "Event", "What was done, by whom and when: the activity log, oldest first. To hear what is new, ask with after set to the last position you know.",
            path: "events", items: ["{position}"], .participants, properties, some: list,
            find: { visit in
                // One that is not there yet is looked up like one that is not for this reader.
                guard let text = visit.parameters["position"], let position = Int(text), (1...Int(UInt32.max)).contains(position),
                    let happening = try await visit.happenings(after: position - 1, through: position).first
                else { throw Missing() }
                return happening
            })
        resource.parameters = [
            QueryParameter("after", .integer(0...Int(UInt32.max)), "Only events after this position."),
            QueryParameter("chapter", .identifier, "Only events of this chapter."),
        ]
        return resource
    }()

    /// So many entries are read at a time, and at most so many for one answer: whoever may see little reads on from there.
    private static let piece = 500, most = 10_000

    @Sendable private static func list(_ visit: Visit, _ after: String?, _ limit: Int) async throws -> Resource.Stretch<(key: String, thing: Happening)> {
        let begin = max(after.flatMap { Int($0) } ?? 0, visit.query["after"].flatMap { Int($0) } ?? 0), end = visit.organisation.position
        var place = max(begin, 0), found: [Happening] = []
        while place < end, found.count <= limit, place - begin < most {
            let through = min(place + piece, end)
            found += try await visit.happenings(after: place, through: through, chapter: visit.query["chapter"])
            place = through
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { "\($0.position)" } : place < end ? "\(place)" : nil
        return Resource.Stretch(page.map { ("\($0.position)", $0) }, next: next)
    }

    private static let properties: [Property<Happening>] = [
        Property("position", .integer(1...Int(UInt32.max)), "Where in the journal.") { .integer($0.position) },
        Property("chapter", .identifier, "The chapter of the journal to which it belongs.") { .text($0.entry.record.chapter) },
        Property("at", .moment, "When it was recorded.") { .of($0.entry.record.at) },
        Property("on", .nullable(.day), "The day from which it holds; null: since before the records begin.") { $0.entry.record.on == .beginning ? .null : .of($0.entry.record.on) },
        Property("actor", .object(Visit.personParts), "Who recorded it.") { thing, visit in visit.json(thing.entry.record.actor) },
        Property("about", .list(.reference, most: 1000), "What it is about.") { .list($0.told.about.map { .text($0.description) }) },
        Property("sentence", .text(most: 100_000), "What was done, in the language asked for.") { thing, visit in .text(visit.sentence(of: thing)) },
    ]
}

extension Visit {
    /// What this reader may see of the events between two positions, on the days being read.
    fileprivate func happenings(after: Int, through: Int, chapter: String? = nil) async throws -> [Happening] {
        try await revised(history(EntrySelection(chapter: chapter, holdingBy: times.asOf, after: after, before: through + 1)).compactMap(happening))
    }
}
