import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is done about a signal, for programs of planners.
enum StandingResource {
    typealias Thing = (id: ID<Signal>, signal: Signal)

    static let resource: Resource = {
        var resource = Resource(
            "SignalStanding", "What is done about a signal, and when it is looked at again.", path: "scan/signals/{signal}/standing", .participants, properties,
            find: { visit in try visit.signal() })
        resource.writes = [Write(.put, "Says what is done about it.", as: SignalForms.placing, input: properties.inputs())]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("signal", .identifier, "Which signal.") { .of($0.id) },
        Property("status", .choice(of: SignalStanding.Status.self), "What is done about it.", .field("status", required: true)) { thing, visit in
            .text(visit.scan.status(of: thing.id).rawValue)
        },
        Property("reviewOn", .nullable(.day), "When it is looked at again: asked for while it is looked after.", .field("review")) { thing, visit in .of(visit.scan.reviewOn(thing.id)) },
        Property("because", .localized(most: 4000), "Why; asked for where it is retired.", .field("because")) { thing, visit in
            .of(visit.scan.standings[thing.id]?.last?.standing.because ?? .empty)
        },
    ]
}

/// One's own rating of a signal: that of one's Member, or, of the staff, one's own.
enum RatingResource {
    typealias Thing = (id: ID<Signal>, rating: SignalRating?)

    static let resource: Resource = {
        var resource = Resource(
            "SignalRating", "What your Member makes of a signal, or you where you are of the staff; nobody else's rating is told by itself.",
            path: "scan/signals/{signal}/rating", SignalForms.rating, properties,
            find: { visit in
                let (id, _) = try visit.signal(), viewer = visit.viewer
                let raters = viewer.isStaff ? viewer.account.map { [Rater.person($0)] } ?? [] : viewer.administrations.map { Rater.member($0) }
                return (id, raters.compactMap { visit.scan.ratings[id]?[$0]?.rating }.first)
            })
        resource.writes = [
            Write(.put, "Rates it; an axis that is not named keeps what it has, and null on all of them takes the rating back.", as: SignalForms.judging, input: properties.inputs() + [member])
        ]
        return resource
    }()

    private static let member = InputPart(Part("member", .nullable(.identifier), "For which Member, where you may rate for several."), .field("member"))

    private static let properties: [Property<Thing>] = [
        Property("signal", .identifier, "Which signal.") { .of($0.id) },
        Property("impact", .nullable(.integer(1...5)), "What it brings: 1 (hardly anything) to 5 (changes everything).", .field("impact")) { .of($0.rating?.impact) },
        Property("desirability", .nullable(.integer(1...5)), "How much it is wanted, where the edition asks so.", .field("desirability")) { .of($0.rating?.desirability) },
        Property("likelihood", .nullable(.integer(1...5)), "How likely it is.", .field("likelihood")) { .of($0.rating?.likelihood) },
    ]
}
