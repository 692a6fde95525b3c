import Exchange
import Journal
import Organisation

/// A door for files: what a feature can read in, the same in the browser and on the command line.
package protocol Importing: Sendable {
    /// As on the command line: `portolan import NAME`.
    var name: String { get }
    /// What people call it: a key among the feature's words; with `.why` behind it, what it is for.
    var title: String { get }
    /// The columns of its table, required ones first; empty where the format is not a table.
    var columns: [ImportColumn] { get }
    /// What follows from a file. Pure and repeatable: the same file twice gives no events the second time.
    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult
}

package struct ImportColumn: Sendable {
    package var name: String
    package var isRequired: Bool
    /// What goes into it: a key among the words.
    package var help: String
    package var example: String
    /// What alone may stand in it; empty where that is not a closed list.
    package var choices: [String]

    package init(_ name: String, required: Bool = false, help: String, example: String, choices: [String] = []) {
        self.name = name
        isRequired = required
        self.help = help
        self.example = example
        self.choices = choices
    }
}

/// What a file brings, and what is to be said about it line by line.
package struct ImportResult: Sendable {
    package var proposals: [Proposal]
    package var remarks: [ImportRemark]
    /// How many things are new, changed, the same as before, refused.
    package var new: Int
    package var changed: Int
    package var same: Int
    package var refused: Int
    /// What would become of the first of them.
    package var changes: [ImportChange] = []
    /// What the whole file became, where that is one thing.
    package var became: Reference?

    package init(proposals: [Proposal] = [], remarks: [ImportRemark] = [], new: Int = 0, changed: Int = 0, same: Int = 0, refused: Int = 0) {
        self.proposals = proposals
        self.remarks = remarks
        self.new = new
        self.changed = changed
        self.same = same
        self.refused = refused
    }
}

/// What each row, or each part of a document, adds.
extension ImportResult {
    /// Not taken, and counted so.
    ///
    /// - Parameter line: `nil` where it stands nowhere in the file.
    package mutating func refuse(_ line: Int?, _ refusal: Refusal) {
        refused += 1
        remarks.append(ImportRemark(.refused, line: line, column: refusal.field, refusal.key, refusal.arguments))
    }

    /// Taken; worth knowing.
    package mutating func note(_ line: Int?, in column: String? = nil, _ key: String, _ arguments: [String: String] = [:]) {
        remarks.append(ImportRemark(.noted, line: line, column: column, key, arguments))
    }

    /// Taken otherwise than it stands there.
    package mutating func repaired(_ line: Int?, _ key: String, _ arguments: [String: String] = [:]) {
        remarks.append(ImportRemark(.repaired, line: line, key, arguments))
    }

    /// In the order of the file, what concerns the whole first.
    package mutating func sortRemarks() {
        remarks = remarks.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(\.element)
    }
}
