import Accounts
import Journal
import Organisation

/// The World Customs Organization from public facts only: nothing is put into the mouth of a Member or an official.
///
/// Its people are two who say of themselves that they are nobody; what Members scored is in `wcoValuesFile`.
func worldCustomsOrganization() throws -> ExampleOrganisation {
    let words = try Words("words", PackageResources.wco_words_csv)
    let start = Day(2019, 7, 1) ?? .beginning
    let people: [(ID<Actor>, String, Role)] = [
        (ID("wco-administrator"), "Demonstration administrator (nobody real)", .administrator),
        (ID("wco-planner"), "Demonstration planner (nobody real)", .planner),
    ]
    let grants = people.compactMap { id, _, role in
        ID<Grant>(slug: "\(id)-\(role.rawValue)").map {
            Proposal(Grants.self, .granted(id: $0, Grant(account: id, role: role, scope: .organisation)), on: start)
        }
    }
    let register = try WCORegister(words: words).proposals()
    let plans = try WCOPlans(words: words).proposals()
    return ExampleOrganisation(
        id: ID("wco"), accounts: people.map { .example($0.0, $0.1, at: "wco", since: start) },
        batches: [grants, inOrder(register), inOrder(plans)].map { ExampleOrganisation.Batch(.system, $0) })
}
