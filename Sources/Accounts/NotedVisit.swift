import Journal

/// How far one person has read in one organisation: kept beside the account, never in a journal.
///
/// A visit is a run of requests with less than 30 minutes between any two. What was recorded after the end of the journal as the visit before
/// knew it is new to this person, for the whole of the present visit.
package struct NotedVisit: Equatable, Sendable {
    package var account: ID<Actor>
    package var organisation: OrganisationID
    /// When the visit before this one ended, or when all was marked as seen; `nil` during the first visit.
    package var endedAt: Moment?
    /// The position in the journal up to which everything counts as seen.
    package var readTo: Int
    /// When the newest request came, to the minute.
    package var seenAt: Moment
    /// Where the journal ended then.
    package var position: Int

    package init(account: ID<Actor>, organisation: OrganisationID, endedAt: Moment?, readTo: Int, seenAt: Moment, position: Int) {
        self.account = account
        self.organisation = organisation
        self.endedAt = endedAt
        self.readTo = readTo
        self.seenAt = seenAt
        self.position = position
    }

    /// The first visit: what is there already is not news.
    package init(first account: ID<Actor>, to organisation: OrganisationID, at now: Moment, position: Int) {
        self.init(account: account, organisation: organisation, endedAt: nil, readTo: position, seenAt: now, position: position)
    }

    /// Seconds without a request after which a new visit begins.
    package static let pause = 30 * 60

    /// The same with one more request; `nil` where that changes nothing worth keeping: within the minute.
    ///
    /// What was recorded in the last minute of a visit may be shown as new once more; nothing is ever taken for seen that was not.
    package func going(on now: Moment, position end: Int) -> NotedVisit? {
        var next = self
        next.seenAt = now
        next.position = end
        if now > seenAt.adding(seconds: NotedVisit.pause) {
            next.endedAt = seenAt
            next.readTo = max(readTo, position)
            return next
        }
        return now > seenAt.adding(seconds: 60) ? next : nil
    }

    /// The same after its reader has marked everything up to a position as seen.
    package func read(to position: Int, at now: Moment) -> NotedVisit {
        var next = self
        next.readTo = max(readTo, position)
        next.endedAt = now
        return next
    }
}
