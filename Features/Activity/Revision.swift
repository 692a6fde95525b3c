import Journal
import Organisation
import Pages

/// What a description made of an earlier one.
enum Revision: Equatable {
    /// Nothing was said before: the thing begins here.
    case beginning
    case change(Difference)
    /// A single value took the place of another.
    case correction(before: Saying.Argument)
}

extension Visit {
    /// What happened in a sentence, as exactly as is known: written for the first time, or what of it was changed.
    func sentence(of happening: Happening) -> String {
        guard let describing = happening.told.describing, let revision = happening.revision else { return tell(happening.told.saying) }
        switch revision {
        case .beginning: return tell(describing.beginning)
        case .correction(let before): return tell(describing.change.with("before", before))
        case .change(let difference):
            if let meaning = difference.fields.lazy.compactMap({ describing.meaning[$0] }).first { return tell(meaning) }
            return tell(describing.change.with("fields", .text(difference.fieldsInWords(say))))
        }
    }
}

extension Saying {
    fileprivate func with(_ name: String, _ argument: Argument) -> Saying {
        var copy = self
        copy.arguments[name] = argument
        return copy
    }
}

extension Difference {
    /// The changed fields, each once, without what lies within them.
    var fields: [String] {
        changes.compactMap { Difference.field(of: $0.path) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// “title (French, Spanish), weight”, the first few of many.
    fileprivate func fieldsInWords(_ say: Say) -> String {
        let most = 6, fields = fields
        guard !fields.isEmpty else { return say("activity.nothing") }
        let names = fields.prefix(most).map { field in
            let inside = changes.filter { Difference.field(of: $0.path) == field }
            let languages = Language.allCases.filter { language in inside.contains { $0.path.last == language.rawValue } }
            let name = word(for: field, say)
            return languages.isEmpty ? name : "\(name) (\(say.list(languages.map { say.language($0) })))"
        }
        return say.list(names) + (fields.count > most ? " …" : "")
    }

    /// `_1.sheet.definition.texts.fr` is about the *definition*.
    private static func field(of path: [String]) -> String? { path.first { !["_0", "_1", "_2", "sheet"].contains($0) } }
}
