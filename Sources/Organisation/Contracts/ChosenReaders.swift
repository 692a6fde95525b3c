/// For whom those who keep something may open it.
package enum ChosenReaders: String, Codable, Sendable, CaseIterable {
    case staff, participants, everyone

    package var audience: Audience {
        switch self {
        case .staff: .staff
        case .participants: .participants
        case .everyone: .everyone
        }
    }

    /// Each admits those whom the stricter ones admit.
    package func isStricter(than other: ChosenReaders) -> Bool {
        let all = ChosenReaders.allCases
        return (all.firstIndex(of: self) ?? 0) < (all.firstIndex(of: other) ?? 0)
    }
}

/// The same for what those who take part read in any case.
package enum OpenReaders: String, Codable, Sendable, CaseIterable {
    case participants, everyone

    package var audience: Audience { self == .everyone ? .everyone : .participants }
}
