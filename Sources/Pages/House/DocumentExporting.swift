import Organisation

/// A door for whole documents on their way out, such as a plan by a standard of exchange.
package protocol DocumentExporting: Sendable {
    /// As that of the import: `stratml`.
    var name: String { get }
    /// What people call it: a key among the feature's words; with `.holds` behind it, what is in it; with `.lede`, what to know of its files;
    /// with `.none`, why there is nothing to take along.
    var title: String { get }
    /// In which shapes it can be written.
    var forms: [DocumentForm] { get }
    /// What of the organisation this reader can take along so: the newest first.
    func choices(for visit: Visit) -> [DocumentChoice]
    /// One of them in a language; `nil` for what is not there, or not for this reader.
    func document(_ form: String, of choice: String, in language: Language, for visit: Visit) throws -> ExportedDocument?
}

package struct DocumentForm: Sendable, Hashable {
    /// As it stands in addresses and on the command line.
    package var name: String
    /// What it is: a key among the words.
    package var title: String

    package init(_ name: String, title: String) {
        self.name = name
        self.title = title
    }
}

package struct DocumentChoice: Sendable {
    package var id: String
    package var title: Localized

    package init(id: String, title: Localized) {
        self.id = id
        self.title = title
    }
}

/// A document with what it could not carry: nobody shall find that out afterwards.
package struct ExportedDocument {
    package let leftOut: [Saying]
    private let write: () -> File

    /// - Parameter write: only asked where somebody takes it along.
    package init(leftOut: [Saying], write: @escaping () -> File) {
        self.leftOut = leftOut
        self.write = write
    }

    package var file: File { write() }
}
