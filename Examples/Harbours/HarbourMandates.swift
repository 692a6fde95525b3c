import Journal
import Organisation

/// Who sits in the bodies: a term that ended with the old plan, and the one that runs. One seat stands empty since its holder left.
func harbourMandates(_ members: [HarbourMember], _ calendar: HarbourCalendar, seed: UInt64) throws -> [Proposal] {
    var random = Chance(seed: seed, for: "mandates")
    var proposals: [Proposal] = []
    let terms = [("a", calendar.oldPlanStart, calendar.oldPlanEnd), ("b", calendar.planStart, calendar.planEnd)]
    for (term, from, until) in terms {
        for row in try Table("bodies", PackageResources.harbours_bodies_csv).rows {
            let body: ID<Body> = try row.id("id")
            var vices = try row.integer("vices")
            var needsChair = try row.integer("chairs") > 0
            for (region, count) in row.seats {
                let eligible = members.filter { $0.member.region == region && $0.member.joined.countsFrom <= from }
                var hat = eligible.shuffled(using: &random)
                // Who has left by now held a seat until then.
                if term == "b", body.text == "steering", let leaver = hat.firstIndex(where: { $0.left != nil }) { hat.swapAt(2, leaver) }
                var offices: [Mandate.Office] = [Mandate.Office](repeating: .seat, count: count)
                if vices > 0 {
                    offices.insert(.viceChair, at: 0)
                    vices -= 1
                }
                if needsChair {
                    offices.append(.chair)
                    needsChair = false
                }
                for (number, (office, holder)) in zip(offices, hat).enumerated() {
                    guard let id = ID<Mandate>("\(body)-\(region)-\(number + 1)\(term)") else { continue }
                    let end = holder.left.map { min($0.adding(days: -1), until) } ?? until
                    proposals.append(
                        Proposal(
                            Register.self,
                            .mandateGiven(id: id, Mandate(body: body, member: holder.id, office: office, from: from, until: end)), on: from)
                    )
                }
            }
        }
    }
    return proposals
}
