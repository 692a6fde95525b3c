import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was submitted, for programs of the Member's own people: every version, and the one that counts.
enum VersionResource {
    typealias Thing = (place: AnswerPlace, number: Int, version: Version)

    static let versions = Resource(
        "SurveyVersion", "An answer as it was submitted; the last one counts.", path: "surveys/{survey}/answers/{member}/versions", items: ["{version}"],
        AnswerResource.access, properties,
        all: { visit in
            let place = try AnswerPlace(visit)
            return place.answer.versions.enumerated().map { (QuestionResource.orderKey($0.offset + 1), (place, $0.offset + 1, $0.element)) }
        },
        find: { visit in
            let place = try AnswerPlace(visit), versions = place.answer.versions
            guard let number = visit.parameters["version"].flatMap({ Int($0) }), versions.indices.contains(number - 1) else { throw Missing() }
            return (place, number, versions[number - 1])
        })

    static let official: Resource = {
        var resource = Resource(
            "SurveyOfficialAnswer", "The answer of the Member that counts; absent until one is submitted.", path: "surveys/{survey}/answers/{member}/official",
            AnswerResource.access, properties,
            find: { visit in
                let place = try AnswerPlace(visit)
                guard let version = place.answer.versions.last else { throw Missing() }
                return (place, place.answer.versions.count, version)
            })
        resource.writes = [
            Write(
                .put, "Submits the draft, where the survey asks for clearance as whoever clears.", AnswerResource.access,
                input: [
                    InputPart(Part("seal", .text(most: 200), "Of the draft as you read it: what has changed since is not submitted.", required: true), .field("seen")),
                    InputPart(
                        Part("consent", .nullable(.choice(of: Consent.self)), "Who may read it under the Member's name, where the survey asks for that."), .field("consent")),
                ], decide: { try AnswerDecisions.submit($0, at: .member) })
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("member", .identifier, "Whose answer.") { .of($0.place.memberID) },
        Property("version", .integer(1...1_000_000), "Its number, from 1.") { .integer($0.number) },
        Property("responses", .list(ResponseJSON.given, most: 10_000), "What it says.") { ResponseJSON.json($0.version.responses, in: $0.place.questionnaire) },
        Property("desk", .choice(["member", "secretariat"]), "Who typed it: the administration, or the Secretariat from a paper.") { .text($0.version.desk.rawValue) },
        Property("consent", .nullable(.choice(of: Consent.self)), "Who may read it under the Member's name, beyond its own people and planners.") { .of($0.version.consent?.rawValue) },
        Property("submittedBy", .object(Visit.personParts), "Who submitted it.") { thing, visit in visit.json(thing.version.by) },
        Property("clearedBy", .nullable(.object(Visit.personParts)), "Who cleared it.") { thing, visit in thing.version.clearedBy.map { visit.json($0) } ?? .null },
        Property("submittedAt", .moment, "When it was recorded.") { .of($0.version.at) },
        Property("received", .nullable(.day), "When the paper came in.") { .of($0.version.received) },
        Property("position", .integer(1...Int(UInt32.max)), "Its receipt: the position in the journal.") { .integer($0.version.position) },
    ]
}

let surveyResources: [Resource] = [
    SurveyResource.resource, QuestionResource.resource, ResultResource.resource, AnswerResource.resource, ClearanceResource.resource,
    VersionResource.versions, VersionResource.official,
]
