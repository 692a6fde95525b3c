import Journal
import Organisation
import Pages
import TestKit

@testable import Monitoring

func day(_ text: String) -> Day { Day(text) ?? .beginning }

/// A small league of six ports in two regions, with one plan of three years, as of 15 September 2026.
enum Fixture {
    static let chapters: [any Chapter.Type] = [Register.self, Grants.self, Plan.self, Values.self]
    static func house() throws -> House { try House([monitoring]) }

    static let plan = named("p1", StrategicPlan.self)
    static let objective = named("so1", Objective.self), second = named("so2", Objective.self)
    static let share = named("share", Indicator.self), days = named("days", Indicator.self), charter = named("charter", Indicator.self)
    static let score = named("score", Indicator.self), secret = named("secret", Indicator.self)
    static let locked = named("y0", ReportingPeriod.self), ended = named("y1", ReportingPeriod.self),
        running = named("y2", ReportingPeriod.self)
    static let unit = named("u1", Unit.self)
    static let members: [ID<Member>] = ["alba", "boreal", "cobalt", "delta", "ebony", "fjord"].compactMap { ID($0) }

    static func localized(_ en: String, fr: String? = nil, ar: String? = nil) -> Localized {
        var content = Localized(en)
        if let fr { content = content.with(fr, in: .fr) }
        if let ar { content = content.with(ar, in: .ar) }
        return content
    }

    static var register: [Proposal] {
        var events: [Register.Event] = [
            .profileDescribed(Profile(name: Localized("League of Ports"), acronym: "LP", isInvented: true)),
            .regionDescribed(id: ID("north"), Region(code: "N", name: localized("North", ar: "الشمال"))),
            .regionDescribed(id: ID("south"), Region(code: "S", name: localized("South", ar: "الجنوب"))),
            .unitDescribed(id: unit, Unit(name: localized("Facilitation", ar: "التيسير"), kind: .directorate)),
        ]
        for (index, id) in members.enumerated() {
            let member = Member(
                name: Localized(id.text.prefix(1).uppercased() + id.text.dropFirst()), region: index < 3 ? ID("north") : ID("south"),
                code: String(id.text.prefix(3)).uppercased())
            events += [.memberDescribed(id: id, member), .memberJoined(id: id)]
        }
        events += [
            .memberDescribed(id: ID("union"), Member(name: Localized("Union"), region: nil, standing: .observer, code: "UNI")),
            .memberJoined(id: ID("union")),
            .memberDescribed(id: ID("gulf"), Member(name: Localized("Gulf"), region: nil, code: "GUL")),
        ]
        return events.map { Proposal(Register.self, $0) }
    }

    static var planning: [Proposal] {
        let perspective = named("results", Perspective.self)
        let events: [Plan.Event] = [
            .planDescribed(
                id: plan,
                StrategicPlan(
                    title: localized("Plan 2025-2028", ar: "خطة 2025-2028"), from: day("2025-07-01"), until: day("2028-06-30"),
                    status: .adopted)),
            .perspectiveDescribed(id: perspective, Perspective(plan: plan, name: localized("Results", ar: "النتائج"), level: 1)),
            .objectiveDescribed(
                id: objective, Objective(perspective: perspective, code: "SO1", title: localized("Faster clearance", ar: "تخليص أسرع"))),
            .objectiveDescribed(
                id: second, Objective(perspective: perspective, code: "SO2", title: localized("Fair rules", ar: "قواعد عادلة"), order: 1)),
            .periodDescribed(
                id: locked, ReportingPeriod(name: Localized("2024/25"), from: day("2024-07-01"), until: day("2025-06-30"), isLocked: true)),
            .periodDescribed(
                id: ended,
                ReportingPeriod(name: Localized("2025/26"), from: day("2025-07-01"), until: day("2026-06-30"), due: day("2026-08-31"))),
            .periodDescribed(id: running, ReportingPeriod(name: Localized("2026/27"), from: day("2026-07-01"), until: day("2027-06-30"))),
            .periodDescribed(id: ID("y3"), ReportingPeriod(name: Localized("2027/28"), from: day("2027-07-01"), until: day("2028-06-30"))),
        ]
        return (events + indicators.map { Plan.Event.indicatorDescribed(id: $0.0, $0.1) }).map { Proposal(Plan.self, $0) }
    }

