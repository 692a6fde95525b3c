/// One of several things that would overwrite what its sender has not read.
package struct Unmet: Sendable {
    package enum Reason: Sendable {
        /// It names no version, and something stands there.
        case noVersion
        /// It names another than the one that stands, or one where nothing stands any more.
        case otherVersion
    }

    /// Where it says what it replaces: RFC 6901.
    package var pointer: String
    package var reason: Reason
    /// What stands there now, as its sender may read it; `nil` where nothing does.
    package var current: JSON?

    package init(_ pointer: String, _ reason: Reason, current: JSON?) {
        self.pointer = pointer
        self.reason = reason
        self.current = current
    }
}
