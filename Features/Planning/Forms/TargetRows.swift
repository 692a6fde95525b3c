import Journal
import Organisation
import Pages

/// The targets of an indicator as rows of a form: by a day, a kind of aim, and what it needs. A row without a day is no target.
enum TargetRows {
    private enum Kind: String, CaseIterable { case value, range, text, tbd }

    /// Six rows, or as many as there are and one more: none is lost. Those after the first empty one are folded away.
    static func fields(_ visit: Visit, _ targets: [Target]) -> [Field] {
        let open = targets.count + 1
        return (1...max(6, open)).flatMap { number in
            let fields = row(visit, number, targets.indices.contains(number - 1) ? targets[number - 1] : nil)
            return number <= open ? fields : fields.folded(visit.say("planning.fold.targets"))
        }
    }

    private static func row(_ visit: Visit, _ number: Int, _ target: Target?) -> [Field] {
        let say = visit.say, shown = parts(of: target)
        func ask(_ name: String, _ kind: Field.Kind, _ value: String?, help: String = "") -> Field {
            Field(
                "target\(number)-\(name)", say("planning.field.target-\(name)", ["number": say.number(number)]), kind, value: value,
                help: number == 1 && !help.isEmpty ? say("planning.help.\(help)") : "")
        }
        let essentials = [
            ask("by", .day, target?.by.description, help: "target-by"),
            ask("low", .number, visit.fieldText(shown.low), help: "target-low"),
        ]
        let rest = [
            ask("kind", .choice(visit.choices("target-kind", Kind.self)), shown.kind.rawValue),
            ask("high", .number, visit.fieldText(shown.high), help: "target-high"),
            ask("text", .line, shown.text, help: "target-text"),
        ]
        // Most targets are one number; what another kind needs stands open where the target is of that kind.
        return essentials + (shown.kind == .value ? rest.folded(say("planning.fold.target-kind", ["number": say.number(number)])) : rest)
    }

    private static func parts(of target: Target?) -> (kind: Kind, low: Double?, high: Double?, text: String?) {
        switch target?.aim {
        case .value(let value): (.value, value, nil, nil)
        case .range(let low, let high): (.range, low, high, nil)
        case .text(let prose): (.text, nil, nil, prose.text)
        case .toBeDetermined: (.tbd, nil, nil, nil)
        case nil: (.value, nil, nil, nil)
        }
    }

    /// In the order of their days, each with the number of its row.
    static func read(_ entered: Entered) throws(Refusal) -> [(row: Int, target: Target)] {
        let numbers = Set(
            entered.names.compactMap { name -> Int? in
                guard name.hasPrefix("target"), let end = name.firstIndex(of: "-") else { return nil }
                return Int(name[..<end].dropFirst(6))
            })
        var targets: [(row: Int, target: Target)] = []
        for number in numbers.sorted().prefix(200) {
            guard let target = try read(number, entered) else { continue }
            if targets.contains(where: { $0.target.by == target.by }) {
                throw Refusal("planning.refusal.two-targets", ["day": target.by.description], field: "target\(number)-by")
            }
            targets.append((number, target))
        }
        return targets.sorted { $0.target.by < $1.target.by }
    }

    private static func read(_ number: Int, _ entered: Entered) throws(Refusal) -> Target? {
        func field(_ name: String) -> String { "target\(number)-\(name)" }
        let isBlank = ["by", "low", "high", "text"].allSatisfy { entered.text(field($0)).isEmpty }
        if isBlank { return nil }
        guard let by = try entered.day(field("by")) else { throw Refusal("planning.refusal.target-needs-a-day", field: field("by")) }
        switch try entered.choice(field("kind"), of: Kind.self) {
        case .value:
            guard let value = try entered.number(field("low"), required: true) else { return nil }
            return Target(.value(value), by: by)
        case .range:
            guard let low = try entered.number(field("low"), required: true), let high = try entered.number(field("high"), required: true) else {
                return nil
            }
            guard low <= high else { throw Refusal("planning.refusal.range-upside-down", field: field("high")) }
            return Target(.range(low: low, high: high), by: by)
        case .text: return Target(.text(Prose(try entered.line(field("text"), max: 1000, required: true))), by: by)
        case .tbd: return Target(.toBeDetermined, by: by)
        }
    }
}
