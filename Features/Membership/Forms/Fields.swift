import Journal
import Organisation
import Pages

/// Fields and choices that several forms of this feature ask for.
extension Visit {
    func nothing(_ key: String) -> Choice { Choice("", say(key)) }

    var regionChoices: [Choice] {
        [nothing("membership.form.no-region")]
            + register.regionsInOrder.map { Choice($0.id.text, "\($0.region.code) · \(plain($0.region.name))") }
    }

    var bodyChoices: [Choice] {
        say.sorted(register.bodies.map { ($0.key, $0.value) }, by: { plain($0.1.name) }).map { Choice($0.0.text, plain($0.1.name)) }
    }

    var unitChoices: [Choice] {
        say.sorted(register.units.map { ($0.key, $0.value) }, by: { plain($0.1.name) }).map { Choice($0.0.text, plain($0.1.name)) }
    }

    var memberChoices: [Choice] {
        say.sorted(register.members, by: { plain($0.member.name) }).map { Choice($0.id.text, plain($0.member.name)) }
    }

    /// Since when a new thing is there: asked only the first time.
    var sinceField: Field { Field("since", say("membership.form.since"), .day, help: say("membership.form.since-help")) }

    func reasonField(_ help: String) -> Field { .why(say("membership.form.because"), help: say(help)) }
}

/// Choices of a closed list, each with its word: `prefix.rawValue`.
func choices<Kind: RawRepresentable & CaseIterable>(_ kind: Kind.Type, _ prefix: String, _ say: Say) -> [Choice]
where Kind.RawValue == String {
    kind.allCases.map { Choice($0.rawValue, say("\(prefix).\($0.rawValue)")) }
}

extension Submission {
    var register: Register { organisation[Register.self] }
}
