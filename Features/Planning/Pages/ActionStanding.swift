import Journal
import Organisation
import Pages

/// How an action stands: what its owner says, and what the calendar adds.
struct ActionStanding {
    let standing: Standing
    let key: String

    init(_ action: Action, on day: Day) {
        let isOver = action.until.map { $0 < day } ?? false, hasBegun = action.from.map { $0 <= day } ?? false
        switch action.status {
        case .completed: (standing, key) = (.onTrack, "planning.action.completed")
        case .stopped: (standing, key) = (.noData, "planning.action.stopped")
        case .inProgress where isOver: (standing, key) = (.offTrack, "planning.action.late")
        case .inProgress: (standing, key) = (.onTrack, "planning.action.inProgress")
        case .planned where isOver: (standing, key) = (.offTrack, "planning.action.late")
        case .planned where hasBegun: (standing, key) = (.atRisk, "planning.action.not-begun")
        case .planned: (standing, key) = (.noData, "planning.action.planned")
        }
    }

    func mark(_ say: Say) -> StatusMark { StatusMark(standing, label: say(key)) }
}

/// When a deliverable is due, and below it how it stands; what is delivered says when in words that may wrap.
func dueMark(_ deliverable: Deliverable, on day: Day, _ say: Say) -> Markup {
    group {
        deliverable.due.map { say.shortDay($0) } ?? say("planning.no-dates")
        void("br")
        if let done = deliverable.deliveredOn {
            statusMark(StatusMark(.onTrack, label: say("planning.deliverable.done")))
            " "
            small { say.shortDay(done) }
        } else {
            statusMark(deliverableMark(deliverable, on: day, say))
        }
    }
}

/// How a deliverable stands on a day.
func deliverableMark(_ deliverable: Deliverable, on day: Day, _ say: Say) -> StatusMark {
    if let done = deliverable.deliveredOn {
        return StatusMark(.onTrack, label: say("planning.deliverable.delivered", ["day": say.shortDay(done)]))
    }
    if deliverable.isOverdue(on: day) { return StatusMark(.offTrack, label: say("planning.deliverable.overdue")) }
    return StatusMark(.noData, label: say("planning.deliverable.open"))
}
