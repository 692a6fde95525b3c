import Journal
import Organisation

/// What was reported, period by period, by whom.
struct HarbourValues {
    let calendar: HarbourCalendar
    let words: Words
    let members: [HarbourMember]
    let indicators: [HarbourIndicator]
    /// Bruno's.
    let home: ID<Member>
    let seed: UInt64

    /// Reports of the whole by those responsible, of the Members by the program, and those of one Member by Bruno.
    func batches() throws -> [ExampleOrganisation.Batch] {
        try calendar.periods.filter { $0.until < calendar.today }.flatMap { period -> [ExampleOrganisation.Batch] in
            let sheet = try period.described(words, isLocked: false)
            var told: [Actor: [Proposal]] = [:]
            for entry in indicators where entry.isReported(for: period, today: calendar.today) {
                for (actor, event) in events(entry, period) {
                    told[actor, default: []].append(Values.proposal(event, for: sheet, today: calendar.today))
                }
            }
            return told.sorted { $0.key.id < $1.key.id }.map { ExampleOrganisation.Batch($0.key, $0.value) }
        }
    }

    private func events(_ entry: HarbourIndicator, _ period: HarbourPeriod) -> [(Actor, Values.Event)] {
        if entry.indicator.kind == .text { return manual(entry, period) }
        var random = Chance(seed: seed, for: "\(entry.id) \(period.id)")
        guard let figure = entry.figure(at: period.until, random.normal()) else { return [] }
        guard entry.indicator.reporting == .byMember else {
            let isNewest = period.until.adding(days: 184 * entry.indicator.everyMonths / 6) > calendar.today || entry.story == .stale
            let note: Prose? = isNewest && !entry.remark.isEmpty ? Prose(entry.remark) : nil
            let report = Report(amount: figure, note: note, evidence: "League register \(entry.indicator.code), \(period.id)")
            return [(responsible(entry), .reported(indicator: entry.id, period: period.id, [report]))]
        }
        return byMember(entry, period, figure, &random)
    }

    private func byMember(
        _ entry: HarbourIndicator, _ period: HarbourPeriod, _ figure: Double, _ random: inout Chance
    ) -> [(Actor, Values.Event)] {
        var reporting: [(member: HarbourMember, lead: Double)] = []
        for member in members {
            var own = Chance(seed: seed, for: "\(entry.id) \(member.id)")
            let lasting = own.normal() * 0.6
            let passing = random.normal() * 0.15
            let draw = random.unit()
            guard member.isMember(on: period.until) else { continue }
            if member.id == home ? isReportedByBruno(entry, period) : draw < member.response {
                reporting.append((member, member.strength * 0.8 + lasting + passing))
            }
        }
        let amounts = HarbourSpread(entry: entry, figure: figure, members: reporting).amounts
        let reports = zip(reporting, amounts).map { Report(member: $0.member.id, amount: $1) }
        return [(Actor.system, reports.filter { $0.member != home }), (HarbourCast.bruno, reports.filter { $0.member == home })]
            .filter { !$0.1.isEmpty }.map { ($0.0, .reported(indicator: entry.id, period: period.id, $0.1)) }
    }

    /// All but three of the newest period, which are still among his tasks.
    private func isReportedByBruno(_ entry: HarbourIndicator, _ period: HarbourPeriod) -> Bool {
        period.until.adding(days: 184) < calendar.today || !["M4.1", "P3.2", "R4.1"].contains(entry.indicator.code)
    }

    /// The manual, told in words and judged by the directorate.
    private func manual(_ entry: HarbourIndicator, _ period: HarbourPeriod) -> [(Actor, Values.Event)] {
        let isBefore = period.until < calendar.planStart
        let text: Prose =
            isBefore
            ? "The second edition is in use; the working group for the third has been named."
            : "Draft of all nine chapters sent to every Member in April; 112 comments from 61 Members."
        let report = Report(text: text, evidence: "Circular letter \(period.until.year)/07")
        let told: Values.Event = .reported(indicator: entry.id, period: period.id, [report])
        guard !isBefore else { return [(HarbourCast.dana, told)] }
        let judged: Values.Event = .judged(
            indicator: entry.id, period: period.id, met: true, because: "The draft went to all Members; the circular letter lists them.")
        return [(HarbourCast.dana, told), (HarbourCast.dana, judged)]
    }

    private func responsible(_ entry: HarbourIndicator) -> Actor {
        entry.indicator.responsible?.text == "nav" ? HarbourCast.dana : HarbourCast.amina
    }
}
