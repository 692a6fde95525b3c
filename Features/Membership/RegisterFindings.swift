import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is missing in the register before a plan can be said to be everybody's. None of it blocks an adoption.
enum RegisterFindings {
    static func findings(on organisation: Organisation) -> [Finding] {
        let register = organisation[Register.self]
        let homeless = register.members.filter { $0.member.region.flatMap { register.regions[$0] } == nil }
        let seatless = register.bodies.filter { !$0.value.isPlenary && $0.value.seatsInAll == 0 }.map(\.key).sorted()
        let former = register.mandates { $0.isRunning(on: organisation.day) && register[$0.member] == nil }
        return [
            finding(.warns, "members-without-region", homeless.map { Reference(Register.self, $0.id) }, rule: "region"),
            finding(.warns, "mandates-of-former-members", former.map { Reference(Register.self, $0.mandate.body) }, rule: "mandate"),
            finding(.informs, "bodies-without-seats", seatless.map { Reference(Register.self, $0) }, rule: "seats"),
            finding(
                .informs, "units-without-superior", register.unitsWithoutSuperior.map { Reference(Register.self, $0.id) },
                rule: "answers-to"),
        ].compactMap { $0 }
    }

    private static func finding(_ gravity: Finding.Gravity, _ key: String, _ about: [Reference], rule: String) -> Finding? {
        guard !about.isEmpty else { return nil }
        return Finding(
            gravity, Saying("membership.finding.\(key)", ["n": .count(about.count)]), about: about, rule: "membership.rule.\(rule)",
            audience: .staff)
    }
}
