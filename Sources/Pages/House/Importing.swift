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

    package init(proposals: [Proposal] = [], remarks: [ImportRemark] = [], new: Int = 0, changed: Int = 0, same: Int = 0, refused: Int = 0) {
        self.proposals = proposals
        self.remarks = remarks
        self.new = new
        self.changed = changed
        self.same = same
        self.refused = refused
    }
}

package struct ImportRemark: Sendable, Equatable, Codable {
    package enum Gravity: String, Sendable, Codable {
        /// The row was not taken.
        case refused
        /// Taken after a repair.
        case repaired
        /// Taken; worth knowing.
        case noted
    }

    package var gravity: Gravity
    /// Of the file, from 1; `nil` where it concerns the whole.
    package var line: Int?
    /// Of the table, where one cell is at fault; `nil` where it concerns the whole row.
    package var column: String?
    package var key: String
    package var arguments: [String: String]

    /// - Parameter column: where not given, that of which the arguments speak.
    package init(_ gravity: Gravity, line: Int?, column: String? = nil, _ key: String, _ arguments: [String: String] = [:]) {
        self.gravity = gravity
        self.line = line
        self.column = column ?? arguments["column"]
        self.key = key
        // What stands in a file is shown as it would be if it had been typed.
        self.arguments = arguments.mapValues(\.asTyped)
    }
}

extension Say {
    /// A remark in the reader's words: languages, which it names as the journal does, as the reader calls them.
    package func callAsFunction(_ remark: ImportRemark) -> String {
        var arguments = remark.arguments
        for name in ["language", "first"] {
            if let language = arguments[name].flatMap({ said in Language.allCases.first { [$0.rawValue, $0.ownName].contains(said) } }) { arguments[name] = self.language(language) }
        }
        return self(remark.key, arguments)
    }
}
