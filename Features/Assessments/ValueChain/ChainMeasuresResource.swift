import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// By what the value chain is measured, for programs of planners: one document.
enum ChainMeasuresResource {
    static let resource: Resource = {
        var resource = Resource(
            "ChainMeasures", "By what the value chain is measured: house defaults until planners say otherwise.", path: "assessments/chain-measures", .planners, properties,
            find: { visit in visit.ledger.measures })
        resource.writes = [
            Write(
                .change, "Says anew by what the value chain is measured; what is not named stays.", .planners, input: properties.inputs(), show: IdeaForms.measures,
                decide: MeasureDecisions.describe)
        ]
        return resource
    }()

    private static let properties: [Property<ChainMeasures>] = [
        Property("readers", .choice(of: ChainMeasures.Readers.self), "Who may know the records and what follows from them.", .field("readers")) { .text($0.readers.rawValue) },
        Property("months", .integer(ChainMeasures.possibleMonths), "How long a period is.", .field("months")) { .integer($0.months) },
        Property("ripe", .integer(ChainMeasures.possibleRipe), "How many months ago something must have been funded, or first used, so that its share is counted.", .field("ripe")) {
            .integer($0.ripe)
        },
        Property("least", .integer(ChainMeasures.possibleLeast), "Of fewer ideas nothing is said.", .field("least")) { .integer($0.least) },
        Property("apart", .number(0.1...2), "From which difference on people and records lie apart, on a scale from 1 to 3.", .field("apart")) { .number($0.apart) },
        Property("staff", .list(.object(people), most: 1000), "How many people work in which units, whose ideas count as in-house; the whole list is sent.", staff) { measures in
            .list(measures.staff.map { ["unit": .of($0.unit), "people": .number($0.people)] })
        },
        Property(
            "limits", .list(.object(limit), most: PipelineMeasure.allCases.count),
            "From which value on a measure is strong, and from which on weak; the whole list is sent: what is not in it has the limits of the house.", limits
        ) { measures in
            .list(
                PipelineMeasure.allCases.map { measure in
                    let own = measures.rule.limits(of: measure)
                    return ["measure": .text(measure.rawValue), "strong": .number(own.strong), "weak": .number(own.weak)]
                })
        },
    ]

    private static let people = [Part("unit", .identifier, "Which unit.", required: true), Part("people", .number(0...1e6), "How many; none is as if it were not in the list.", required: true)]

    private static let limit = [
        Part("measure", .choice(PipelineMeasure.allCases.map(\.rawValue)), "Which one.", required: true),
        Part("strong", .number(0...100_000), "A share from 0 to 1, days, months, or ideas a year for ten people.", required: true), Part("weak", .number(0...100_000), "The same.", required: true),
    ]

    /// A field for each unit; one that the form has no field for is not known here.
    private static let staff = Input(
        enter: { json, entered in
            for name in entered.names where name.hasPrefix(MeasureField.staffPrefix) { entered.set(name, .null) }
            for item in json.items ?? [] { entered.set("\(MeasureField.staffPrefix)\(item["unit"]?.text ?? "")", item["people"] ?? .null) }
        },
        pointer: { field, json in
            guard field.hasPrefix(MeasureField.staffPrefix) else { return nil }
            return json.items?.firstIndex { $0["unit"]?.text == String(field.dropFirst(MeasureField.staffPrefix.count)) }.map { "/\($0)/people" } ?? ""
        },
        misfits: { json, form in
            let known = Set(form.fields.map(\.name))
            return faults(json, "unit") { known.contains("\(MeasureField.staffPrefix)\($0)") }
        })

    /// Two fields for each measure, shares in per cent as the form has them; an empty one is the limit of the house.
    private static let limits = Input(
        enter: { json, entered in
            for measure in PipelineMeasure.allCases {
                let item = json.items?.first { $0["measure"]?.text == measure.rawValue }
                for (name, field) in [("strong", MeasureField.strong(measure)), ("weak", MeasureField.weak(measure))] {
                    entered.set(field, .of(item?[name]?.amount.map { (($0 * measure.entered) * 1e6).rounded() / 1e6 }))
                }
            }
        },
        pointer: { field, json in
            for measure in PipelineMeasure.allCases {
                for (name, own) in [("strong", MeasureField.strong(measure)), ("weak", MeasureField.weak(measure))] where field == own {
                    return json.items?.firstIndex { $0["measure"]?.text == measure.rawValue }.map { "/\($0)/\(name)" } ?? ""
                }
            }
            return nil
        }, misfits: { json, _ in faults(json, "measure") { _ in true } })

    /// Of what is not known, or named twice, which counts is not for the program to guess.
    private static func faults(_ json: JSON, _ name: String, _ isKnown: (String) -> Bool) -> [JSONMistake] {
        var seen: Set<String> = []
        return (json.items ?? []).enumerated().compactMap { place, item in
            let text = item[name]?.text ?? ""
            return isKnown(text) && seen.insert(text).inserted ? nil : JSONMistake("/\(place)/\(name)", "pages.refusal.choose")
        }
    }
}
