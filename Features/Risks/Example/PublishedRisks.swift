import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is publicly known of the risks of the World Customs Organization: that its Audit Committee named some in 2020, that six were red, and how they were to be answered. Which
/// they are is not public, and none is shown.
func publishedRisks(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let plan = ground.organisation[Plan.self].plans[ID("sp2022")] else { return [] }
    let account = RegisterAccount(
        introduction: ground.content("risks.facts.introduction"), source: ground.content("risks.facts.source"), link: Prose(PublishedRisks.page), readers: .everyone)
    return [ExampleTelling(.system, [Proposal(Risks.self, .registerDescribed(account), on: plan.from)])]
}

private enum PublishedRisks {
    static let page =
        "https://www.wcoomd.org/zh-cn/media/newsroom/2022/february/the-wco-receives-private-sector-input-for-the-organizations-strategic-plan-2022-2025.aspx"
}
