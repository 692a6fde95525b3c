import Pages

/// The conditions in a request's head, weighed in the order of RFC 9110, 13.2.2: first `If-Match`, then `If-None-Match`.
struct Preconditions {
    private let match: String?
    private let noneMatch: String?

    init(_ request: WebRequest) {
        match = request.headers["if-match"]
        noneMatch = request.headers["if-none-match"]
    }

    /// Whether a change under them can overwrite nothing that its sender has not read, or has not said to be overwritten.
    var guardWhatStands: Bool { match != nil || isForNew }

    /// `If-None-Match: *`: there must not be anything yet.
    var isForNew: Bool { noneMatch.map(Preconditions.isAny) ?? false }

    /// What does not hold first; `nil` where all do.
    ///
    /// - Parameter tag: of what is there; a list has none for a change to be held against.
    func failing(isThere: Bool, tag: EntityTag?) -> Failing? {
        if let match, !isThere || !Preconditions.names(match, tag, weakly: false) { return .match }
        if let noneMatch, isThere, Preconditions.names(noneMatch, tag, weakly: true) { return .noneMatch }
        return nil
    }

    enum Failing { case match, noneMatch }

    private static func names(_ header: String, _ tag: EntityTag?, weakly: Bool) -> Bool {
        isAny(header) || tag?.isNamed(in: header, weakly: weakly) ?? false
    }

    /// A star alone: in a list it names nothing (RFC 9110, 13.1.1).
    private static func isAny(_ header: String) -> Bool { header.filter { $0 != " " } == "*" }
}
