import Journal
import Organisation

/// Two people changed the same thing: field by field, what stands now is kept, taken from this person, or asked about.
package struct Merge: Sendable {
    package var entered: Entered
    /// Fields that both changed differently: what stands there now.
    package var conflicts: [String: Field]

    /// - Parameters:
    ///   - base: the form as it was when this person began; `nil` where nobody can have been shown one then. What this person changed is not
    ///     known, so that whatever stands and is to become something else is asked about.
    ///   - now: the form as it would be shown now.
    package init(base: Form?, now: Form, entered: Entered) {
        var merged = entered, conflicts: [String: Field] = [:]
        // What is hidden says what was shown and is nobody's to change: it reaches the decision as it was sent.
        for field in now.fields where field.kind != .file && field.kind != .hidden {
            let before = base?.fields.first { $0.name == field.name }
            if base != nil, before == nil { continue }
            if entered.flag("take-\(field.name)") {
                merged.take(field)
                continue
            }
            if case .localized(_, let languages) = field.kind {
                if let conflict = merged.mergeLanguages(languages, of: field, since: before) { conflicts[field.name] = conflict }
                continue
            }
            let mine = field.holding(entered)
            if field.meant == before?.meant ?? [] || field.meant == mine.meant { continue }
            if let before, mine.meant == before.meant { merged.take(field) } else { conflicts[field.name] = field }
        }
        self.entered = merged
        self.conflicts = conflicts
    }
}

extension Entered {
    /// Language by language; answers the field with what stands in those languages that both changed differently.
    fileprivate mutating func mergeLanguages(_ languages: [Language], of now: Field, since before: Field?) -> Field? {
        var conflict = now
        conflict.values = []
        for language in languages {
            let then = before?.value(in: language), present = now.value(in: language), mine = text("\(now.name).\(language.rawValue)")
            if present == then ?? "" || present == mine { continue }
            // What was read beside another text was not read beside this one.
            for reread in language == now.content.original ? languages : [language] { set(Field.reviewed(now.name, reread), []) }
            if mine == then { set("\(now.name).\(language.rawValue)", [present]) } else { conflict.values.append("\(language.rawValue)=\(present)") }
        }
        return conflict.values.isEmpty ? nil : conflict
    }

    fileprivate mutating func take(_ field: Field) {
        guard case .localized(_, let languages) = field.kind else { return set(field.name, field.values) }
        for language in languages {
            set("\(field.name).\(language.rawValue)", [field.value(in: language)])
            set(Field.reviewed(field.name, language), [])
        }
    }
}

extension Field {
    /// An input that is empty is sent as an empty text, where the form holds nothing: both mean the same.
    fileprivate var meant: [String] { values.filter { !$0.isEmpty } }
}

extension Form {
    /// The form holding what was entered instead of what stands.
    package func holding(_ entered: Entered) -> Form {
        var copy = self
        copy.fields = fields.map { $0.holding(entered) }
        return copy
    }
}
