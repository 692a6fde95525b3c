import Synchronization

/// What is held at this moment, for each address and in all: connections, or bytes.
final class Occupancy: Sendable {
    /// What is full: the share of one address, or the whole.
    enum Full: Error, Equatable { case share, whole }

    private struct State {
        var whole = 0
        var shares: [ClientAddress: Int] = [:]
    }

    private let state = Mutex(State())
    private let whole: Int
    private let share: Int

    /// - Parameters:
    ///   - whole: the most in all.
    ///   - share: the most for one address.
    init(whole: Int, share: Int) {
        self.whole = whole
        self.share = share
    }

    /// How much is held in all.
    var held: Int { state.withLock { $0.whole } }

    /// Takes so much for an address, or nothing.
    func take(_ count: Int, for address: ClientAddress) throws(Full) {
        try state.withLock { state throws(Full) in
            let own = state.shares[address] ?? 0
            guard count <= share - own else { throw .share }
            guard count <= whole - state.whole else { throw .whole }
            state.shares[address] = own + count
            state.whole += count
        }
    }

    /// Gives back what was taken. Whoever holds nothing any more needs no entry.
    func giveBack(_ count: Int, for address: ClientAddress) {
        state.withLock { state in
            let own = (state.shares[address] ?? 0) - count
            state.shares[address] = own > 0 ? own : nil
            state.whole -= count
        }
    }
}

/// What one request holds of the memory for bodies, from the first byte that arrives until it is answered.
final class BodyShare: Sendable {
    private let occupancy: Occupancy
    private let address: ClientAddress
    private let taken = Mutex(0)

    init(of occupancy: Occupancy, for address: ClientAddress) {
        self.occupancy = occupancy
        self.address = address
    }

    func take(_ count: Int) throws(Occupancy.Full) {
        try occupancy.take(count, for: address)
        taken.withLock { $0 += count }
    }

    func giveBack() {
        let count = taken.withLock { taken in
            defer { taken = 0 }
            return taken
        }
        occupancy.giveBack(count, for: address)
    }
}
