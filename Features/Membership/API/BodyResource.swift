import HashTreeCollections
import Journal
import Organisation
import Pages

/// Governing and working bodies for programs.
enum BodyResource {
    typealias Thing = (id: ID<Body>, body: Body)

    static let resource: Resource = {
        var resource = Resource(
            "Body", "A governing or working body, with its seats and who holds them.", path: "bodies", items: ["{body}"], .everyone, properties,
            all: { visit in visit.register.bodies.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Body> = try visit.id("body")
                guard let body = visit.register.bodies[id] else { throw Missing() }
                return (id, body)
            })
        resource.writes = [
            Write(
                .create, "Describes a new body. Its identifier is made of its name.", as: BodyForms.new, input: properties.inputs() + [RegionResource.since]),
            Write(.change, "Says anew what a body is.", as: BodyForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("name", .localized(most: 200), "Its name by language.", .field("name", required: true)) { .of($0.body.name) },
        Property("purpose", .localized(most: 4000), "What it is for.", .field("purpose")) { .of($0.body.purpose) },
        Property("reportsTo", .nullable(.identifier), "The body to which it reports.", .field("reports-to")) { .of($0.body.reportsTo) },
        Property("isPlenary", .flag, "Whether every member has a seat.", .field("plenary")) { .flag($0.body.isPlenary) },
        Property("seats", .list(.object(seatParts(note: true)), most: 1000), "Its seats by region.", seatsInput) { .list($0.body.seats.map(seat)) },
        Property("mandateYears", .nullable(.integer(1...50)), "Years of a mandate; null where none is set.", .field("mandate-years")) {
            .of($0.body.mandateYears)
        },
        Property("isRenewableOnce", .flag, "Whether a mandate may be renewed once.", .field("renewable-once")) { .flag($0.body.isRenewableOnce) },
        Property("source", .localized(most: 1000), "Where this is laid down.", .field("source")) { .of($0.body.source) },
        Property("mandates", .list(.object(mandateParts), most: 10_000), "The mandates that run on the day that is read.") { thing, visit in
            .list(visit.register.mandates(runningOn: visit.times.day, in: thing.id).map(mandate))
        },
    ]

    private static let mandateParts = [
        Part("id", .identifier, "Its identifier here.", required: true), Part("member", .identifier, "Who holds it.", required: true),
        Part("office", .choice(of: Mandate.Office.self), "As what.", required: true), Part("from", .day, "From when.", required: true),
        Part("until", .nullable(.day), "Until when.", required: true),
    ]

    private static func mandate(_ id: ID<Mandate>, _ mandate: Mandate) -> JSON {
        ["id": .of(id), "member": .of(mandate.member), "office": .text(mandate.office.rawValue), "from": .of(mandate.from), "until": .of(mandate.until)]
    }

    private static func seat(_ rule: SeatRule) -> JSON {
        ["region": .of(rule.region), "count": .integer(rule.count), "note": .of(rule.note)]
    }

    private static func seatParts(note: Bool) -> [Part] {
        [
            Part("region", .nullable(.identifier), "Of which region; null for seats of none.", required: true),
            Part("count", .integer(0...10_000), "How many.", required: true),
        ] + (note ? [Part("note", .localized(most: 4000), "Remarks.", required: true)] : [])
    }

    /// The whole list is sent: what is not in it has no seats. A seat names its region by a field of the form.
    private static let seatsInput = Input(
        as: .list(.object(seatParts(note: false)), most: 1000),
        enter: { json, entered in
            for name in entered.names where name.hasPrefix("seats-") { entered.set(name, .null) }
            for seat in json.items ?? [] { entered.set(field(of: seat), seat["count"] ?? .null) }
        },
        pointer: { field, json in
            guard field.hasPrefix("seats-") else { return nil }
            return (json.items ?? []).firstIndex { BodyResource.field(of: $0) == field }.map { "/\($0)/count" } ?? ""
        },
        misfits: { json, form in
            let fields = (json.items ?? []).map(BodyResource.field)
            return fields.enumerated().compactMap { place, field in
                let isThere = form.fields.contains { $0.name == field }, isTwice = fields[..<place].contains(field)
                return isThere && !isTwice ? nil : JSONMistake("/\(place)/region", isTwice ? "membership.refusal.seats-twice" : "pages.refusal.choose")
            }
        })

    private static func field(of seat: JSON) -> String { "seats-\(seat["region"]?.text ?? "other")" }
}
