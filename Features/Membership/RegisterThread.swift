import HashTreeCollections
import Journal
import Organisation
import Pages

/// The register on the golden thread: who is there, to whom they belong, and what is missing around them.
enum RegisterThread {
    static func thread(of organisation: Organisation) -> Pages.Thread {
        let register = organisation[Register.self]
        let members = register.members + register.observers
        return Pages.Thread(
            nodes: register.regionsInOrder.map { region($0.id, $0.region, among: register) } + members.map { member($0.id, $0.member) }
                + register.bodies.sorted { $0.key < $1.key }.map { body($0.key, $0.value) }
                + register.units.sorted { $0.key < $1.key }.map { unit($0.key, $0.value, among: register) },
            strands: members.compactMap { id, member in member.region.map { strand($0, id, "has-member") } }
                + register.bodies.sorted { $0.key < $1.key }.compactMap { id, body in body.reportsTo.map { strand($0, id, "oversees") } }
                + register.units.sorted { $0.key < $1.key }.flatMap { strands(to: $0.key, $0.value) })
    }

    private static func region(_ id: ID<Region>, _ region: Region, among register: Register) -> Node {
        let isEmpty = !register.joined.contains { register.described[$0]?.region == id }
        return Node(
            Reference(Register.self, id), kind: "membership.kind.region", code: region.code, title: region.name, path: "regions/\(id)",
            audience: .everyone, gaps: isEmpty ? ["membership.gap.region-without-members"] : [])
    }

    private static func member(_ id: ID<Member>, _ member: Member) -> Node {
        Node(
            Reference(Register.self, id), kind: "membership.kind.\(member.standing.rawValue)", code: member.code, title: member.name,
            path: "members/\(id)", audience: .everyone, gaps: member.region == nil ? ["membership.gap.member-without-region"] : [])
    }

    private static func body(_ id: ID<Body>, _ body: Body) -> Node {
        Node(
            Reference(Register.self, id), kind: "membership.kind.body", title: body.name, path: "bodies/\(id)", audience: .everyone,
            gaps: body.isPlenary || body.seatsInAll > 0 ? [] : ["membership.gap.body-without-seats"])
    }

    private static func unit(_ id: ID<Unit>, _ unit: Unit, among register: Register) -> Node {
        Node(
            Reference(Register.self, id), kind: "membership.kind.unit", title: unit.name, path: "units/\(id)", audience: .everyone,
            gaps: (register.isThere(unit.answersTo) ? [] : ["membership.gap.unit-answers-to-nobody"])
                + (unit.answersFor.isEmpty ? ["membership.gap.unit-answers-for-nothing"] : []))
    }

    private static func strands(to id: ID<Unit>, _ unit: Unit) -> [Strand] {
        let superior: Strand? =
            switch unit.answersTo {
            case .body(let body): strand(body, id, "oversees")
            case .unit(let above): strand(above, id, "directs")
            case nil: nil
            }
        return [superior, unit.region.map { strand($0, id, "served-by") }].compactMap { $0 }
    }

    private static func strand<From, To>(_ from: ID<From>, _ to: ID<To>, _ kind: String) -> Strand {
        Strand(
            from: Reference(Register.self, from), to: Reference(Register.self, to), kind: "membership.strand.\(kind)", audience: .everyone)
    }
}
