import Organisation

/// A whole HTML document: head, body and the language it is in.
package struct Document: Sendable {
    package var title: String
    package var language: Language
    package var styleSheet: String
    /// Comfort beyond what the page needs; `nil` for most.
    package var script: String?
    package var bodyClass: String
    package var body: Markup

    package init(title: String, language: Language, styleSheet: String, script: String? = nil, bodyClass: String = "", @MarkupBuilder body: () -> Markup) {
        self.title = title
        self.language = language
        self.styleSheet = styleSheet
        self.script = script
        self.bodyClass = bodyClass
        self.body = body()
    }

    package var bytes: [UInt8] {
        var document = Markup(raw: "<!doctype html>")
        document.append(
            element("html", Attribute.language(language)) {
                element("head", []) {
                    void("meta", Attribute("charset", "utf-8"))
                    void("meta", .name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
                    void("meta", .name("color-scheme"), Attribute("content", "light dark"))
                    element("title", []) { title }
                    void("link", Attribute("rel", "stylesheet"), .href(styleSheet))
                    if let script { element("script", [Attribute("src", script), .flag("defer", true)]) {} }
                    void("link", Attribute("rel", "icon"), .href("/favicon.svg"), .type("image/svg+xml"))
                }
                element("body", bodyClass.isEmpty ? [] : [.class(bodyClass)]) { body }
            })
        return document.bytes
    }
}
