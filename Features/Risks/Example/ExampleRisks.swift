import HashTreeCollections
import Journal
import Organisation
import Pages

/// The register of an invented organisation: five kinds of risk and one for what is new, ratings over two years, answers in its plan, two acceptances, and one red risk that nobody answers.
func exampleRisks(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }) else { return [] }
    let plan = ground.organisation[Plan.self]
    // What the story names must be there: it is the story of the harbours.
    guard plan.plan(runningOn: ground.today) != nil, ground.organisation[Register.self].units[ID("nav")] != nil else { return [] }
    return [ExampleTelling(planner, ExampleRegister(ground: ground).proposals)]
}

private struct ExampleRegister {
    let ground: ExampleGround

    private var today: Day { ground.today }
    private static let categories: [(id: ID<RiskCategory>, appetite: Int)] = [(.safety, 8), (.data, 10), (.people, 10), (.money, 10), (.standing, 9), (.renewal, 12)]

    var proposals: [Proposal] {
        let begun = today.adding(days: -720)
        let account = RegisterAccount(introduction: text("introduction"), source: text("source"), readers: .participants)
        let categories = ExampleRegister.categories.enumerated().map { place, item in
            event(
                .categoryDescribed(
                    id: item.id,
                    RiskCategory(title: text("category.\(item.id)"), statement: text("appetite.\(item.id)"), appetite: item.appetite, order: (place + 1) * CategoryDecisions.step)), begun)
        }
        return [event(.registerDescribed(account), begun)] + categories + ExampleRisk.all.flatMap(told)
    }

    private func told(_ item: ExampleRisk) -> [Proposal] {
        let first = today.adding(days: -item.age)
        var risk = Risk(title: text(item.name), event: text("\(item.name).event"))
        (risk.category, risk.owner, risk.readers) = (item.category, item.owner, item.readers)
        risk.signals = item.signals.compactMap { Reference("scan:s-\($0)") }
        if !item.isHalf {
            (risk.cause, risk.effect) = (text("\(item.name).cause"), text("\(item.name).effect"))
            risk.reviewOn = today.adding(days: item.reviewIn)
        }
        risk.treatment = item.treatment
        if item.treatment != nil { (risk.treatmentText, risk.treatmentDue) = (text("\(item.name).treatment"), today.adding(days: item.reviewIn + 120)) }
        risk.controls = (0..<item.controls).map { number in
            RiskControl(
                what: text("\(item.name).control\(number == 0 ? "" : "-\(number + 1)")"), who: ground.organisation[Register.self].name(of: item.owner), strength: number == 0 ? .partial : .strong)
        }
        if item.isAudited { risk.source = AuditSource(text: text("audit"), on: first) }
        var before = risk
        before.answers = []
        risk.answers = references(item.codes)
        var proposals = [event(.riskDescribed(id: item.id, before), first)]
        if risk != before { proposals.append(event(.riskDescribed(id: item.id, risk), max(first.adding(days: 10), today.adding(days: -300)))) }
        return proposals + ratings(item, from: first) + ended(item)
    }

    /// At even distances, the last one some weeks ago.
    private func ratings(_ item: ExampleRisk, from first: Day) -> [Proposal] {
        guard let inherent = place(item.inherent) else { return [] }
        let last = today.adding(days: -(item.closed.map { $0.age + 20 } ?? 45)), span = first.days(until: last)
        return item.course.enumerated().compactMap { step, residual in
            guard let residual = place(residual) else { return nil }
            let day = item.course.count < 2 ? last : first.adding(days: 12 + (span - 12) * step / (item.course.count - 1))
            let because = step == 0 ? text("because.first") : step < item.course.count - 1 ? text("because.again") : text("\(item.name).because")
            return event(.riskRated(id: item.id, RiskRating(inherent: inherent, residual: residual, target: item.target.flatMap(place), because: because)), day)
        }
    }

    private func ended(_ item: ExampleRisk) -> [Proposal] {
        var proposals: [Proposal] = []
        if let accepted = item.accepted {
            let on = today.adding(days: -accepted.age), span = item.age - 45
            // What stood on that day, at even distances.
            let step = min(item.course.count - 1, max(0, (item.age - accepted.age) * (item.course.count - 1) / max(1, span)))
            let acceptance = Acceptance(
                body: accepted.body, on: on, document: text("\(item.name).document"), because: text("\(item.name).accepted"), until: accepted.days.map { on.adding(days: $0) },
                score: place(item.course[step])?.score ?? RiskPlace.scores.lowerBound)
            proposals.append(event(.riskAccepted(id: item.id, acceptance), on))
        }
        if let closed = item.closed {
            proposals.append(event(.riskClosed(id: item.id, Closing(how: closed.how, because: text("\(item.name).over"))), today.adding(days: -closed.age)))
        }
        return proposals
    }

    private func place(_ digits: Int) -> RiskPlace? { RiskPlace(likelihood: digits / 10, impact: digits % 10) }

    private func references(_ codes: [String]) -> [Reference] {
        RiskCells.codes(of: ground.organisation[Plan.self], on: today).filter { codes.contains($0.value) }.map(\.key).sorted()
    }

    private func text(_ key: String) -> Localized { ground.content("risks.example.\(key)") }
    private func event(_ event: Risks.Event, _ day: Day) -> Proposal { Proposal(Risks.self, event, on: day) }
}
