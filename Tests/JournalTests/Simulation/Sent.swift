import Journal

/// One command as its sender knows it: what it asked for, and what became of it as far as anybody told.
struct Sent: Sendable {
    enum Wish: Sendable {
        case facts([Fact])
        /// To forget the words at these positions.
        case forget([Int])
    }

    var key: String
    var wish: Wish
    /// What came back; `nil` as long as nobody knows.
    var receipt: Receipt?

    var command: Command { JournalTests.command(key) }
}
