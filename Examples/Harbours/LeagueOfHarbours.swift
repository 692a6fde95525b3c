import Journal
import Organisation

/// The League of Harbours: everything about it is invented.
func leagueOfHarbours(today: Day, seed: UInt64) throws -> ExampleOrganisation {
    let calendar = HarbourCalendar(today: today)
    let words = try Words("words", PackageResources.harbours_words_csv)
    let regions = try Table("regions", PackageResources.harbours_regions_csv)
    let members = try harbourMembers(calendar, words, regions: regions, seed: seed)
    // A port of the third region, with people who answer.
    guard let home = members.first(where: { $0.regionNumber == 2 && $0.response > 0.8 }), let region = home.member.region else {
        throw ExampleFault.missing("members", table: "regions", line: 0)
    }
    let register =
        try HarbourRegister(calendar: calendar, words: words, regions: regions, members: members).proposals()
        + harbourMandates(members, calendar, seed: seed) + departures(members)
    let grants = HarbourCast.grants(home: home.id, region: region).map {
        Proposal(Grants.self, .granted(id: $0.id, $0.grant), on: calendar.oldPlanStart)
    }
    let indicators = try harbourIndicators(calendar, words)
    let plan = HarbourPlan(calendar: calendar, words: words)
    let beginnings = try plan.proposals().map { Told(day: $0.on ?? calendar.planStart, actor: HarbourCast.amina, proposal: $0) }
    let told =
        try beginnings + harbourObjectives(plan) + harbourIndicatorsTold(indicators, calendar)
        + HarbourActions(calendar: calendar, words: words, seed: seed).told()
    let values = HarbourValues(
        calendar: calendar, words: words, members: members, indicators: indicators, home: home.id, seed: seed)
    return ExampleOrganisation(
        id: ID("harbours"), accounts: HarbourCast.accounts(since: calendar.oldPlanStart),
        batches: [
            ExampleOrganisation.Batch(.system, grants), ExampleOrganisation.Batch(HarbourCast.ines, inOrder(register)),
        ] + batches(told) + (try values.batches()))
}

private func departures(_ members: [HarbourMember]) -> [Proposal] {
    members.compactMap { entry in
        entry.left.map {
            Proposal(
                Register.self, .memberLeft(id: entry.id, because: "The harbour was closed to shipping after the channel silted up."), on: $0
            )
        }
    }
}

/// By the days from which they hold: events that come in that order need not be folded again.
func inOrder(_ proposals: [Proposal]) -> [Proposal] {
    proposals.enumerated().sorted { ($0.element.on ?? .beginning, $0.offset) < ($1.element.on ?? .beginning, $1.offset) }.map(\.element)
}
