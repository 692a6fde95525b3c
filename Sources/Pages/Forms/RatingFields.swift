import Journal
import Organisation

/// Whom a rating is for.
extension Visit {
    /// The only one for whom this reader rates; `nil` where there are several, or none.
    package var onlyRater: Rater? {
        guard viewer.raters == 1, let account = viewer.account else { return nil }
        return Rater(viewer.administrations.first, Actor(account))
    }

    /// Nothing to choose where there is one only.
    package var raterField: Field? {
        let members = viewer.administrations, choices = members.map { choice($0, register.name(of: $0)) }
        if members.isEmpty { return nil }
        if viewer.isStaff { return Field("member", say("pages.rating-for"), .choice([Choice("", say("pages.rating-for-myself"))] + choices)) }
        if members.count == 1 { return Field("member", "", .hidden, value: members[0].text) }
        return Field("member", say("pages.rating-for"), .choice(choices), value: members[0].text, required: true)
    }
}

extension Visit {
    /// Where one rates for several the form begins empty, so that leaving it empty says nothing: taking back is said by itself.
    package var takeBackField: Field? {
        viewer.raters > 1 ? Field("take-back", say("pages.rating-take-back"), .flag, help: say("pages.rating-take-back-help")) : nil
    }
}

extension Submission {
    package var takesBack: Bool { viewer.raters > 1 && entered.flag("take-back") }

    /// For which Member somebody rates; `nil` for one of the staff who rates for himself or herself.
    package func ratedMember() throws(Refusal) -> ID<Member>? {
        guard viewer.mayRate else { throw Refusal("pages.refusal.not-allowed") }
        let own = viewer.administrations, only = !viewer.isStaff && own.count == 1 ? own.first : nil
        let member: ID<Member>? = try entered.id("member", where: own.contains) ?? only
        if member == nil, !viewer.isStaff { throw Refusal("pages.refusal.choose", field: "member") }
        return member
    }

    /// What was entered on one scale. Whoever may rate for several finds the form empty: what is left so is no word about what stands.
    package func judged(_ name: String, in range: ClosedRange<Int>, _ stands: Int?) throws -> Int? {
        if takesBack { return nil }
        guard entered.names.contains(name) else { return stands }
        return try entered.integer(name, in: range) ?? (viewer.raters > 1 ? stands : nil)
    }
}
