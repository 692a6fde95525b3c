import Journal
import Organisation
import Pages

/// How reports read in the log. Amounts are not told: an indicator's sheet may disclose them to few.
let telling = Telling(Values.self) { event in
    switch event {
    case .reported(let indicator, let period, let reports):
        let members = reports.compactMap(\.member)
        let about =
            [Reference(Plan.self, indicator), Reference(Plan.self, period)]
            + (members.count == 1 ? members.map { Reference(Register.self, $0) } : [])
        return Told(Saying("monitoring.told.reported", ["n": .count(reports.count)]), about: about, audience: .participants)
    case .withdrawn(let indicator, let period, let member, let reason):
        return Told(
            Saying("monitoring.told.withdrawn", ["because": .text(reason.text ?? "–")]),
            about: [Reference(Plan.self, indicator), Reference(Plan.self, period)] + (member.map { [Reference(Register.self, $0)] } ?? []),
            audience: .participants)
    case .judged(let indicator, let period, let met, _):
        return Told(
            Saying("monitoring.told.judged.\(Verdict(met).rawValue)"),
            about: [Reference(Plan.self, indicator), Reference(Plan.self, period)], audience: .participants)
    }
}
