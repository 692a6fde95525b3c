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
}

/// The same for what those who take part read in any case.
package enum OpenReaders: String, Codable, Sendable, CaseIterable {
    case participants, everyone

    package var audience: Audience { self == .everyone ? .everyone : .participants }
}
