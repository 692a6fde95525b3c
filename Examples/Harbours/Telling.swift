import Journal
import Organisation

/// Something that somebody records, and the day from which it holds.
struct Told {
    var day: Day
    var actor: Actor
    var proposal: Proposal
}

/// One change of a thing in the course of the story.
struct Step<Thing> {
    var day: Day
    var actor: Actor
    var change: (inout Thing) -> Void
}

/// A thing as it began and as it was after each step that has happened by today.
func telling<Thing>(_ start: Thing, _ day: Day, by actor: Actor, _ steps: [Step<Thing>], until today: Day, _ event: (Thing) -> Plan.Event)
    -> [Told]
{
    var thing = start
    var told = [Told(day: day, actor: actor, proposal: Proposal(Plan.self, event(thing), on: day))]
    for step in steps.filter({ $0.day <= today }).enumerated().sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) })
        .map(\.element)
    {
        step.change(&thing)
        told.append(Told(day: step.day, actor: step.actor, proposal: Proposal(Plan.self, event(thing), on: step.day)))
    }
    return told
}

/// What was told, in the order of days: what one person recorded for one day is one command.
func batches(_ told: [Told]) -> [ExampleOrganisation.Batch] {
    let inOrder = told.enumerated()
        .sorted { ($0.element.day, $0.element.actor.id, $0.offset) < ($1.element.day, $1.element.actor.id, $1.offset) }.map(\.element)
    var batches: [ExampleOrganisation.Batch] = []
    var last: Day?
    for item in inOrder {
        if batches.last?.actor == item.actor, last == item.day {
            batches[batches.count - 1].proposals.append(item.proposal)
        } else {
            batches.append(ExampleOrganisation.Batch(item.actor, [item.proposal]))
        }
        last = item.day
    }
    return batches
}
