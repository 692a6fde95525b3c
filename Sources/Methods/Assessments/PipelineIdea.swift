/// An idea as far as it came; days are numbers.
package struct PipelineIdea: Equatable, Sendable {
    package var putIn: Int
    /// Of one unit whose people are counted, and of nobody else.
    package var isInside = false
    package var isAcross = false
    package var isOutside = false
    package var screened: Int?
    package var isPassed = false
    package var decided: Int?
    package var isAligned = false
    package var funded: Int?
    package var firstUse: Int?
    /// By Member, since when.
    package var uses: [String: Int] = [:]
    package var ended: Int?

    package init(putIn: Int) { self.putIn = putIn }
}

extension PipelineIdea {
    /// As it was known on a day; `nil` where it was not there.
    func known(on day: Int) -> PipelineIdea? {
        guard putIn <= day else { return nil }
        var known = self
        func past(_ other: Int?) -> Int? { other.flatMap { $0 <= day ? $0 : nil } }
        (known.screened, known.decided, known.funded, known.firstUse, known.ended) = (past(screened), past(answered), past(funded), past(firstUse), past(ended))
        known.isPassed = isPassed && known.screened != nil
        known.uses = uses.filter { $0.value <= day }
        return known
    }

    /// What did not pass was decided with that, and what came further had been decided by then.
    fileprivate var answered: Int? { decided ?? (screened != nil && !isPassed ? screened : nil) ?? [funded, firstUse].compactMap { $0 }.min() }

    /// Whether it passed the screen, or came further all the same.
    var isThrough: Bool { isPassed || isStarted }

    /// Whether anything was begun of it: what did not pass was not, nor what ended with the decision.
    var isTakenUp: Bool {
        guard isPassed, !isStarted, let ended else { return isThrough }
        return answered.map { ended > $0 } ?? false
    }

    private var isStarted: Bool { funded != nil || firstUse != nil }
}
