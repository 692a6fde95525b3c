import Synchronization

/// Who lately came with which session: every page asks, and hardly ever has anything changed.
final class RememberedSessions: Sendable {
    private struct Kept {
        var session: Session
        var account: Account
        /// How often accounts had changed before these were read.
        var changes: Int
    }

    private static let most = 10_000
    private let kept = Mutex<[[UInt8]: Kept]>([:])

    /// `nil` where anything was changed since.
    func known(_ tokenHash: [UInt8], after changes: Int) -> (session: Session, account: Account)? {
        kept.withLock { $0[tokenHash] }.flatMap { $0.changes == changes ? ($0.session, $0.account) : nil }
    }

    func keep(_ session: Session, of account: Account, readAfter changes: Int) {
        kept.withLock { kept in
            // Those that are still in use are back with their next request.
            if kept.count >= RememberedSessions.most { kept.removeAll() }
            kept[session.tokenHash] = Kept(session: session, account: account, changes: changes)
        }
    }
}
