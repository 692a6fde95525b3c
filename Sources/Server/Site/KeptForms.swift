import Accounts
import Pages
import Synchronization

/// What was sent by somebody whose session had ended: kept for a while, so that nobody types it twice. The oldest go first.
final class KeptForms: Sendable {
    private struct Kept {
        var token: String
        /// The browser that sent it: nobody else's form is filled with it.
        var visitor: String
        var path: String
        var entered: Entered
    }

    private let kept = Mutex<[Kept]>([])
    private let capacity = 200
    /// Bytes of one form as sent.
    private let largest = 256 << 10

    /// - Returns: the token under which the form of the same address finds it again; `nil` where it is too large to keep.
    func keep(_ entered: Entered, sentTo path: String, by visitor: Token, size: Int) -> String? {
        guard size <= largest else { return nil }
        let token = Token().text
        kept.withLock { kept in
            kept.append(Kept(token: token, visitor: visitor.text, path: path, entered: entered))
            if kept.count > capacity { kept.removeFirst() }
        }
        return token
    }

    func entered(_ token: String?, sentTo path: String, by visitor: Token) -> Entered? {
        token.flatMap { token in kept.withLock { kept in kept.first { $0.token == token && $0.path == path && $0.visitor == visitor.text }?.entered } }
    }
}
