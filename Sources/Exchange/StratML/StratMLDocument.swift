/// A StratML plan or report as its file says it, in no house's terms: what the importer maps from.
///
/// ISO 17469-1 (Part 1, `StrategicPlan`) and ANSI/AIIM 22 Part 2 (`PerformancePlanOrReport`). Texts are trimmed and their white space
/// collapsed; paragraphs are separated by an empty line. A text that is missing is empty; an identifier, day, number or choice that is
/// missing or unreadable is nil. Empty elements that forms leave behind are kept: ask `isEmpty`. Every `line` counts from 1 and is where
/// the element's tag starts. Telephone numbers and e-mail addresses are never kept.
package struct StratMLDocument: Hashable, Sendable {
    package let line: Int
    package let part: Part
    /// Part 2 only.
    package let type: Kind?
    /// Only in files that were taken along from here.
    package let origin: StratMLOrigin?
    package let name: String
    package let description: String
    package let otherInformation: String
    package let identifier: String?
    package let organisations: [Organisation]
    package let vision: Statement?
    package let mission: Statement?
    package let values: [Value]
    package let goals: [Goal]
    /// First day, `yyyy-mm-dd`, like the two that follow.
    package let start: String?
    package let end: String?
    package let published: String?
    /// Where the document says it comes from: unchecked text, not to be made a link without looking at its scheme.
    package let source: String
    package let submitter: Submitter?

    /// Which of the two standards the root element belongs to.
    package enum Part: Int, Hashable, Sendable {
        case one = 1
        case two
    }

    /// What a Part 2 document is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case strategicPlan = "Strategic_Plan"
        case performancePlan = "Performance_Plan"
        case performanceReport = "Performance_Report"
    }

    /// Who the plan is of.
    package struct Organisation: Hashable, Sendable {
        package let line: Int
        package let name: String
        package let acronym: String
        package let identifier: String?
        package let description: String
        package let stakeholders: [Stakeholder]
    }

    /// A vision or a mission.
    package struct Statement: Hashable, Sendable {
        package let line: Int
        package let text: String
        package let identifier: String?
    }

    /// A principle the organisation holds.
    package struct Value: Hashable, Sendable {
        package let line: Int
        package let name: String
        package let description: String

        /// Whether the file's form was left blank.
        package var isEmpty: Bool { name.isEmpty && description.isEmpty }
    }

    /// Who sent the document in; no telephone number, no e-mail address.
    package struct Submitter: Hashable, Sendable {
        package let line: Int
        package let givenName: String
        package let surname: String
    }
}
