import HashTreeCollections
import Journal
import Organisation
import Pages

/// A Member's answer for programs of its own people; to everybody else there is none (decision 0019).
enum AnswerResource {
    static let access = Access.roles(Role.ofAdministrations)

    static let resource: Resource = {
        var resource = Resource(
            "SurveyAnswer", "What your administration drafts, and how far it is. Nobody else sees it.", path: "surveys/{survey}/answers", items: ["{member}"],
            access, properties,
            all: { visit in
                let id: ID<Survey> = try visit.id("survey")
                let own = try SurveyReading(visit, id).own.compactMap { member in
                    try? AnswerPlace(visit.standing(on: visit.organisation, as: visit.viewer, at: ["survey": id.text, "member": member.text]))
                }
                return own.map { ($0.memberID.text, $0) }
            },
            find: { visit in try AnswerPlace(visit) })
        resource.writes = [
            Write(
                .change, "Puts answers into the draft; questions that are not named keep theirs.", access,
                input: [
                    InputPart(
                        Part("responses", .list(ResponseJSON.given, most: 500), "The answers. One without anything but its question is taken back.", required: true),
                        ResponseJSON.input)
                ],
                decide: AnswerAPI.save)
        ]
        return resource
    }()

    private static let properties: [Property<AnswerPlace>] = [
        Property("member", .identifier, "Whose answer.") { .of($0.memberID) },
        Property("stage", .choice(of: MemberAnswer.Stage.self), "How far it is.") { .text($0.answer.stage.rawValue) },
        Property("responses", .list(ResponseJSON.given, most: 10_000), "What the draft says.") { ResponseJSON.json($0.draft, in: $0.questionnaire) },
        Property("open", .list(.object(openParts), most: 10_000), "What keeps it from being submitted.") { place in
            .list(place.open.map { ["question": .of($0.id), "why": .text($0.why.rawValue)] })
        },
        Property("isChangedSince", .flag, "Whether the draft says something else than what was submitted last.") { .flag($0.answer.isChangedSince) },
        Property("seal", .text(most: 200), "By which it is known again when it is submitted.") { .text((try? AnswerDecisions.seal($0.answer, at: $0.desk)) ?? "") },
        Property("savedBy", .nullable(.object(Visit.personParts)), "Who saved last.") { place, visit in place.answer.saved.map { visit.json($0.by) } ?? .null },
        Property("savedAt", .nullable(.moment), "When.") { .of($0.answer.saved?.at) },
        Property("versions", .integer(0...1_000_000), "How many have been submitted.") { .integer($0.answer.versions.count) },
    ]

    private static let openParts = [
        Part("question", .identifier, "Which question.", required: true),
        Part("why", .choice(["required", "rows-left", "points-total"]), "It must be answered, some of its rows are left, or its points do not add up.", required: true),
    ]
}

/// Whether the head of the administration was asked to clear the draft.
enum ClearanceResource {
    static let resource: Resource = {
        var resource = Resource(
            "SurveyClearance", "Whether the draft awaits clearance, and why it was given back last.", path: "surveys/{survey}/answers/{member}/clearance",
            AnswerResource.access, properties, find: { visit in try AnswerPlace(visit) })
        resource.writes = [
            Write(
                .put, "Asks for clearance of the draft as you read it.", AnswerResource.access,
                input: [InputPart(Part("note", .nullable(.text(most: 4000)), "What is said with it."), .field("note"))], decide: AnswerDecisions.askClearance),
            Write(
                .remove, "Gives the draft back: whoever clears does.", AnswerResource.access,
                parameters: [QueryParameter("because", .text(most: 4000), "Why it is given back.", required: true)], decide: AnswerDecisions.refuseClearance),
        ]
        return resource
    }()

    private static let properties: [Property<AnswerPlace>] = [
        Property("member", .identifier, "Whose answer.") { .of($0.memberID) },
        Property("isNeeded", .flag, "Whether the survey asks for clearance.") { .flag($0.survey.needsClearance) },
        Property("asked", .nullable(.object(parts)), "Who asked, when, and with what words; null where nobody has since the draft changed.") { place, visit in
            json(place.answer.asked, visit)
        },
        Property("givenBack", .nullable(.object(parts)), "Who gave it back last, when, and why.") { place, visit in json(place.answer.returned, visit) },
        // What is cleared is what was read: another draft, another tag.
        Property("seal", .text(most: 200), "Of the draft that it is about.") { .text((try? AnswerDecisions.seal($0.answer, at: $0.desk)) ?? "") },
    ]

    private static func json(_ asked: Asked?, _ visit: Visit) -> JSON { asked.map { ["by": visit.json($0.by), "at": .of($0.at), "note": .of($0.note)] } ?? .null }

    private static let parts = [
        Part("by", .object(Visit.personParts), "Who.", required: true), Part("at", .moment, "When.", required: true),
        Part("note", .nullable(.text(most: 4000)), "What was said with it.", required: true),
    ]
}
