import HashTreeCollections
import Journal
import Methods
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

/// What the records show of a link, beside what people say: part of the results of a round.
enum ChainLinkJSON {
    static func of(_ category: Category, _ found: ValueChainFigures?) -> JSON {
        guard let found, let link = ValueChainFigures.links.firstIndex(of: category.id.text) else { return .null }
        let isApart = found.disagreement?.apart.contains(link) ?? false
        return [
            "score": .of(found.records[link]), "difference": .of(found.disagreement?.differences[link] ?? nil), "isApart": .flag(isApart),
            "isWeakest": .flag(KnownChain(found.records, phases: PipelineMeasure.phases, middle: found.middle)?.weakest.contains(link) ?? false), "from": .of(found.from), "until": .of(found.until),
            "measures": .list(
                found.chain.findings(of: link).map { finding in
                    [
                        "measure": .text(finding.measure.rawValue), "value": .of(finding.value), "low": .of(finding.interval?.lowerBound), "high": .of(finding.interval?.upperBound),
                        "hits": .integer(finding.hits), "of": .integer(finding.whole), "ideas": .integer(finding.count), "score": .of(finding.weakness.map { 1 + $0 * Double(found.points - 1) }),
                        "lack": .of(finding.lack?.rawValue),
                    ]
                }),
        ]
    }

    static let parts = [
        Part("score", .nullable(.number(1...9)), "Of the link by records, on the scale of the round, high is weak; null where too few are known.", required: true),
        Part("difference", .nullable(.number(-9...9)), "What people say less that; above 0 where people see more trouble.", required: true),
        Part("isApart", .flag, "Whether the two lie apart.", required: true), Part("isWeakest", .flag, "Whether it is the weakest by records, or as weak.", required: true),
        Part("from", .day, "From when on records count.", required: true), Part("until", .day, "Until when.", required: true),
        Part("measures", .list(.object(measure), most: 10), "What the score is the mean of.", required: true),
    ]

    private static let measure = [
        Part("measure", .choice(PipelineMeasure.allCases.map(\.rawValue)), "Which one.", required: true),
        Part("value", .nullable(.number(0...1e9)), "A share from 0 to 1, days, months, or ideas a year for ten people.", required: true),
        Part("low", .nullable(.number(0...1)), "Of a share, the lower end of its interval of 95 %.", required: true),
        Part("high", .nullable(.number(0...1)), "The upper end.", required: true), Part("hits", .integer(0...1_000_000_000), "How many.", required: true),
        Part("of", .integer(0...1_000_000_000), "Of how many.", required: true), Part("ideas", .integer(0...1_000_000), "How many ideas it rests on.", required: true),
        Part("score", .nullable(.number(1...9)), "On the scale of the round.", required: true),
        Part("lack", .nullable(.choice(PipelineChain.Lack.allCases.map(\.rawValue))), "Why there is no value.", required: true),
    ]
}
