extension StratMLDocument {
    /// A performance indicator of an objective (Part 2).
    package struct Indicator: Hashable, Sendable {
        package let line: Int
        package let stage: Stage?
        package let type: Kind?
        package let sequence: String
        /// What is measured.
        package let dimension: String
        /// What it is counted in.
        package let unit: String
        package let identifier: String?
        package let relationships: [Relationship]
        package let instances: [Instance]
        package let otherInformation: String

        /// Where in the chain from means to effects it measures.
        package enum Stage: String, Hashable, Sendable, CaseIterable {
            case outcome = "Outcome"
            case outputProcessing = "Output_Processing"
            case output = "Output"
            case inputProcessing = "Input_Processing"
            case input = "Input"
        }

        /// Whether it is counted or judged.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case quantitative = "Quantitative"
            case qualitative = "Qualitative"
        }

        /// Whether the file's form was left blank.
        package var isEmpty: Bool {
            dimension.isEmpty && unit.isEmpty && sequence.isEmpty && otherInformation.isEmpty
                && relationships.allSatisfy(\.isEmpty) && instances.allSatisfy(\.isEmpty)
        }
    }

    /// How an indicator relates to something else.
    package struct Relationship: Hashable, Sendable {
        package let line: Int
        package let type: Kind?
        package let identifier: String?
        /// The identifiers pointed at, of this document or another, in the spelling `identifier` has after repair.
        package let referents: [String]
        package let name: String
        package let description: String

        /// Which way the relationship points.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case broaderThan = "Broader_Than"
            case peerTo = "Peer_To"
            case narrowerThan = "Narrower_Than"
        }

        /// Whether the file's form was left blank.
        package var isEmpty: Bool { referents.isEmpty && name.isEmpty && description.isEmpty }
    }

    /// One measurement: what was aimed at and what came out. StratML has no baseline; people write one as an actual result before the
    /// start, or with a descriptor.
    package struct Instance: Hashable, Sendable {
        package let line: Int
        package let targets: [Result]
        package let actuals: [Result]

        /// Whether neither targets nor results say anything.
        package var isEmpty: Bool { targets.allSatisfy(\.isEmpty) && actuals.allSatisfy(\.isEmpty) }
    }

    /// A target or an actual result.
    package struct Result: Hashable, Sendable {
        package let line: Int
        /// `yyyy-mm-dd`, as is `end`.
        package let start: String?
        package let end: String?
        package let units: Units?
        package let descriptorName: String
        package let descriptorValue: String
        package let description: String

        /// Whether the file's form was left blank.
        package var isEmpty: Bool {
            start == nil && end == nil && units == nil && descriptorName.isEmpty && descriptorValue.isEmpty && description.isEmpty
        }
    }

    /// A number of units.
    package struct Units: Hashable, Sendable {
        /// Exactly as written, without outer blanks; never empty.
        package let text: String
        /// The number if `text` is an `xsd:decimal`, always finite; nothing is guessed from other spellings.
        package let value: Double?
    }
}
