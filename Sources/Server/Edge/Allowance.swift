import Pages

/// How often something may be done: so many times at once, then again at a steady pace.
package struct Allowance: Sendable, Equatable {
    package var burst: Int
    /// Seconds until one more is allowed.
    package var every: Double

    package init(_ burst: Int, every seconds: Double) {
        self.burst = max(1, burst)
        self.every = max(0.001, seconds)
    }
}

/// What is limited, because it costs much or because guessing must not pay.
package enum LimitedAct: String, Sendable, CaseIterable {
    /// Trying a password; an account is counted for each address it is tried from.
    case signIn
    /// Trying one account's passwords from any address that it has not lately been signed into from: nobody can be locked out by strangers.
    case signInFromAnywhere
    /// Sending somebody an invitation, or asking for a new password.
    case invitation
    /// Mailing a link for a new password; beyond it nothing is mailed, and nobody is told.
    case reset
    /// Reading through the API.
    case program
    case search
    /// Downloading a file.
    case export
    /// Reading a past day: the journal is folded for it.
    case past
    /// Founding an organisation.
    case founding
    /// Sending a form, or a change through the API.
    case change
}

/// Limits for one act: for one account, for one address, for everybody together.
package struct Allowances: Sendable, Equatable {
    package var account: Allowance
    package var address: Allowance
    package var everybody: Allowance

    /// For where something else limits, and for tests.
    package static func unlimited(_ act: LimitedAct) -> Allowances {
        let plenty = Allowance(1_000_000, every: 0.001)
        return Allowances(account: plenty, address: plenty, everybody: plenty)
    }

    /// Chosen for an office of fifty people behind one address on the last day of a deadline, on two cores (docs/security/limits.md).
    package static func standard(_ act: LimitedAct) -> Allowances {
        switch act {
        case .signIn: Allowances(account: Allowance(10, every: 60), address: Allowance(60, every: 2), everybody: Allowance(200, every: 0.2))
        case .signInFromAnywhere: Allowances(account: Allowance(100, every: 36), address: Allowance(1_000, every: 1), everybody: Allowance(2_000, every: 0.1))
        case .invitation: Allowances(account: Allowance(30, every: 60), address: Allowance(60, every: 30), everybody: Allowance(300, every: 2))
        case .reset: Allowances(account: Allowance(3, every: 1_200), address: Allowance(60, every: 30), everybody: Allowance(300, every: 2))
        case .program: Allowances(account: Allowance(300, every: 0.2), address: Allowance(600, every: 0.1), everybody: Allowance(2_000, every: 0.005))
        case .search: Allowances(account: Allowance(60, every: 1), address: Allowance(120, every: 0.5), everybody: Allowance(300, every: 0.05))
        case .export: Allowances(account: Allowance(30, every: 5), address: Allowance(60, every: 5), everybody: Allowance(120, every: 0.5))
        case .past: Allowances(account: Allowance(60, every: 1), address: Allowance(60, every: 2), everybody: Allowance(200, every: 0.1))
        case .founding: Allowances(account: Allowance(5, every: 600), address: Allowance(10, every: 300), everybody: Allowance(30, every: 60))
        case .change: Allowances(account: Allowance(120, every: 1), address: Allowance(600, every: 0.1), everybody: Allowance(2_000, every: 0.005))
        }
    }
}
