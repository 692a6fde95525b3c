import HashTreeCollections
import Journal
import Organisation
import Pages

/// What may be done about a member: admit, describe, leave, return.
extension Register {
    /// The description holds from the day on which the membership counts, so that pages of the past know the name.
    func admit(_ member: Member, as id: ID<Member>, today: Day) throws(Refusal) -> [Proposal] {
        try check(member, besides: id)
        let from = member.joined.countsFrom
        return [
            Proposal(Register.self, .memberDescribed(id: id, member), on: min(from, today)),
            Proposal(Register.self, .memberJoined(id: id), on: from),
        ]
    }

    /// Says anew what a member is, from today. Where the day of joining is another one than before, the years between
    /// the two days are corrected as well.
    func describe(_ member: Member, as id: ID<Member>, today: Day) throws(Refusal) -> [Proposal] {
        guard let before = described[id] else { throw Refusal("pages.refusal.gone") }
        if member == before { return [] }
        try check(member, besides: id)
        let described = Proposal(Register.self, .memberDescribed(id: id, member))
        let old = before.joined.countsFrom
        let new = member.joined.countsFrom
        guard old != new, joined.contains(id) || old > today else { return [described] }
        let joining = Proposal(Register.self, .memberJoined(id: id), on: new)
        if new > old {
            let correction = Prose("\(old) → \(new)")
            return [Proposal(Register.self, .memberLeft(id: id, because: correction), on: old), described, joining]
        }
        return [Proposal(Register.self, .memberDescribed(id: id, member), on: min(new, today)), joining] + (new < today ? [described] : [])
    }

    func leave(_ id: ID<Member>, on day: Day, because reason: String) throws(Refusal) -> [Proposal] {
        guard let member = described[id] else { throw Refusal("pages.refusal.gone") }
        guard joined.contains(id) else { throw Refusal("membership.refusal.not-a-member") }
        guard !reason.isEmpty else { throw Refusal("pages.refusal.required", field: "because") }
        guard day >= member.joined.countsFrom else {
            throw Refusal("membership.refusal.left-before-joined", ["day": "\(member.joined.countsFrom)"], field: "on")
        }
        return [Proposal(Register.self, .memberLeft(id: id, because: Prose(reason)), on: day)]
    }

    /// Joining again after having left.
    func rejoin(_ id: ID<Member>, on day: Day, today: Day) throws(Refusal) -> [Proposal] {
        guard var member = described[id] else { throw Refusal("pages.refusal.gone") }
        guard let left = left[id], !joined.contains(id) else { throw Refusal("membership.refusal.is-a-member") }
        guard day > left else { throw Refusal("membership.refusal.returned-before-left", ["day": "\(left)"], field: "on") }
        member.joined = Joining(day, .exact)
        return [
            Proposal(Register.self, .memberDescribed(id: id, member), on: min(day, today)),
            Proposal(Register.self, .memberJoined(id: id), on: day),
        ]
    }

    private func check(_ member: Member, besides id: ID<Member>) throws(Refusal) {
        if member.name.isEmpty { throw Refusal("pages.refusal.required", field: "name") }
        if member.code.isEmpty { throw Refusal("pages.refusal.required", field: "code") }
        if let other = self.member(code: member.code), other != id {
            throw Refusal(
                "membership.refusal.member-code", ["code": member.code, "name": described[other]?.name.plain() ?? other.text], field: "code"
            )
        }
        // What has been so since before there were rules may stay.
        if described[id]?.code != member.code, let twin = NameKey.lookAlike(of: member.code, among: described.filter { $0.key != id }.map(\.value.code)) {
            throw Refusal("pages.refusal.code-looks-taken", ["code": member.code, "known": twin], field: "code")
        }
        if let region = member.region, regions[region] == nil { throw Refusal("membership.refusal.no-such-region", field: "region") }
        try member.joined.check()
    }
}

extension Joining {
    /// Exact, about and between need a day; between needs a later one as well.
    func check() throws(Refusal) {
        if precision != .before, day == nil { throw Refusal("membership.refusal.joined-day", field: "joined") }
        guard precision == .between else {
            if latest != nil { throw Refusal("membership.refusal.latest-only-between", field: "latest") }
            return
        }
        guard let day, let latest else { throw Refusal("membership.refusal.latest-missing", field: "latest") }
        if latest < day { throw Refusal("membership.refusal.latest-before", field: "latest") }
    }
}
