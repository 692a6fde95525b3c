import HashTreeCollections
import Journal
import Organisation
import Pages

/// Signals for programs: what was seen, how it is judged, and what is done about it.
enum SignalResource {
    typealias Thing = (id: ID<Signal>, signal: Signal)

    static let resource: Resource = {
        var resource = Resource(
            "Signal", "A sign of change in the surroundings.", path: "scan/signals", items: ["{signal}"], .everyone, properties,
            all: { visit in visit.seen(visit.scan.signals.map { ($0.key, $0.value) }).map { ($0.id.text, $0) } },
            find: { visit in try visit.signal() })
        resource.writes = [
            Write(.create, "Reports a signal.", as: SignalForms.new, input: properties.inputs() + [confirmed]),
            Write(.change, "Says anew what a signal is.", as: SignalForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let confirmed = InputPart(Part("confirmed", .flag, "It is another than those much like it."), .field(SignalDecisions.isAnother))

    private static let estimate = "A whole number from 1 to 5, or a range such as 2-4 or 2-3-5 with the likely one in the middle."

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is, by language.", .field("title", required: true)) { .of($0.signal.title) },
        Property("text", .localized(most: SignalReading.longestText), "What was seen.", .field("text")) { .of($0.signal.text) },
        Property("kind", .choice(of: Signal.Kind.self), "What kind of sign it is.", .field("kind")) { .text($0.signal.kind.rawValue) },
        Property("aspect", .nullable(.identifier), "The side of the surroundings.", .field("aspect")) { .of($0.signal.aspect) },
        Property("theme", .nullable(.identifier), "What it belongs to there.", .field("theme")) { .of($0.signal.theme) },
        Property("firstSeen", .nullable(.day), "When it was first seen.", .field("seen")) { .of($0.signal.firstSeen) },
        Property("regions", .list(.identifier, most: 1000), "Where it shows; everywhere where none is named.", .field("regions")) { .list($0.signal.regions.map { .of($0) }) },
        Property("horizon", .nullable(.choice(of: Signal.Horizon.self)), "When it matters.", .field("horizon")) { .of($0.signal.horizon?.rawValue) },
        Property("direction", .nullable(.choice(of: Signal.Direction.self)), "Opportunity, threat or both.", .field("direction")) { .of($0.signal.direction?.rawValue) },
        Property("opportunity", .localized(most: 4000), "The opportunity in it: of a threat it must be said.", .field("opportunity")) { .of($0.signal.opportunity) },
        Property("impact", .nullable(.text(most: 20)), estimate, .field("impact")) { .of($0.signal.impact?.written) },
        Property("likelihood", .nullable(.text(most: 20)), estimate, .field("likelihood")) { .of($0.signal.likelihood?.written) },
        Property("uncertainty", .nullable(.text(most: 20)), estimate, .field("uncertainty")) { .of($0.signal.uncertainty?.written) },
        Property("novelty", .nullable(.integer(1...5)), "1 (well known) to 5 (never seen).", .field("novelty")) { .of($0.signal.novelty) },
        Property("velocity", .nullable(.choice(of: Signal.Velocity.self)), "Whether it becomes faster.", .field("velocity")) { .of($0.signal.velocity?.rawValue) },
        Property("confidence", .nullable(.choice(of: Signal.Confidence.self)), "How sure the judgement is.", .field("confidence")) { .of($0.signal.confidence?.rawValue) },
        Property("confidenceBecause", .localized(most: 2000), "Why; asked for where confidence is low or high.", .field("confidence-because")) { .of($0.signal.confidenceBecause) },
        Property("evidence", .list(.object(evidenceParts), most: SignalReading.mostEvidence), "Where it was read.") { thing in
            .list(
                thing.signal.evidence.map { item in
                    ["source": .of(item.source), "link": .of(item.link), "on": .of(item.on), "reliability": .text(item.reliability.rawValue)]
                })
        },
        Property("score", .nullable(.number(0...25)), "Impact times likelihood times relevance; null where not both are estimated.") { .of(SignalScore($0.signal)?.likely) },
        Property("status", .choice(of: SignalStanding.Status.self), "What is done about it.") { thing, visit in .text(visit.scan.status(of: thing.id).rawValue) },
        Property("reviewOn", .nullable(.day), "When it is looked at again.") { thing, visit in .of(visit.scan.reviewOn(thing.id)) },
        Property("mergedInto", .nullable(.identifier), "As which signal it goes on; null where it stands by itself, or as one that you may not see.") { thing, visit in
            .of((visit.scan.merged[thing.id]?.into).flatMap { visit.sees($0) ? $0 : nil })
        },
        Property("objectives", .list(.identifier, most: 10_000), "The objectives it bears on, as far as you may see them.") { thing, visit in
            .list(visit.objectives(of: thing.id).sorted().map { .of($0) })
        },
    ]

    private static let evidenceParts = [
        Part("source", .localized(most: 500), "The source.", required: true), Part("link", .nullable(.text(most: 2000)), "Its address.", required: true),
        Part("on", .nullable(.day), "Published or read on.", required: true), Part("reliability", .choice(of: Evidence.Reliability.self), "A to F, after the Admiralty code.", required: true),
    ]
}
