/// What StratML has no place for and a file of ours says in a processing instruction before the root, which every validator skips: its
/// language, and in Part 1, whose plans have no identifier, which plan it is.
///
///     <?portolan language="en" plan="sp2022"?>
package struct StratMLOrigin: Hashable, Sendable {
    package let language: String
    package let plan: String

    package init(language: String, plan: String) {
        self.language = language
        self.plan = plan
    }

    var instruction: String { "<?portolan language=\"\(language)\" plan=\"\(plan)\"?>" }

    /// `nil` where no such instruction stands before the root.
    init?(before bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
        guard let found = head.firstMatch(of: /<\?portolan language="([a-z]{2})" plan="([a-z0-9._\-]{1,80})"\?>/) else { return nil }
        guard head[..<found.range.lowerBound].allSatisfy(\.isWhitespace) else { return nil }
        self.init(language: String(found.1), plan: String(found.2))
    }
}
