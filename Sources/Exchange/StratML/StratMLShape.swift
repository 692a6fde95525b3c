/// Which elements StratML has where, in which order: both parts in one, since people mix them.
enum StratMLShape {
    /// One possible child of an element.
    struct Child {
        let name: String
        let isRepeatable: Bool
        /// Required by the standard, or by every reader of a plan (the name of an objective).
        let isRequired: Bool
    }

    /// The children of an element in the order of the schemas (Part 1 of 2014-04-01, Part 2 of 2016-02-16), or nil for an element of text.
    static func children(of element: String) -> [Child]? { table[element] }

    /// Whether only this part of the standard has the child there, or nil if both have.
    static func onlyPart(of child: String, in parent: String) -> StratMLDocument.Part? {
        switch (parent, child) {
        case ("AdministrativeInformation", "Submitter"): .one
        case ("AdministrativeInformation", "Identifier"), ("Submitter", "Identifier"), ("Stakeholder", "Role"),
            ("Objective", "PerformanceIndicator"), ("PerformancePlanOrReport", "Submitter"), ("StrategicPlan", "Submitter"):
            .two
        default: nil
        }
    }

    /// The names of old versions of the standard.
    static let oldNames = ["FirstName": "GivenName", "LastName": "Surname"]

    static let namespaces: Set = [
        "urn:ISO:std:iso:17469:tech:xsd:stratml_core", "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
    ]
    static let oldNamespaces: Set = ["http://www.stratml.net", "http://www.stratml.net/PerformancePlanOrReport"]

    /// `!` required, `*` repeatable.
    private static let table: [String: [Child]] = [
        "StrategicPlan": "Name! Description OtherInformation StrategicPlanCore! AdministrativeInformation Submitter",
        "PerformancePlanOrReport": "Name! Description OtherInformation StrategicPlanCore! AdministrativeInformation Submitter",
        "StrategicPlanCore": "Organization* Vision Mission Value* Goal!*",
        "Organization": "Name Acronym Identifier Description Stakeholder*",
        "Vision": "Description Identifier",
        "Mission": "Description Identifier",
        "Value": "Name Description",
        "Goal": "Name! Description! Identifier SequenceIndicator Stakeholder* OtherInformation Objective*",
        "Objective": "Name! Description Identifier SequenceIndicator Stakeholder* OtherInformation PerformanceIndicator*",
        "Stakeholder": "Name! Description Role*",
        "Role": "Name! Description RoleType*",
        "PerformanceIndicator": "SequenceIndicator MeasurementDimension! UnitOfMeasurement! Identifier Relationship* MeasurementInstance* "
            + "OtherInformation",
        "Relationship": "Identifier ReferentIdentifier* Name Description",
        "MeasurementInstance": "TargetResult* ActualResult*",
        "TargetResult": "StartDate EndDate NumberOfUnits Descriptor Description",
        "ActualResult": "StartDate EndDate NumberOfUnits Descriptor Description",
        "Descriptor": "DescriptorName DescriptorValue",
        "AdministrativeInformation": "Identifier StartDate EndDate PublicationDate Source Submitter",
        "Submitter": "Identifier GivenName Surname PhoneNumber EmailAddress",
    ].mapValues { text in
        text.split(separator: " ").map { word in
            Child(
                name: String(word.prefix { $0 != "!" && $0 != "*" }), isRepeatable: word.contains("*"), isRequired: word.contains("!"))
        }
    }
}
