import Accounts
import Journal
import Pages
import Synchronization

/// Files that were only looked at, kept for a while so that nobody has to send them again: one for each account, the oldest go first.
///
/// Lost when the server starts anew; then the file is asked for again.
final class KeptUploads: Sendable {
    private struct Kept {
        var token: String
        var account: ID<Actor>
        var uploads: [String: Entered.Upload]

        var size: Int { uploads.values.reduce(0) { $0 + $1.bytes.count } }
    }

    private let kept = Mutex<[Kept]>([])
    private let capacity = 64 << 20

    /// - Returns: the token with which the account gets them back.
    func keep(_ uploads: [String: Entered.Upload], for account: ID<Actor>) -> String {
        let new = Kept(token: Token().text, account: account, uploads: uploads)
        kept.withLock { kept in
            kept.removeAll { $0.account == account }
            kept.append(new)
            var size = kept.reduce(0) { $0 + $1.size }
            while size > capacity, kept.count > 1 { size -= kept.removeFirst().size }
        }
        return new.token
    }

    func uploads(_ token: String, of account: ID<Actor>) -> [String: Entered.Upload]? {
        kept.withLock { kept in kept.first { $0.token == token && $0.account == account }?.uploads }
    }
}
