/// A page that lists what is much like some words (`?words=`), in an element called `suggested`: looked up while these words are typed, where the reader's browser does so.
package struct Suggestions: Sendable, Equatable {
    /// The address of the page.
    package var path: String
    /// The fields from which the words are taken.
    package var fields: [String]

    package init(path: String, fields: [String]) {
        self.path = path
        self.fields = fields
    }

    var markup: Markup {
        div(.class("suggestions"), .role("status"), Attribute("data-suggest", path), Attribute("data-from", fields.joined(separator: " "))) {}
    }
}
