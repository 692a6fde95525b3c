import Journal
import Organisation

/// What the server knows about a request that the frame shows.
package struct Surroundings: Sendable {
    /// Where the style sheet lies, its content in its name.
    package var styleSheet: String
    /// Where the script lies, likewise.
    package var script: String
    /// The address being read, without its query.
    package var path: String
    /// Its query without language and days.
    package var query: [String: String]
    /// Where another day is read: the address itself, or, of what is only of today, the page that it belongs to.
    package var pathOfDays: String
    package var csrf: String
    /// What has just been done.
    package var notice: Markup
    package var version: String

    package init(
        styleSheet: String, script: String, path: String, query: [String: String], pathOfDays: String, csrf: String, notice: Markup = Markup(), version: String
    ) {
        self.styleSheet = styleSheet
        self.script = script
        self.path = path
        self.query = query
        self.pathOfDays = pathOfDays
        self.csrf = csrf
        self.notice = notice
        self.version = version
    }
}