    static var indicators: [(ID<Indicator>, Indicator)] {
        let begun = day("2025-06-30")
        let end = day("2028-06-30")
        return [
            (
                share,
                Indicator(
                    objective: objective, code: "K1", title: localized("Electronic declarations", ar: "الإقرارات الإلكترونية"),
                    kind: .percentage,
                    baseline: Baseline(value: 40, on: begun),
                    targets: [Target(.value(52), by: day("2026-06-30")), Target(.value(70), by: end)],
                    responsible: unit)
            ),
            (
                days,
                Indicator(
                    objective: objective, code: "K2", title: localized("Days to clear", ar: "أيام التخليص"),
                    unit: localized("days", ar: "أيام"), direction: .down,
                    baseline: Baseline(value: 20, on: begun), targets: [Target(.value(5), by: end)], order: 1)
            ),
            (
                charter,
                Indicator(
                    objective: second, code: "K3", title: localized("Charter adopted", ar: "اعتماد الميثاق"), kind: .text,
                    targets: [Target(.text("Adopted by Council"), by: end)])
            ),
            (
                score,
                Indicator(
                    objective: second, code: "K4", title: localized("Trust score", ar: "درجة الثقة"), reporting: .byMember,
                    aggregation: .mean,
                    baseline: Baseline(value: 2, on: begun), targets: [Target(.value(4), by: end)], order: 1)
            ),
            (
                secret,
                Indicator(
                    objective: second, code: "K5", title: localized("Findings of the audit", ar: "نتائج التدقيق"), reporting: .byMember,
                    aggregation: .sum,
                    targets: [Target(.toBeDetermined, by: end)], disclosure: .staff, order: 2)
            ),
        ]
    }

    static func reported(
        _ indicator: ID<Indicator>, _ period: ID<ReportingPeriod>, _ amounts: [(ID<Member>?, Double)], on: Day = day("2026-06-30")
    ) -> Proposal {
        Proposal(Values.self, .reported(indicator: indicator, period: period, amounts.map { Report(member: $0.0, amount: $0.1) }), on: on)
    }

    static func organisation(_ values: [Proposal] = [], on day: Day = .testDay) throws -> Organisation {
        try TestKit.organisation(register + planning + values, chapters: chapters, on: day)
    }

    /// Some of everything: two of the whole, four of six Members, a text that nobody has judged.
    static var lively: [Proposal] {
        [
            reported(share, locked, [(nil, 40)], on: day("2025-06-30")), reported(share, ended, [(nil, 51)]),
            reported(days, ended, [(nil, 19)]),
            Proposal(
                Values.self,
                .reported(
                    indicator: charter, period: ended,
                    [Report(text: "Draft sent to all Members", note: "Second reading", evidence: "https://example.org/charter")]),
                on: day("2026-06-30")),
            reported(score, ended, zip(members, [2.5, 3, 3.5, 2]).map { ($0, $1) }),
            reported(score, locked, members.map { ($0, 2) }, on: day("2025-06-30")),
            reported(secret, ended, [(members[0], 7)]),
        ]
    }
}

extension Viewer {
    static let bruno = Viewer.with(.drafter, .member(Fixture.members[0]), account: ID("bruno"), name: "Bruno")
    static let dana = Viewer.with(.projectOwner, .unit(Fixture.unit), account: ID("dana"), name: "Dana")
}

/// An identifier written in a test.
func named<Kind>(_ text: StaticString, _: Kind.Type) -> ID<Kind> { ID(text) }
