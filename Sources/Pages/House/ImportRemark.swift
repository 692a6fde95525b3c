import Exchange
import Organisation

/// What is to be said of a line, or of a file as a whole.
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
        // As one of them was once called.
        if let known = arguments["known"] { arguments["possible"] = arguments["possible"] ?? known }
        for name in ["language", "first"] {
            if let language = arguments[name].flatMap({ said in Language.allCases.first { [$0.rawValue, $0.ownName].contains(said) } }) { arguments[name] = self.language(language) }
        }
        return self(sentence(of: remark.key), arguments)
    }

    /// Reports are kept for ever. Those of before every import had its sentences in common name some by the room of the import, or otherwise.
    private func sentence(of key: String) -> String {
        guard !has(key), let part = key.firstRange(of: ".import.").map({ String(key[$0.upperBound...]) }) else { return key }
        let common = "pages.import.\(ImportRemark.former[part] ?? part)"
        return has(common) ? common : key
    }
}

extension ImportRemark {
    /// Sentences by names that they had once, with the names that they have.
    fileprivate static let former = [
        "empty-cell": "blank", "missing-column": "no-column", "column-missing": "no-column", "column-unknown": "unknown-column", "not-a-choice": "not-among",
    ]
}
