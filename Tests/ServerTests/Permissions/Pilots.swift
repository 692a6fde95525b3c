import Journal
import Organisation

/// A small invented organisation with two of everything and something in every state, for asking who may what.
enum Pilots {
    static let id: OrganisationID = ID("guild")

    static func proposals(isPublic: Bool = true) -> [Proposal] {
        [profile(isPublic: isPublic)] + register + grants + plan + measures
    }

    private static func profile(isPublic: Bool) -> Proposal {
        Proposal(
            Register.self,
            .profileDescribed(
                Profile(name: Localized("Guild of Pilots", .en), acronym: "GP", isInvented: true, languages: [.en], isPublic: isPublic)))
    }

    /// One of them in another language than the guild's, so that there is something to translate.
    private static func written(_ title: String) -> Localized { title == "Deliverable draft two" ? Localized(title, .fr) : text(title) }

    private static func on(_ chapter: Register.Event) -> Proposal { Proposal(Register.self, chapter, on: .beginning) }

    private static var register: [Proposal] {
        let gone = Member(name: text("Member gone"), region: ID("r-one"), code: "MGONE")
        return half("one") + half("two") + [
            on(.memberDescribed(id: ID("m-three"), Member(name: text("Member three"), region: ID("r-one"), code: "MTHREE"))),
            on(.memberJoined(id: ID("m-three"))), on(.memberDescribed(id: ID("m-gone"), gone)), on(.memberJoined(id: ID("m-gone"))),
            Proposal(Register.self, .memberLeft(id: ID("m-gone"), because: "Moved"), on: Day(2026, 2, 1)),
        ]
    }

    private static func half(_ name: String) -> [Proposal] {
        let region = Region(code: name.uppercased(), name: text("Region \(name)"))
        let member = Member(name: text("Member \(name)"), region: named("r-\(name)"), code: "M\(name.uppercased())")
        return [
            on(.regionDescribed(id: named("r-\(name)"), region)), on(.memberDescribed(id: named("m-\(name)"), member)),
            on(.memberJoined(id: named("m-\(name)"))),
            on(.bodyDescribed(id: named("b-\(name)"), Body(name: text("Body \(name)"), seats: [SeatRule(region: nil, count: 9)]))),
            on(.unitDescribed(id: named("u-\(name)"), Unit(name: text("Unit \(name)"), kind: .team))),
            on(
                .mandateGiven(
                    id: named("s-\(name)"),
                    Mandate(body: named("b-\(name)"), member: named("m-\(name)"), from: Day(2026, 1, 1) ?? .beginning))),
        ]
    }

    private static var grants: [Proposal] {
        Persona.all.flatMap { persona in
            [(persona.grant, "g-"), (persona.besides, "g-besides-")].compactMap { grant, prefix in
                grant.map { Proposal(Grants.self, .granted(id: named("\(prefix)\(persona.name.lowercased())"), $0), on: .beginning) }
            }
        } + [
            Proposal(
                Grants.self, .granted(id: ID("g-two"), Grant(account: ID("two"), role: .drafter, scope: .member(ID("m-two")))),
                on: .beginning)
        ]
    }

