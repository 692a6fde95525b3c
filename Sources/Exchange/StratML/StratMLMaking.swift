/// Documents made here rather than read: they stand on no line.
extension StratMLDocument {
    package init(
        part: Part, type: Kind?, origin: StratMLOrigin, name: String, otherInformation: String, organisations: [Organisation], vision: String,
        mission: String, values: [String], goals: [Goal], start: String, end: String, source: String
    ) {
        self.init(
            line: 0, part: part, type: part == .two ? type : nil, origin: origin, name: name, description: "", otherInformation: otherInformation,
            identifier: part == .two ? StratMLIdentifier.written(origin.plan) : nil, organisations: organisations, vision: Statement(vision),
            mission: Statement(mission), values: values.map { Value(line: 0, name: $0, description: "") }, goals: goals, start: start, end: end,
            published: nil, source: source, submitter: nil)
    }
}

extension StratMLDocument.Statement {
    fileprivate init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.init(line: 0, text: text, identifier: nil)
    }
}

extension StratMLDocument.Organisation {
    package init(name: String, acronym: String, description: String) {
        self.init(line: 0, name: name, acronym: acronym, identifier: nil, description: description, stakeholders: [])
    }
}

extension StratMLDocument.Goal {
    /// - Parameter identifier: of any shape: what XML does not allow as a name gets a `_` before it.
    package init(
        name: String, description: String, identifier: String, sequence: String, otherInformation: String, objectives: [StratMLDocument.Objective]
    ) {
        self.init(
            line: 0, name: name, description: description, identifier: StratMLIdentifier.written(identifier), sequence: sequence, stakeholders: [],
            otherInformation: otherInformation, objectives: objectives)
    }
}

extension StratMLDocument.Objective {
    package init(
        name: String, description: String, identifier: String, sequence: String, otherInformation: String, indicators: [StratMLDocument.Indicator]
    ) {
        self.init(
            line: 0, name: name, description: description, identifier: StratMLIdentifier.written(identifier), sequence: sequence, stakeholders: [],
            otherInformation: otherInformation, indicators: indicators)
    }

    /// In our own files the indicators of a goal hang on an objective of this identifier, since StratML has them only there. No
    /// identifier of a thing has capitals.
    package static func itself(of goal: String) -> String { "\(StratMLIdentifier.written(goal)).Itself" }
}

extension StratMLDocument.Indicator {
    package init(
        stage: Stage?, type: Kind?, sequence: String, dimension: String, unit: String, identifier: String, instances: [StratMLDocument.Instance],
        otherInformation: String
    ) {
        self.init(
            line: 0, stage: stage, type: type, sequence: sequence, dimension: dimension, unit: unit,
            identifier: StratMLIdentifier.written(identifier), relationships: [], instances: instances, otherInformation: otherInformation)
    }
}

extension StratMLDocument.Instance {
    package init(targets: [StratMLDocument.Result], actuals: [StratMLDocument.Result]) { self.init(line: 0, targets: targets, actuals: actuals) }
}

extension StratMLDocument.Result {
    package init(start: String?, end: String?, amount: Double?, descriptor: (name: String, value: String)?, description: String) {
        let units = amount.map { StratMLDocument.Units(text: CSVWriter.digits(of: $0, decimalMark: .point), value: $0) }
        self.init(
            line: 0, start: start, end: end, units: units, descriptorName: descriptor?.name ?? "", descriptorValue: descriptor?.value ?? "",
            description: description)
    }
}

extension StratMLIdentifier {
    /// As an `xsd:ID`.
    static func written(_ text: String) -> String { isName(text) ? text : "_" + text }
}
