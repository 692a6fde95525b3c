import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What is laid down of the units of an invented organisation, and what their people said of it a while ago: the digital directorate informs others and is informed by nobody, two regional
/// offices keep to themselves, and of two nothing is laid down.
func exampleUnits(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }), ground.organisation[Register.self].units[ID("nav")] != nil else { return [] }
    let told = ExampleUnits(ground: ground)
    return [ExampleTelling(planner, told.practices + told.round)]
}

private struct ExampleUnits {
    let ground: ExampleGround

    private static let recorded = -60, asked = -240
    private static let round: ID<AssessmentRound> = ID("levers-last"), staff: ID<RespondentGroup> = ID("staff")
    /// To whom each passes what, and how often; of nothing it was asked, and none named.
    private static let flows: [(from: String, [(to: String, what: String, often: UnitPractice.Cadence)])] = [
        ("sec", [("nav", "decisions", .weekly), ("mem", "decisions", .weekly), ("env", "decisions", .weekly)]),
        ("nav", [("mem", "warnings", .daily), ("env", "traffic", .quarterly)]), ("dig", [("sec", "systems", .monthly), ("nav", "systems", .monthly)]),
        ("env", [("sec", "measured", .quarterly)]),
        ("mem", ["ro-ac", "ro-lr", "ro-ts", "ro-is", "ro-li", "ro-gf"].map { ($0, "decisions", .monthly) } + [("nav", "wishes", .monthly)]),
        ("ro-ac", [("mem", "wishes", .monthly)]), ("ro-lr", [("mem", "wishes", .monthly)]), ("ro-ts", []), ("ro-is", []),
    ]

    private var units: Set<ID<Unit>> { Set(ground.organisation[Register.self].units.keys) }

    var practices: [Proposal] {
        ExampleUnits.flows.compactMap { from, flows in
            guard let unit = ID<Unit>(from), units.contains(unit) else { return nil }
            let isOffice = from.hasPrefix("ro-"), key = isOffice ? "office" : from
            var practice = UnitPractice(decidesOn: text("\(key).decides"), asksOn: text(isOffice ? "office.asks" : from == "sec" ? "sec.asks" : "money"))
            practice.asks = [isOffice ? .unit(ID("mem")) : from == "sec" ? .body(ID("steering")) : .unit(ID("sec"))].filter { $0.isThere(in: ground.organisation[Register.self]) }
            practice.passesNothing = flows.isEmpty
            practice.flows = flows.compactMap { flow in
                ID<Unit>(flow.to).flatMap { units.contains($0) ? UnitPractice.Flow(to: $0, what: text("flow.\(flow.what)"), cadence: flow.often) : nil }
            }
            return Proposal(UnitPractices.self, .unitDescribed(id: unit, practice.inOrder), on: ground.today.adding(days: ExampleUnits.recorded))
        }
    }

    // MARK: - What people said

    /// By category in the order of the framework: skills, reward, deciding, answering, knowing, trying, sharing.
    private static let means: [(unit: ID<Unit>, people: Int, means: [Double])] = [
        (ID("nav"), 8, [3.6, 3.0, 3.7, 4.1, 3.3, 3.2, 3.5]), (ID("mem"), 7, [3.4, 3.1, 2.4, 3.8, 3.9, 3.0, 3.6]), (ID("dig"), 6, [3.9, 2.6, 3.4, 3.5, 2.0, 3.9, 2.4]),
    ]

    var round: [Proposal] {
        guard let framework = ShippedFramework.named("levers")?.framework(ground.catalogue) else { return [] }
        let round = AssessmentRound(
            framework: ID("levers"), title: ground.content("assessments.example.levers-round"), purpose: ground.content("assessments.example.purpose"),
            groups: [RespondentGroup(id: ExampleUnits.staff, title: ground.content("assessments.group.staff"), kind: .staff)], units: ExampleUnits.means.map(\.unit), readers: .everyone)
        let id = ExampleUnits.round
        return [event(.roundDescribed(id: id, round), 0), event(.roundOpened(id: id, RoundFrame(regions: [])), 2)] + answers(framework)
            + [event(.roundClosed(id: id), 30), event(.roundPublished(id: id), 36)]
    }

    private func answers(_ framework: Framework) -> [Proposal] {
        var generator = SeededGenerator(seed: ground.seed &+ 77), number = 0
        return ExampleUnits.means.flatMap { unit, people, means in
            (0..<people).flatMap { _ -> [Proposal] in
                number += 1
                guard let sheet = ID<AnswerSheet>("\(ExampleUnits.round)-\(number)") else { return [] }
                let mood = Double.random(in: -0.4...0.4, using: &generator)
                return zip(framework.categories, means).map { category, mean in
                    let scores = category.statements.map { statement in
                        let value = (mean + mood + Double.random(in: -0.8...0.8, using: &generator)).rounded()
                        return Score(statement: statement.id, value: Int(min(Double(framework.scale.count), max(1, value))))
                    }
                    return event(.sheetAnswered(id: sheet, round: ExampleUnits.round, Seat(group: ExampleUnits.staff, unit: unit), category: category.id, scores), 5 + number)
                }
            }
        }
    }

    private func text(_ key: String) -> Localized { ground.content("assessments.example.units.\(key)") }

    private func event(_ event: Assessments.Event, _ days: Int) -> Proposal { Proposal(Assessments.self, event, on: ground.today.adding(days: ExampleUnits.asked + days)) }
}
