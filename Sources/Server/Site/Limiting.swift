import Accounts
import Journal
import Pages

/// Too often: the answer says when to come back.
struct TooManyRequests: Error {
    /// Seconds.
    var wait: Int
}

extension Site {
    /// Counts one act of a reader, or refuses it.
    ///
    /// - Parameter account: whose account it is about, where that is not the reader's own: somebody trying to sign in has none yet.
    /// - Throws: `TooManyRequests`.
    func admit(_ act: LimitedAct, _ request: WebRequest, account: String?) throws(TooManyRequests) {
        if let wait = limits.wait(for: act, account: account, address: request.address, at: journals.moment) { throw TooManyRequests(wait: wait) }
    }

    /// Counts one try of an account's password.
    func admitPassword(of email: String, _ request: WebRequest) throws(TooManyRequests) {
        try admit(.signIn, request, account: place(email, request))
        if !limits.isFamiliar(email, at: request.address) { try admit(.signInFromAnywhere, request, account: email) }
    }

    /// The password was right.
    func pardonPassword(of email: String, _ request: WebRequest) {
        limits.pardon(.signIn, account: place(email, request))
        limits.pardon(.signInFromAnywhere, account: email)
        limits.remember(email, at: request.address)
    }

    private func place(_ email: String, _ request: WebRequest) -> String { "\(email) at \(request.address.text)" }
}

extension Route {
    var methods: [WebRequest.Method] {
        switch handler {
        case .read: [.get]
        case .form: [.get, .post]
        }
    }
}
