import Journal
import Organisation

extension House {
    /// What every room offers, in Markdown: addresses and who may use them, files that are taken, chapters of the journal.
    ///
    /// Written from the manifests, so that it says what the program does.
    package var handbook: String {
        var text = "# What every room offers\n\nWritten by `make docs` from the program itself. Addresses stand below an organisation's own.\n"
        for feature in features { text += section(feature) }
        return text
    }

    private func section(_ feature: Feature) -> String {
        var text = "\n## \(feature.name)\n"
        if !feature.chapters.isEmpty { text += "\nChapters of the journal: \(feature.chapters.map { "`\($0.name)`" }.joined(separator: ", ")).\n" }
        if !feature.routes.isEmpty {
            text += "\n| address | kind | who |\n| --- | --- | --- |\n"
            text += feature.routes.map { "| `/\($0.path)` | \($0.kind) | \($0.access.inWords) |\n" }.joined()
        }
        if !feature.resources.isEmpty {
            text += "\n| for programs, under `/api/v1/organisations/ORGANISATION` | methods | who reads |\n| --- | --- | --- |\n"
            text += feature.resources.flatMap(\.lines).joined()
        }
        for door in feature.imports { text += table(of: door, goesOut: feature.exports.contains { $0.name == door.name }) }
        return text
    }

    private func table(of door: any Importing, goesOut: Bool) -> String {
        let say = Say(.en, catalogue)
        var text = "\n### `portolan import \(door.name)`\n"
        if goesOut { text += "\nThe same columns go out: `portolan export xlsx --table \(door.name)`.\n" }
        guard !door.columns.isEmpty else { return text }
        text += "\n| column | needed | what goes into it | example |\n| --- | --- | --- | --- |\n"
        for column in door.columns { text += "| `\(column.name)` | \(column.isRequired ? "yes" : "") | \(say(column.help)) | \(column.example) |\n" }
        return text
    }
}

extension Route {
    var kind: String {
        switch handler {
        case .read: "page or file"
        case .form: "form"
        }
    }
}

extension Resource {
    /// One line of the table for each kind of address.
    fileprivate var lines: [String] {
        func line(_ path: String, _ verbs: [Write.Verb]) -> String {
            let methods = ["GET"] + writes.filter { verbs.contains($0.verb) }.map(\.method)
            return "| `/\(path)` | \(methods.joined(separator: ", ")) | \(access.inWords) |\n"
        }
        let items = itemPaths.map { line("\(path)/\($0)", [.change, .put, .remove]) }
        return [line(path, list == nil ? [.change, .put, .remove] : [.create, .record])] + items
    }
}

extension Access {
    fileprivate var inWords: String {
        switch self {
        case .everyone: "everyone, where the organisation has a public face"
        case .participants: "everybody with a role in the organisation"
        case .roles(let roles): roles.map(\.rawValue).joined(separator: ", ")
        case .restricted(let audience): "\(audience.inWords); for others it is not there"
        }
    }
}

extension Audience {
    /// In English, as the handbook names it.
    var inWords: String {
        switch self {
        case .everyone: "everyone"
        case .participants: "participants"
        case .staff: "staff"
        case .roles(let roles): roles.map(\.rawValue).joined(separator: ", ")
        case .member, .administration: "the people of a Member"
        case .person: "one person"
        case .both(let one, let other): "\(one.inWords) who are \(other.inWords)"
        case .either(let one, let other): "\(one.inWords) or \(other.inWords)"
        }
    }
}
