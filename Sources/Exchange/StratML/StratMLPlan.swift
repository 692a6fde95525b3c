/// Reading goals, objectives, indicators and results.
extension StratMLReading {
    mutating func goal(_ node: MarkupElement) -> StratMLDocument.Goal {
        let parts = children(of: node)
        return StratMLDocument.Goal(
            line: node.line, name: line(parts["Name"]), description: prose(parts["Description"]),
            identifier: identifier(parts["Identifier"], of: node), sequence: line(parts["SequenceIndicator"]),
            stakeholders: (parts["Stakeholder"] ?? []).map { stakeholder($0) }, otherInformation: prose(parts["OtherInformation"]),
            objectives: (parts["Objective"] ?? []).map { objective($0) })
    }

    private mutating func objective(_ node: MarkupElement) -> StratMLDocument.Objective {
        let parts = children(of: node)
        return StratMLDocument.Objective(
            line: node.line, name: line(parts["Name"]), description: prose(parts["Description"]),
            identifier: identifier(parts["Identifier"], of: node), sequence: line(parts["SequenceIndicator"]),
            stakeholders: (parts["Stakeholder"] ?? []).map { stakeholder($0) }, otherInformation: prose(parts["OtherInformation"]),
            indicators: (parts["PerformanceIndicator"] ?? []).map { indicator($0) })
    }

    mutating func stakeholder(_ node: MarkupElement) -> StratMLDocument.Stakeholder {
        let parts = children(of: node)
        return StratMLDocument.Stakeholder(
            line: node.line, type: attribute("StakeholderTypeType", of: node), name: line(parts["Name"]),
            description: prose(parts["Description"]), roles: (parts["Role"] ?? []).map { role($0) })
    }

    private mutating func role(_ node: MarkupElement) -> StratMLDocument.Role {
        let parts = children(of: node)
        let types: [StratMLDocument.Role.Kind] = (parts["RoleType"] ?? []).compactMap { node in
            choice(plainText(node), called: node.name, at: node.line)
        }
        return StratMLDocument.Role(
            line: node.line, name: line(parts["Name"]), description: prose(parts["Description"]), types: types)
    }

    private mutating func indicator(_ node: MarkupElement) -> StratMLDocument.Indicator {
        let parts = children(of: node)
        return StratMLDocument.Indicator(
            line: node.line, stage: attribute("ValueChainStage", of: node), type: attribute("PerformanceIndicatorType", of: node),
            sequence: line(parts["SequenceIndicator"]), dimension: line(parts["MeasurementDimension"]),
            unit: line(parts["UnitOfMeasurement"]), identifier: identifier(parts["Identifier"], of: node),
            relationships: (parts["Relationship"] ?? []).map { relationship($0) },
            instances: (parts["MeasurementInstance"] ?? []).map { instance($0) }, otherInformation: prose(parts["OtherInformation"]))
    }

    private mutating func relationship(_ node: MarkupElement) -> StratMLDocument.Relationship {
        let parts = children(of: node)
        return StratMLDocument.Relationship(
            line: node.line, type: attribute("RelationshipType", of: node), identifier: identifier(parts["Identifier"], of: node),
            referents: referents(parts["ReferentIdentifier"]), name: line(parts["Name"]), description: prose(parts["Description"]))
    }

    private mutating func instance(_ node: MarkupElement) -> StratMLDocument.Instance {
        let parts = children(of: node)
        return StratMLDocument.Instance(
            line: node.line, targets: (parts["TargetResult"] ?? []).map { result($0) },
            actuals: (parts["ActualResult"] ?? []).map { result($0) })
    }

    private mutating func result(_ node: MarkupElement) -> StratMLDocument.Result {
        let parts = children(of: node)
        let descriptor = parts["Descriptor"]?.first.map { children(of: $0) } ?? [:]
        return StratMLDocument.Result(
            line: node.line, start: day(parts["StartDate"]), end: day(parts["EndDate"]), units: units(parts["NumberOfUnits"]),
            descriptorName: line(descriptor["DescriptorName"]), descriptorValue: line(descriptor["DescriptorValue"]),
            description: prose(parts["Description"]))
    }

    private mutating func attribute<Choice: RawRepresentable<String>>(_ name: String, of node: MarkupElement) -> Choice? {
        choice(node.attributes[name], called: name, at: node.line)
    }
}
