import Foundation

@testable import Exchange

let partTwo = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

func reading(_ text: String, limits: XMLLimits = .standard) throws(XMLFault) -> (StratMLDocument, [Repair]) {
    try readStratML(Array(text.utf8), limits: limits)
}

/// A sound Part 2 document; each parameter breaks it in one place. The goal's content starts on line 5, the objective's on line 9.
func plan(
    namespace: String = " xmlns=\"\(partTwo)\"", type: String = " Type=\"Strategic_Plan\"", name: String = "<Name>P</Name>",
    core: String = "", goal: String = "<Name>G</Name><Description>d</Description>",
    objective: String = "<Name>O</Name>", tail: String = ""
) -> String {
    """
    <?xml version="1.0"?>
    <PerformancePlanOrReport\(namespace)\(type)>\(name)
    <StrategicPlanCore>\(core)
    <Goal>
    \(goal)


    <Objective>
    \(objective)
    </Objective>
    </Goal>
    </StrategicPlanCore>\(tail)
    </PerformancePlanOrReport>
    """
}

/// The objective's content with one indicator around these children.
func indicator(_ children: String, attributes: String = "") -> String {
    """
    <Name>O</Name><PerformanceIndicator\(attributes)><MeasurementDimension>m</MeasurementDimension>\
    <UnitOfMeasurement>u</UnitOfMeasurement>\(children)</PerformanceIndicator>
    """
}

/// An indicator with one target of these children.
func target(_ children: String) -> String {
    indicator("<MeasurementInstance><TargetResult>\(children)</TargetResult></MeasurementInstance>")
}

/// The project's folder, found from here through symbolic links too.
let projectRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Data that is shared beside the project and not part of it.
let sharedData = projectRoot.deletingLastPathComponent().appendingPathComponent("shared/data")
