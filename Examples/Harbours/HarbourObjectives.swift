import Journal
import Organisation

/// The objectives with what was changed in them since the plan began.
func harbourObjectives(_ plan: HarbourPlan) throws -> [Told] {
    let calendar = plan.calendar
    let amina = HarbourCast.amina
    // The Russian is awaited: until it comes, what stands there is older than the original.
    let title = try plan.words("R2").texts.filter { $0.key != .ru }.compactMapValues(\.text)
    let gap = try plan.words("M2.n")
    let edits: [String: [Step<Objective>]] = [
        "R2": [Step(day: calendar.day(month: 5).adding(days: 3), actor: amina) { $0.title = $0.title.with(title) }],
        "M2": [
            Step(day: calendar.day(month: 8).adding(days: 16), actor: amina) {
                $0.owner = nil
                $0.note = gap
            }
        ],
        "M3": [Step(day: calendar.day(month: 7).adding(days: 1), actor: amina) { $0.focusAreas.append(ID("f3")) }],
        "R1": [Step(day: calendar.today.adding(days: -9), actor: amina) { $0.weight = 2 }],
    ]
    return try plan.objectives().flatMap { id, objective, start in
        telling(objective, start, by: amina, edits[objective.code] ?? [], until: calendar.today) { .objectiveDescribed(id: id, $0) }
    }
}
