import Accounts
import Pages
import Synchronization

/// What was sent by somebody whose session had ended: kept for a while, so that nobody types it twice. The oldest go first.
final class KeptForms: Sendable {
    private struct Kept {
        var token: String
        var path: String
        var entered: Entered
    }

    private let kept = Mutex<[Kept]>([])
    private let capacity = 200
    /// Bytes of one form as sent.
    private let largest = 256 << 10

    /// - Returns: the token under which the form of the same address finds it again; `nil` where it is too large to keep.
    func keep(_ entered: Entered, sentTo path: String, size: Int) -> String? {
        guard size <= largest else { return nil }
        let token = Token().text
        kept.withLock { kept in
            kept.append(Kept(token: token, path: path, entered: entered))
            if kept.count > capacity { kept.removeFirst() }
        }
        return token
    }

    func entered(_ token: String?, sentTo path: String) -> Entered? {
        token.flatMap { token in kept.withLock { kept in kept.first { $0.token == token && $0.path == path }?.entered } }
    }
}
