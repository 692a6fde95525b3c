/// A column of a workbook that is taken along: its name, what goes into it, and what alone may stand in it.
package struct WorkbookColumn: Sendable {
    package var name: String
    package var help: String
    package var example: String
    package var isRequired: Bool
    /// Where the list is closed: spreadsheets then offer these to choose from.
    package var choices: [String]
    /// In characters; where nothing is said, as wide as its name and its example.
    package var width: Int?

    package init(name: String, help: String, example: String, isRequired: Bool, choices: [String]) {
        self.name = name
        self.help = help
        self.example = example
        self.isRequired = isRequired
        self.choices = choices
    }
}

/// How a cell looks, where a sheet is a form to fill in.
package enum WorkbookLook: Hashable, Sendable {
    /// As any other.
    case plain
    /// Long texts, on several lines.
    case wrapped
    /// To be left as it is.
    case faint
    /// To be filled in: anything, a text that no spreadsheet makes something else of, or a day.
    case entry, textEntry, dayEntry
}

/// The words on the sheet that explains the columns, in the reader's language.
package struct WorkbookWords: Sendable {
    package var sheet: String
    package var column: String
    package var isRequired: String
    package var help: String
    package var example: String
    package var yes: String

    package init(sheet: String, column: String, isRequired: String, help: String, example: String, yes: String) {
        self.sheet = sheet
        self.column = column
        self.isRequired = isRequired
        self.help = help
        self.example = example
        self.yes = yes
    }
}

/// Why a workbook could not be written.
package enum WorkbookWriting: Error, Hashable, Sendable {
    /// The library's own number; where the system's temporary folder is full, or a text is longer than a cell can hold.
    case failed(code: Int)
    /// More rows than our own import takes: a CSV file has no such end.
    case tooManyRows(limit: Int)
}