    /// One plan that is adopted and one that is a draft, each with all of its parts.
    private static var plan: [Proposal] {
        let first = Day(2026, 1, 1) ?? .beginning
        let last = Day(2028, 12, 31) ?? .beginning
        var events: [Plan.Event] = []
        for (name, status) in [("now", StrategicPlan.Status.adopted), ("draft", .draft)] {
            let plan: ID<StrategicPlan> = named("p-\(name)")
            events.append(.planDescribed(id: plan, StrategicPlan(title: text("Plan \(name)"), from: first, until: last, status: status)))
            for (level, half) in ["high", "low"].enumerated() {
                events.append(
                    .perspectiveDescribed(id: named("v-\(name)-\(half)"), Perspective(plan: plan, name: text("View \(half)"), level: level))
                )
                events.append(
                    .objectiveDescribed(
                        id: named("o-\(name)-\(half)"),
                        Objective(
                            perspective: named("v-\(name)-\(half)"), code: "O-\(name)-\(half)", title: text("Objective \(name) \(half)"))))
            }
            events.append(
                .focusAreaDescribed(id: named("f-\(name)"), FocusArea(plan: plan, code: "F-\(name)", title: text("Area \(name)"))))
            events.append(.linkDrawn(id: named("l-\(name)"), CauseLink(from: named("o-\(name)-low"), to: named("o-\(name)-high"))))
            let leaf = Objective(perspective: named("v-\(name)-low"), code: "O-\(name)-leaf", title: text("Objective leaf"))
            events.append(.objectiveDescribed(id: named("o-\(name)-leaf"), leaf))
            events.append(.perspectiveDescribed(id: named("v-\(name)-empty"), Perspective(plan: plan, name: text("View empty"), level: 5)))
            for unit in ["one", "two"] {
                let base = Action(
                    objective: named("o-\(name)-high"), code: "A-\(name)-base", title: text("Action base"), owner: named("u-\(unit)"))
                events.append(.actionDescribed(id: named("a-\(name)-base-\(unit)"), base))
                events.append(
                    .actionDescribed(
                        id: named("a-\(name)-\(unit)"),
                        Action(
                            objective: named("o-\(name)-high"), code: "A-\(name)-\(unit)", title: text("Action \(name) \(unit)"),
                            owner: named("u-\(unit)"))))
                events.append(
                    .deliverableDescribed(
                        id: named("d-\(name)-\(unit)"),
                        Deliverable(action: named("a-\(name)-base-\(unit)"), title: written("Deliverable \(name) \(unit)"))))
            }
        }
        events.append(
            .periodDescribed(
                id: ID("y-open"),
                ReportingPeriod(name: text("2025"), from: Day(2025, 1, 1) ?? .beginning, until: Day(2025, 12, 31) ?? .beginning)))
        events.append(
            .periodDescribed(
                id: ID("y-locked"),
                ReportingPeriod(
                    name: text("2024"), from: Day(2024, 1, 1) ?? .beginning, until: Day(2024, 12, 31) ?? .beginning, isLocked: true)))
        return events.map { Proposal(Plan.self, $0, on: .beginning) }
    }

    /// Indicators for everybody, for those who take part, for the staff; of the whole, of each Member, and one that is a text.
    private static var measures: [Proposal] {
        let goal = [Target(.value(100), by: Day(2028, 12, 31) ?? .beginning)]
        let words = [Target(.text("Done"), by: Day(2028, 12, 31) ?? .beginning)]
        func indicator(
            _ name: String, _ objective: String, _ disclosure: Indicator.Disclosure, _ reporting: Indicator.Reporting = .whole,
            unit: String = "one", kind: Indicator.Kind = .number
        ) -> Proposal {
            Proposal(
                Plan.self,
                .indicatorDescribed(
                    id: named(name),
                    Indicator(
                        objective: named(objective), code: name.uppercased(), title: text("Indicator \(name)"), kind: kind,
                        reporting: reporting,
                        aggregation: reporting == .byMember ? .mean : .none, targets: kind == .text ? words : goal, disclosure: disclosure,
                        responsible: named("u-\(unit)"))),
                on: .beginning)
        }
        let open: ID<ReportingPeriod> = ID("y-open")
        let day = Day(2025, 12, 31)
        func value(_ indicator: String, _ reports: [Report]) -> Proposal {
            Proposal(Values.self, .reported(indicator: named(indicator), period: open, reports), on: day)
        }
        return [
            indicator("i-open", "o-now-high", .everyone), indicator("i-members", "o-now-high", .members),
            indicator("i-staff", "o-now-high", .staff),
            indicator("i-fresh", "o-now-high", .everyone), indicator("i-draft", "o-draft-high", .everyone),
            indicator("i-each", "o-now-high", .everyone, .byMember),
            indicator("i-two", "o-now-high", .everyone, unit: "two"), indicator("i-text", "o-now-high", .everyone, kind: .text),
            value("i-open", [Report(amount: 50)]), value("i-members", [Report(amount: 51)]), value("i-staff", [Report(amount: 52)]),
            value("i-two", [Report(amount: 53)]), value("i-text", [Report(text: "Nearly")]),
            value("i-each", [Report(member: ID("m-one"), amount: 10), Report(member: ID("m-two"), amount: 20)]),
        ]
    }

    private static func text(_ text: String) -> Localized { Localized(text, .en) }
}

/// An identifier made of other words.
func named<Kind>(_ text: String) -> ID<Kind> { ID(text) ?? ID("unnamed") }
