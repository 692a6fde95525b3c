import Journal
import Organisation
import Pages

/// How the register's events read. Those that carry only an identifier name the thing by it; `about` leads to the rest.
enum RegisterTelling {
    static let telling = Telling(Register.self) { event in
        switch event {
        case .profileDescribed(let profile): told("profile-described", ["name": .content(profile.name)], [])
        case .regionDescribed(let id, let region): told("region-described", ["name": .content(region.name)], [Reference(Register.self, id)])
        case .memberDescribed(let id, let member): told("member-described", ["name": .content(member.name)], [Reference(Register.self, id)])
        case .memberJoined(let id): told("member-joined", ["id": .text(id.text)], [Reference(Register.self, id)])
        case .memberLeft(let id, let because):
            told("member-left", ["id": .text(id.text), "why": reason(because)], [Reference(Register.self, id)])
        case .bodyDescribed(let id, let body): told("body-described", ["name": .content(body.name)], [Reference(Register.self, id)])
        case .mandateGiven(_, let mandate): mandateGiven(mandate)
        case .mandateWithdrawn(let id, let because): told("mandate-withdrawn", ["id": .text(id.text), "why": reason(because)], [])
        case .unitDescribed(let id, let unit): told("unit-described", ["name": .content(unit.name)], [Reference(Register.self, id)])
        case .unitClosed(let id, let because):
            told("unit-closed", ["id": .text(id.text), "why": reason(because)], [Reference(Register.self, id)])
        }
    }

    private static func mandateGiven(_ mandate: Mandate) -> Told {
        var arguments: [String: Saying.Argument] = [
            "member": .text(mandate.member.text), "body": .text(mandate.body.text),
            "office": .word("membership.office.\(mandate.office.rawValue)"),
            "from": .day(mandate.from),
        ]
        let about = [Reference(Register.self, mandate.member), Reference(Register.self, mandate.body)]
        guard let until = mandate.until else { return told("mandate-given-open", arguments, about) }
        arguments["until"] = .day(until)
        return told("mandate-given", arguments, about)
    }

    private static func told(_ key: String, _ arguments: [String: Saying.Argument], _ about: [Reference]) -> Told {
        Told(Saying("membership.told.\(key)", arguments), about: about, audience: .everyone)
    }
}

/// Why something was taken back, or that the words have been erased.
func reason(_ because: Prose) -> Saying.Argument { because.text.map { .text($0) } ?? .word("pages.erased") }
