/// What readers see of a journal, and the states from which forms are being filled in.
struct Committed: Sendable {
    /// The newest state that is on disk.
    private(set) var organisation: Organisation
    private var shown = ShownStates()
    /// How far the journal was when it was last read from the store: states up to there may hold words that were erased.
    private var readAt = 0

    init(_ organisation: Organisation) { self.organisation = organisation }

    /// Answers may come back in another order than they were given: only the newest counts.
    mutating func publish(_ newer: Organisation) { if newer.position > organisation.position { organisation = newer } }

    /// As the store has it, whatever was known before.
    mutating func replace(with fresh: Organisation) {
        organisation = fresh
        shown = ShownStates()
        readAt = fresh.position
    }

    mutating func advance(to day: Day) { organisation.advance(to: day) }

    mutating func keep(_ state: Organisation) {
        // Of the newest that which is known here: the other may have been taken before words were erased.
        if state.position == organisation.position { shown.keep(organisation) } else if state.position > readAt, state.position < organisation.position { shown.keep(state) }
    }

    func shown(at position: Int) -> Organisation? { shown[position] }
}

/// States by position. They share with one another all that has not changed between them; the oldest go first.
private struct ShownStates {
    /// With sixty forms shown each second for a quarter of a minute, with one for a quarter of an hour.
    private static let most = 1024

    /// Ascending.
    private var states: [Organisation] = []

    subscript(position: Int) -> Organisation? {
        let place = place(of: position)
        return place < states.count && states[place].position == position ? states[place] : nil
    }

    mutating func keep(_ state: Organisation) {
        let place = place(of: state.position)
        if place < states.count, states[place].position == state.position { return }
        states.insert(state, at: place)
        // Not one by one: each time all others would be moved.
        if states.count > ShownStates.most { states.removeFirst(ShownStates.most / 16) }
    }

    /// Of the first that is not before a position.
    private func place(of position: Int) -> Int {
        var low = 0, high = states.count
        while low < high {
            let middle = (low + high) / 2
            if states[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
