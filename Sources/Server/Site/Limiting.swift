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
    /// - Parameters:
    ///   - account: whose account it is about, where that is not the reader's own: somebody trying to sign in has none yet.
    ///   - isKnown: whether the reader has signed in, or did so lately from here; where nothing is said, whoever has an account has.
    /// - Throws: `TooManyRequests`.
    func admit(_ act: LimitedAct, _ request: WebRequest, account: String?, isKnown: Bool? = nil) throws(TooManyRequests) {
        let wait = limits.wait(for: act, account: account, address: request.address, isKnown: isKnown ?? (account != nil), at: journals.moment)
        if let wait { throw TooManyRequests(wait: wait) }
    }

    /// Counts one try of an account's password.
    func admitPassword(of email: String, _ request: WebRequest) throws(TooManyRequests) {
        let isFamiliar = limits.isFamiliar(email, at: request.address)
        try admit(.signIn, request, account: place(email, request), isKnown: isFamiliar)
        if !isFamiliar { try admit(.signInFromAnywhere, request, account: email, isKnown: false) }
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
