extension StratMLDocument {
    /// A goal; nameless ones keep an empty name, and the importer decides.
    package struct Goal: Hashable, Sendable {
        package let line: Int
        package let name: String
        package let description: String
        package let identifier: String?
        package let sequence: String
        package let stakeholders: [Stakeholder]
        package let otherInformation: String
        package let objectives: [Objective]
    }

    /// An objective of a goal; nameless ones keep an empty name, and the importer decides.
    package struct Objective: Hashable, Sendable {
        package let line: Int
        package let name: String
        package let description: String
        package let identifier: String?
        package let sequence: String
        package let stakeholders: [Stakeholder]
        package let otherInformation: String
        package let indicators: [Indicator]
    }

    /// A person, organisation or group a plan concerns or needs.
    package struct Stakeholder: Hashable, Sendable {
        package let line: Int
        package let type: Kind?
        package let name: String
        package let description: String
        package let roles: [Role]

        /// What sort of stakeholder it is.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case person = "Person"
            case organisation = "Organization"
            case group = "Generic_Group"
        }

        /// Whether the file's form was left blank; its type may be set.
        package var isEmpty: Bool { name.isEmpty && description.isEmpty && roles.allSatisfy(\.isEmpty) }
    }

    /// What a stakeholder does or gets.
    package struct Role: Hashable, Sendable {
        package let line: Int
        package let name: String
        package let description: String
        package let types: [Kind]

        /// On which side of the work the stakeholder is.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case performer = "Performer"
            case beneficiary = "Beneficiary"
        }

        /// Whether the file's form was left blank.
        package var isEmpty: Bool { name.isEmpty && description.isEmpty && types.isEmpty }
    }
}
