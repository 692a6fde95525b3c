import Exchange
import Organisation

/// What a route answers.
package enum Answer: Sendable {
    case page(Page)
    case file(File)
    case live(Live)
}

/// What changes while somebody looks at it: a page of its own, whose connection stays open, and which is sent anew with each change. It asks for no script.
package struct Live: Sendable {
    package var title: String
    /// The page from which one comes, and what it is called.
    package var back: (title: String, path: String)
    /// What there is to say, as things stand on a visit; what has been said already is not sent again.
    package var now: @Sendable (Visit) throws -> Markup

    package init(_ title: String, back: (title: String, path: String), now: @escaping @Sendable (Visit) throws -> Markup) {
        self.title = title
        self.back = back
        self.now = now
    }
}

/// Something to be downloaded.
package struct File: Sendable {
    package var name: String
    package var type: String
    /// Large ones are on the disc, and are handed out from there.
    package var content: ScratchWriting.Content

    package init(name: String, type: String, _ content: ScratchWriting.Content) {
        self.name = name
        self.type = type
        self.content = content
    }

    package init(name: String, type: String, bytes: [UInt8]) { self.init(name: name, type: type, .kept(bytes)) }

    /// All of it, whether it is kept or on the disc.
    package var bytes: [UInt8] {
        get throws {
            switch content {
            case .kept(let bytes): bytes
            case .onDisc(let file): try file.bytes
            }
        }
    }
}

/// There is no such thing, or not for this reader: both look the same.
package struct Missing: Error {
    package init() {}
}

/// A page before the frame is put around it.
package struct Page: Sendable {
    package var title: String
    /// The navigation entry's path under which it lies; `nil` for the first page.
    package var place: String?
    /// What stands between the organisation and this page: titles and paths.
    package var trail: [(title: String, path: String)]
    package var body: Markup
    /// Whether the script is of any use to it.
    package var isAssisted = false

    package init(_ title: String, place: String?, trail: [(title: String, path: String)] = [], @MarkupBuilder body: () -> Markup) {
        self.title = title
        self.place = place
        self.trail = trail
        self.body = body()
    }
}
