import Journal
import Organisation
import Pages

/// What is sent to report one value, or several.
enum ValueInput {
    static let one = [
        InputPart(amount, .field("amount")), InputPart(text, .field("text")), InputPart(note, .field("note")), InputPart(evidence, .field("evidence")),
        InputPart(confirmed, .field("confirmed")),
    ]

    static let several = [
        InputPart(Part("values", shape, "The values.", required: true), list), InputPart(confirmed, .field("confirmed")),
        InputPart(overwrite, .field("overwrite")),
    ]

    private static let amount = Part("amount", .nullable(.amount), "The number, where the indicator is one.")
    private static let text = Part("text", .nullable(.text(most: 4000)), "The text, where the indicator is one.")
    private static let note = Part("note", .nullable(.text(most: 4000)), "Remarks.")
    private static let evidence = Part("evidence", .nullable(.text(most: 500)), "Where it can be verified: an address or the name of a document.")
    private static let confirmed = Part("confirmed", .flag, "What looks unlikely is right as it stands.")

    private static let overwrite = Part("overwrite", .flag, "Whatever stands where a value names no position to replace is overwritten, whoever reported it.")

    private static let shape = Shape.list(
        .object([
            Part("period", .identifier, "For which period.", required: true),
            Part("member", .nullable(.identifier), "Of which Member; null or absent for the organisation as a whole."), amount, text, note, evidence, confirmed,
            Part(
                "replaces", .nullable(.integer(1...Int(UInt32.max))),
                "The position of the value that this one replaces, as you read it; null or absent where you read none."),
        ]), most: 500)

    /// Fields are named by the place in the list: `values.3.amount`.
    private static let list = Input(
        enter: { json, entered in
            for (place, value) in (json.items ?? []).enumerated() {
                for pair in value.pairs ?? [] { entered.set("values.\(place).\(pair.name)", pair.value) }
            }
        },
        pointer: { field, _ in
            if field == "values" { return "" }
            let steps = field.split(separator: ".")
            return steps.count == 3 && steps[0] == "values" ? "/\(steps[1])/\(steps[2])" : nil
        })
}

/// One value as it was entered.
struct EnteredValue {
    var amount: String
    var text: String
    var note: String
    var evidence: String
    /// What looks unlikely is right as it stands.
    var isConfirmed: Bool

    /// - Parameter prefix: before the names of its fields.
    init(_ entered: Entered, _ prefix: String = "") {
        func raw(_ name: String) -> String { entered.raw(prefix + name).first ?? "" }
        (amount, text, note, evidence) = (raw("amount"), raw("text"), raw("note"), raw("evidence"))
        isConfirmed = entered.flag(prefix + "confirmed")
    }

    /// The fields of the reporting form that hold it.
    ///
    /// - Throws: `Refusal` where the other kind of value is wanted, or none was entered.
    func fields(for id: ID<Indicator>, _ indicator: Indicator) throws(Refusal) -> [(String, String)] {
        let isText = indicator.kind == .text
        if !(isText ? amount : text).isEmpty {
            throw Refusal(isText ? "monitoring.refusal.wants-text" : "monitoring.refusal.wants-number", field: isText ? "amount" : "text")
        }
        let value = isText ? text : amount
        if value.isEmpty { throw Refusal("pages.refusal.required", field: isText ? "text" : "amount") }
        let field = ReportField(id)
        return [(field.value, value), (field.note, note), (field.evidence, evidence)]
    }
}
