import Journal
import Organisation
import Pages

/// How the register's events read.
enum RegisterTelling {
    static let telling = Telling(Register.self, kinds: kinds) { event, organisation in
        let register = organisation[Register.self]
        switch event {
        case .profileDescribed(let profile): return described("profile", profile.name)
        case .regionDescribed(let id, let region): return described("region", region.name, Reference(Register.self, id))
        case .memberDescribed(let id, let member): return described("member", member.name, Reference(Register.self, id))
        case .memberJoined(let id): return told("member-joined", ["name": .content(register.name(of: id))], [Reference(Register.self, id)])
        case .memberLeft(let id, let because):
            return told("member-left", ["name": .content(register.name(of: id)), "why": .prose(because)], [Reference(Register.self, id)])
        case .bodyDescribed(let id, let body): return described("body", body.name, Reference(Register.self, id))
        case .mandateGiven(let id, let mandate): return mandateGiven(id, mandate, register)
        case .mandateWithdrawn(let id, let because): return mandateWithdrawn(id, register.mandate(id), because, register)
        case .unitDescribed(let id, let unit): return described("unit", unit.name, Reference(Register.self, id))
        case .unitClosed(let id, let because):
            return told("unit-closed", ["name": .content(register.name(of: id)), "why": .prose(because)], [Reference(Register.self, id)])
        }
    }

    /// Members and observers share their events.
    private static let kinds = [
        EventKind("membership.kind.organisation", "profileDescribed"), EventKind("membership.kind.region", "regionDescribed"),
        EventKind("membership.kind.member", "memberDescribed", "memberJoined", "memberLeft"), EventKind("membership.kind.body", "bodyDescribed"),
        EventKind("membership.kind.mandate", "mandateGiven", "mandateWithdrawn"), EventKind("membership.kind.unit", "unitDescribed", "unitClosed"),
    ]

    private static func mandateWithdrawn(_ id: ID<Mandate>, _ mandate: Mandate?, _ because: Prose, _ register: Register) -> Told {
        guard let mandate else { return told("mandate-withdrawn-unknown", ["why": .prose(because)], [Reference(Register.self, id)]) }
        return told(
            "mandate-withdrawn",
            ["member": .content(register.name(of: mandate.member)), "body": .content(register.name(of: mandate.body)), "why": .prose(because)],
            [Reference(Register.self, mandate.member), Reference(Register.self, mandate.body), Reference(Register.self, id)])
    }

    private static func mandateGiven(_ id: ID<Mandate>, _ mandate: Mandate, _ register: Register) -> Told {
        var arguments: [String: Saying.Argument] = [
            "member": .content(register.name(of: mandate.member)), "body": .content(register.name(of: mandate.body)),
            "office": .word("membership.office.\(mandate.office.rawValue)"),
            "from": .day(mandate.from),
        ]
        let about = [Reference(Register.self, mandate.member), Reference(Register.self, mandate.body), Reference(Register.self, id)]
        guard let until = mandate.until else { return told("mandate-given-open", arguments, about) }
        arguments["until"] = .day(until)
        return told("mandate-given", arguments, about)
    }

    /// - Parameter reference: `nil` for the organisation itself.
    private static func described(_ what: String, _ name: Localized, _ reference: Reference? = nil) -> Told {
        func saying(_ key: String) -> Saying { Saying("membership.told.\(what)-\(key)", ["name": .content(name)]) }
        return Told(
            saying("described"), about: reference.map { [$0] } ?? [], audience: .everyone,
            describing: Describing(reference?.id ?? "", beginning: saying("begun"), change: saying("changed")))
    }

    private static func told(_ key: String, _ arguments: [String: Saying.Argument], _ about: [Reference]) -> Told {
        Told(Saying("membership.told.\(key)", arguments), about: about, audience: .everyone)
    }
}
