import HashTreeCollections
import Journal
import Organisation
import Pages

/// Records of ideas for programs.
enum IdeaResource {
    typealias Thing = (id: ID<EarlierIdea>, idea: EarlierIdea)

    static let resource: Resource = {
        var resource = Resource(
            "IdeaRecord", "An idea of an earlier register, with what became of it.", path: "assessments/ideas", items: ["{idea}"], .everyone, properties,
            all: { visit in visit.seesIdeas ? visit.ledger.inOrder.map { ($0.id.text, $0) } : [] }, find: { visit in try visit.idea() })
        resource.writes = [
            Write(.create, "Records an idea of an earlier register.", as: IdeaForms.new, input: properties.inputs()),
            Write(.change, "Says anew what became of an idea.", as: IdeaForms.edit, input: properties.filter { $0.part.name != "id" }.inputs()),
            Write(
                .remove, "Removes an idea; its code stays taken.", .planners, parameters: [QueryParameter("because", .text(most: 2000), "Why.", required: true)], decide: IdeaDecisions.remove),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its code.", .field("idea", required: true)) { .of($0.id) },
        Property("title", .localized(most: 300), "What it is called, by language.", .field("title")) { .of($0.idea.title) },
        Property("putIn", .day, "When it was put in.", .field("put-in", required: true)) { .of($0.idea.putIn) },
        Property("origin", .choice(of: IdeaRecord.Source.self), "Who put it in.", .field("origin", required: true)) { .text($0.idea.source.rawValue) },
        Property("units", .list(.identifier, most: 1000), "The units of its authors.", .field("units")) { .list($0.idea.units.map { .of($0) }) },
        Property("regions", .list(.identifier, most: 1000), "The regions of its authors.", .field("regions")) { .list($0.idea.regions.map { .of($0) }) },
        Property("members", .list(.identifier, most: 1000), "The Members of its authors.", .field("members")) { .list($0.idea.members.map { .of($0) }) },
        Property("screened", .nullable(.day), "When it was screened.", .field("screened")) { .of($0.idea.screened) },
        Property("isPassed", .nullable(.flag), "Whether it passed.", passing) { $0.idea.isPassed.map { .flag($0) } ?? .null },
        Property("decided", .nullable(.day), "When it was decided.", .field("decided")) { .of($0.idea.decided) },
        Property("funded", .nullable(.day), "When it was funded.", .field("funded")) { .of($0.idea.funded) },
        Property("amount", .nullable(.number(0...1e12)), "With how much.", .field("amount")) { .of($0.idea.amount) },
        Property("firstUse", .nullable(.day), "When a Member first used what became of it.", .field("first-use")) { .of($0.idea.firstUse) },
        Property("uses", .list(.object(use), most: EarlierIdea.mostUses), "The Members that use it, and since when.", using) { thing in
            .list(thing.idea.uses.map { ["member": .of($0.member), "on": .of($0.on)] })
        },
        Property("objective", .nullable(.identifier), "The objective that it serves.", .field("objective")) { .of($0.idea.objective) },
        Property("ended", .nullable(.day), "When it went no further.", .field("ended")) { .of($0.idea.ended) },
        Property("endedBecause", .nullable(.choice(of: IdeaRecord.Ending.Reason.self)), "Why.", .field("ended-because")) { .of($0.idea.because?.rawValue) },
    ]

    private static let passing = Input(
        field: "passed", enter: { json, entered in if case .flag(let flag) = json { entered.set("passed", [flag ? "yes" : "no"]) } else { entered.set("passed", [""]) } },
        pointer: { field, _ in field == "passed" ? "" : nil })

    /// As the form has them: a line each.
    private static let using = Input(
        field: "users",
        enter: { json, entered in entered.set("users", [(json.items ?? []).map { "\($0["member"]?.text ?? "") \($0["on"]?.text ?? "")" }.joined(separator: "\n")]) },
        pointer: { field, _ in field == "users" ? "" : nil })

    private static let use = [Part("member", .identifier, "Who uses it.", required: true), Part("on", .day, "Since when.", required: true)]
}
