extension StratMLDocument {
    /// The document as the standard has it: every child in the order of the schema, nothing that it does not have.
    ///
    /// Valid against the schema of 2014-04-01 (Part 1) or of 2016-02-16 (Part 2) wherever there is a goal and every identifier is there once.
    package var bytes: [UInt8] {
        var xml = XMLWriting()
        xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        if let origin { xml.line(origin.instruction) }
        let (root, namespace) =
            switch part {
            case .one: ("StrategicPlan", "urn:ISO:std:iso:17469:tech:xsd:stratml_core")
            case .two: ("PerformancePlanOrReport", "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport")
            }
        let kind = part == .two ? [("Type", (type ?? .performancePlan).rawValue)] : []
        xml.element(root, [("xmlns", namespace)] + kind) { xml in
            xml.text("Name", name)
            xml.textIfAny("OtherInformation", otherInformation)
            xml.element("StrategicPlanCore") { writeCore(&$0) }
            xml.element("AdministrativeInformation") { xml in
                xml.textIfAny("Identifier", identifier ?? "")
                xml.textIfAny("StartDate", start ?? "")
                xml.textIfAny("EndDate", end ?? "")
                xml.textIfAny("Source", source)
            }
        }
        return xml.bytes
    }

    private func writeCore(_ xml: inout XMLWriting) {
        for organisation in organisations {
            xml.element("Organization") { xml in
                xml.textIfAny("Name", organisation.name)
                xml.textIfAny("Acronym", organisation.acronym)
                xml.textIfAny("Description", organisation.description)
            }
        }
        if let vision { xml.element("Vision") { $0.text("Description", vision.text) } }
        if let mission { xml.element("Mission") { $0.text("Description", mission.text) } }
        for value in values {
            xml.element("Value") { xml in
                xml.text("Name", value.name)
                xml.textIfAny("Description", value.description)
            }
        }
        for goal in goals { xml.element("Goal") { write(goal, &$0) } }
    }

    private func write(_ goal: Goal, _ xml: inout XMLWriting) {
        xml.text("Name", goal.name)
        xml.text("Description", goal.description)
        xml.textIfAny("Identifier", goal.identifier ?? "")
        xml.textIfAny("SequenceIndicator", goal.sequence)
        xml.textIfAny("OtherInformation", goal.otherInformation)
        for objective in goal.objectives { xml.element("Objective") { write(objective, &$0) } }
    }

    private func write(_ objective: Objective, _ xml: inout XMLWriting) {
        xml.text("Name", objective.name)
        xml.textIfAny("Description", objective.description)
        xml.textIfAny("Identifier", objective.identifier ?? "")
        xml.textIfAny("SequenceIndicator", objective.sequence)
        xml.textIfAny("OtherInformation", objective.otherInformation)
        for indicator in part == .two ? objective.indicators : [] {
            let attributes = [("ValueChainStage", indicator.stage?.rawValue), ("PerformanceIndicatorType", indicator.type?.rawValue)]
            xml.element("PerformanceIndicator", attributes.compactMap { name, value in value.map { (name, $0) } }) { write(indicator, &$0) }
        }
    }

    private func write(_ indicator: Indicator, _ xml: inout XMLWriting) {
        xml.textIfAny("SequenceIndicator", indicator.sequence)
        xml.text("MeasurementDimension", indicator.dimension)
        xml.text("UnitOfMeasurement", indicator.unit)
        xml.textIfAny("Identifier", indicator.identifier ?? "")
        for instance in indicator.instances {
            xml.element("MeasurementInstance") { xml in
                for target in instance.targets { xml.element("TargetResult") { write(target, &$0) } }
                for actual in instance.actuals { xml.element("ActualResult") { write(actual, &$0) } }
            }
        }
        xml.textIfAny("OtherInformation", indicator.otherInformation)
    }

    private func write(_ result: Result, _ xml: inout XMLWriting) {
        xml.textIfAny("StartDate", result.start ?? "")
        xml.textIfAny("EndDate", result.end ?? "")
        xml.textIfAny("NumberOfUnits", result.units?.text ?? "")
        if !result.descriptorName.isEmpty || !result.descriptorValue.isEmpty {
            xml.element("Descriptor") { xml in
                xml.textIfAny("DescriptorName", result.descriptorName)
                xml.textIfAny("DescriptorValue", result.descriptorValue)
            }
        }
        xml.textIfAny("Description", result.description)
    }
}
