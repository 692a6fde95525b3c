import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Assessments of an invented organisation: two rounds of the eight essentials a year apart, the cultures of three units, the chain of innovation, and a round that is open. All answers came
/// on paper, from people whom nobody has invented further.
func exampleAssessments(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }), ground.organisation[Register.self].units[ID("nav")] != nil else { return [] }
    return [ExampleTelling(planner, ExampleAssessments(ground: ground).proposals)]
}

private struct ExampleAssessments {
    let ground: ExampleGround

    private var today: Day { ground.today }
    private var members: [ID<Member>] { Array(ground.organisation[Register.self].members.map(\.id).prefix(200)) }

    var proposals: [Proposal] {
        let frameworks = ["essentials", "omse", "chain", "levers"].compactMap { name in
            ShippedFramework.named(name).map { event(.frameworkDescribed(id: ID(slug: name) ?? ID("framework"), $0.framework(ground.catalogue)), -470) }
        }
        return frameworks + essentials + cultures + chain + open
    }

    // MARK: - The eight essentials, twice

    private var essentials: [Proposal] {
        let three = [group("staff", .staff), group("management", .staff), group("members", .members)]
        let first: ID<AssessmentRound> = ID("essentials-last"), second: ID<AssessmentRound> = ID("essentials-this")
        let then = ExampleRound(id: first, framework: ID("essentials"), title: text("last"), groups: three, seats: seats(20, 8, 12), means: ExampleMeans.last, from: -450)
        let now = ExampleRound(id: second, framework: ID("essentials"), title: text("this"), groups: three, seats: seats(19, 9, 12), means: ExampleMeans.this, from: -85)
        return round(then, salt: 71) + round(now, salt: 72) + evidence(second) + actions(second)
    }

    private func seats(_ staff: Int, _ management: Int, _ people: Int) -> [Seat] {
        // Of two regions, so that each is more than a few.
        let register = ground.organisation[Register.self]
        let chosen = register.regionsInOrder.prefix(2).flatMap { region in members.filter { register.described[$0]?.region == region.id }.prefix((people + 1) / 2) }
        return (0..<staff).map { _ in Seat(group: ID("staff")) } + (0..<management).map { _ in Seat(group: ID("management")) } + chosen.map { Seat(group: ID("members"), member: $0) }
    }

    private func evidence(_ round: ID<AssessmentRound>) -> [Proposal] {
        [("discover", "e-discover"), ("extend", "e-extend"), ("aspire", "e-aspire")].compactMap { category, key in
            guard let category = ID<Category>(category), let id = ID<Evidence>(key) else { return nil }
            return event(.evidenceGiven(id: id, Evidence(round: round, category: category, text: text("evidence.\(category)"))), -50)
        }
    }

    /// Two gaps, each mended by an action of the plan.
    private func actions(_ round: ID<AssessmentRound>) -> [Proposal] {
        let plan = ground.organisation[Plan.self]
        guard let running = plan.plan(runningOn: today), let lowest = plan.perspectives(of: running).last(where: { !plan.objectives(in: $0.id).isEmpty })?.id,
            let objective = plan.objectives(in: lowest).first?.id
        else { return [] }
        return ["mobilise", "accelerate"].enumerated().flatMap { place, name -> [Proposal] in
            guard let category = ID<Category>(name), let action = ID<Action>("gap-\(name)"), let gap = ID<Gap>("g-\(name)") else { return [] }
            let described = Action(
                objective: objective, code: "", title: text("action.\(name)"), owner: ID("nav"), from: today.adding(days: -20 + place), until: today.adding(days: 300),
                status: place == 0 ? .inProgress : .planned)
            return [
                Proposal(Plan.self, .actionDescribed(id: action, described), on: today.adding(days: -20)), event(.gapTaken(id: gap, Gap(round: round, category: category, action: action)), -20),
            ]
        }
    }

    // MARK: - Others

    private var cultures: [Proposal] {
        let units = ExampleMeans.cultures.map(\.unit), seats = ExampleMeans.cultures.flatMap { item in (0..<item.people).map { _ in Seat(group: ID("staff"), unit: item.unit) } }
        var told = ExampleRound(id: ID("omse-this"), framework: ID("omse"), title: text("omse-round"), groups: [group("staff", .staff)], seats: seats, means: [:], from: -140)
        told.units = units
        told.byUnit = Dictionary(uniqueKeysWithValues: ExampleMeans.cultures.map { ($0.unit, $0.means) })
        return round(told, salt: 73)
    }

    private var chain: [Proposal] {
        let seats = (0..<14).map { _ in Seat(group: ID("staff")) }
        return round(
            ExampleRound(id: ID("chain-this"), framework: ID("chain"), title: text("chain-round"), groups: [group("staff", .staff)], seats: seats, means: ExampleMeans.chain, from: -110), salt: 74)
    }

