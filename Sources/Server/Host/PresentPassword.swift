import Accounts
import Pages

extension Site {
    /// Asks whoever has a password for it, before they make something that would outlast a session taken from them. The cast of an example
    /// has none.
    ///
    /// - Throws: `SignIn.Problem.wrongPassword`; `TooManyRequests`, as for signing in.
    func confirmPresence(of account: Account, _ entered: Entered, _ request: WebRequest) async throws {
        guard account.passwordHash != nil else { return }
        try admitPassword(of: account.email, request)
        try await signIn.verify(entered.raw("present").first ?? "", of: account.id)
        pardonPassword(of: account.email, request)
    }
}
