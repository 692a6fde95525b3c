import Journal
import Organisation

/// Which state of which organisation: for keeping what follows from it for as long as it is asked for.
package struct StateKey: Hashable, Sendable {
    private let fold: Fold
    private let position: Int
    private let day: Day

    /// - Parameter organisation: as it stands, now or on a past day.
    package init(_ organisation: Organisation) {
        (fold, position, day) = (organisation.fold, organisation.position, organisation.day)
    }
}

extension Kept where Key == StateKey {
    /// What follows from a state alone: pages are read far more often than anything changes.
    package func value(of organisation: Organisation, _ make: (Organisation) throws -> Value) rethrows -> Value {
        try value(for: StateKey(organisation)) { try make(organisation) }
    }
}
