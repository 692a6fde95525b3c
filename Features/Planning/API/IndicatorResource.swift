import HashTreeCollections
import Journal
import Organisation
import Pages

/// Indicators with their full sheets for programs.
enum IndicatorResource {
    typealias Thing = (id: ID<Indicator>, indicator: Indicator)

    static let resource: Resource = {
        var resource = Resource(
            "Indicator", "An indicator with its full sheet.", path: "indicators", items: ["{indicator}"], .everyone, properties,
            all: { visit in visit.plan.indicators.filter { visit.sees($0.key) }.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Indicator> = try visit.id("indicator")
                guard let indicator = visit.plan.indicators[id], visit.sees(id) else { throw Missing() }
                return (id, indicator)
            })
        resource.writes = [
            Write(.create, "Describes a new indicator.", as: IndicatorForm.routes[0], input: properties.inputs()),
            Write(.change, "Says anew what an indicator is.", as: IndicatorForm.routes[1], input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties = what + fromWhereToWhere + making

    private static let what: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("objective", .identifier, "What it measures.", .field("objective", required: true)) { .of($0.indicator.objective) },
        Property("code", .text(most: 40), "How people name it; alone of its kind in the plan.", .field("code")) { .text($0.indicator.code) },
        Property("title", .localized(most: 500), "Its title by language.", .field("title", required: true)) { .of($0.indicator.title) },
        Property("level", .choice(of: Indicator.Level.self), "Where in the results chain it measures.", .field("level")) { .text($0.indicator.level.rawValue) },
        Property("timing", .choice(of: Indicator.Timing.self), "What a leading one foretells a lagging one confirms.", .field("timing")) {
            .text($0.indicator.timing.rawValue)
        },
        Property("kind", .choice(of: Indicator.Kind.self), "What its values are.", .field("kind")) { .text($0.indicator.kind.rawValue) },
        Property("unit", .localized(most: 100), "In what it is counted.", .field("unit")) { .of($0.indicator.unit) },
        Property("direction", .choice(of: Indicator.Direction.self), "What is better.", .field("direction")) { .text($0.indicator.direction.rawValue) },
        Property("reporting", .choice(of: Indicator.Reporting.self), "Who reports.", .field("reporting")) { .text($0.indicator.reporting.rawValue) },
        Property("aggregation", .choice(of: Indicator.Aggregation.self), "How values of members become one of the whole.", .field("aggregation")) {
            .text($0.indicator.aggregation.rawValue)
        },
    ]

    private static let fromWhereToWhere: [Property<Thing>] = [
        Property("baseline", .nullable(.object(BaselineJSON.parts)), "Where it stood before the plan.", BaselineJSON.input) { .of($0.indicator.baseline) },
        Property("targets", .list(.object(TargetJSON.parts), most: 200), "What is aimed at, and by when. Sent as a whole.", TargetJSON.input) {
            .list($0.indicator.targets.map { .of($0) })
        },
        Property("tolerance", .nullable(.number(0...1e15)), "How far outside the target the score falls to 0.", .field("tolerance")) {
            .of($0.indicator.tolerance)
        },
        Property("weight", .number(0...1000), "Its weight in a roll-up.", .field("weight")) { .number($0.indicator.weight) },
        Property("disclosure", .choice(of: Indicator.Disclosure.self), "Who may see it.", .field("disclosure")) { .text($0.indicator.disclosure.rawValue) },
        Property("responsible", .nullable(.identifier), "The unit that answers for it.", .field("responsible")) { .of($0.indicator.responsible) },
        Property("everyMonths", .integer(1...120), "Months between two reports.", .field("everyMonths")) { .integer($0.indicator.everyMonths) },
        Property("order", .integer(0...9999), "Where it stands among its siblings.", .field("order")) { .integer($0.indicator.order) },
    ]

    private static let making: [Property<Thing>] = [
        words("definition", "What exactly is measured.", \.definition), words("formula", "How it is computed.", \.formula),
        words("numerator", "What is counted.", \.numerator), words("denominator", "Out of what.", \.denominator),
        words("disaggregation", "By what it is broken down.", \.disaggregation), words("dataSource", "Where the data come from.", \.dataSource),
        words("method", "How they are gathered.", \.method), words("verification", "How they are verified.", \.verification),
        words("quality", "How good they are.", \.quality), words("limitations", "What it cannot say.", \.limitations),
        Property("sdg", .text(most: 20), "A target of the Sustainable Development Goals, such as 17.10.", .field("sdg")) { .text($0.indicator.sheet.sdg) },
    ]

    private static func words(_ name: String, _ about: String, _ text: @escaping @Sendable (Indicator.Sheet) -> Localized) -> Property<Thing> {
        Property(name, .localized(most: 20_000), about, .field(name)) { .of(text($0.indicator.sheet)) }
    }
}