    /// Where people can still answer: too few have.
    private var open: [Proposal] {
        var told = ExampleRound(
            id: ID("levers-open"), framework: ID("levers"), title: text("open-round"), groups: [group("staff", .staff), group("members", .members)], seats: [], means: [:], from: -12)
        told.isOpen = true
        return round(told, salt: 75)
    }

    private func group(_ name: String, _ kind: RespondentGroup.Kind) -> RespondentGroup {
        RespondentGroup(id: ID(slug: name) ?? ID("group"), title: ground.content("assessments.group.\(name)"), kind: kind)
    }

    // MARK: - One round

    private func round(_ told: ExampleRound, salt: UInt64) -> [Proposal] {
        let round = AssessmentRound(
            framework: told.framework, title: told.title, purpose: text("purpose"), groups: told.groups, units: told.units, until: told.isOpen ? today.adding(days: 30) : nil, readers: .everyone)
        let regions = ground.organisation[Register.self].regionsInOrder.map { region in
            RoundFrame.Part(id: region.id, name: region.region.name, members: members.filter { ground.organisation[Register.self].described[$0]?.region == region.id }.sorted())
        }
        let begun = [event(.roundDescribed(id: told.id, round), told.from), event(.roundOpened(id: told.id, RoundFrame(regions: regions)), told.from + 2)]
        if told.isOpen { return begun }
        let consents = Set(told.seats.compactMap(\.member)).sorted().map { event(.consentGiven(round: told.id, member: $0, isGiven: true), told.from + 4) }
        return begun + consents + answers(told, salt: salt) + [event(.roundClosed(id: told.id), told.from + 30), event(.roundPublished(id: told.id), told.from + 36)]
    }

    private func answers(_ told: ExampleRound, salt: UInt64) -> [Proposal] {
        guard let shipped = ShippedFramework.named(told.framework.text)?.framework(ground.catalogue) else { return [] }
        var generator = SeededGenerator(seed: ground.seed &+ salt)
        return told.seats.enumerated().flatMap { number, seat -> [Proposal] in
            guard let sheet = ID<AnswerSheet>("\(told.id)-\(number + 1)") else { return [] }
            // Who sees all a little brighter, or darker.
            let mood = Double.random(in: -0.5...0.5, using: &generator) + (seat.group == ID("management") ? 0.4 : 0)
            return shipped.categories.enumerated().map { place, category in
                let middle = seat.unit.flatMap { told.byUnit[$0] }.flatMap { $0.indices.contains(place) ? $0[place] : nil } ?? told.means[category.id.text] ?? shipped.middle
                let scores = category.statements.map { statement -> Score in
                    if Int.random(in: 0..<25, using: &generator) == 0 { return Score(statement: statement.id, value: nil) }
                    let value = (middle + mood + Double.random(in: -0.9...0.9, using: &generator)).rounded()
                    return Score(statement: statement.id, value: Int(min(Double(shipped.scale.count), max(1, value))))
                }
                return event(.sheetAnswered(id: sheet, round: told.id, seat, category: category.id, scores), told.from + 5 + number % 20)
            }
        }
    }

    private func text(_ key: String) -> Localized { ground.content("assessments.example.\(key)") }

    private func event(_ event: Assessments.Event, _ days: Int) -> Proposal { Proposal(Assessments.self, event, on: today.adding(days: days)) }
}

/// What is told of a round.
private struct ExampleRound {
    let id: ID<AssessmentRound>
    let framework: ID<Framework>
    let title: Localized
    let groups: [RespondentGroup]
    let seats: [Seat]
    let means: [String: Double]
    /// Days from today.
    let from: Int
    var units: [ID<Unit>] = []
    var byUnit: [ID<Unit>: [Double]] = [:]
    var isOpen = false
}

/// Around what the invented answers lie.
private enum ExampleMeans {
    static let last = ["aspire": 3.2, "choose": 2.9, "discover": 3.4, "evolve": 2.4, "accelerate": 2.2, "scale": 2.7, "extend": 3.5, "mobilise": 2.1]
    static let this = ["aspire": 3.9, "choose": 3.1, "discover": 4.1, "evolve": 2.6, "accelerate": 2.3, "scale": 3.2, "extend": 4.0, "mobilise": 2.3]
    static let chain = ["inside": 1.5, "across": 2.0, "outside": 2.4, "selection": 1.6, "development": 1.7, "spread": 2.6]
    static let cultures: [(unit: ID<Unit>, people: Int, means: [Double])] = [
        (ID("nav"), 8, [3.2, 3.0, 3.2, 3.7, 3.0, 3.0, 3.1, 2.8, 3.0, 2.7]), (ID("mem"), 7, [4.3, 4.2, 3.1, 3.0, 3.7, 3.2, 3.2, 3.0, 3.1, 3.3]),
        (ID("dig"), 6, [2.2, 2.3, 2.2, 3.0, 2.1, 2.2, 2.3, 2.2, 2.1, 2.2]),
    ]
}
