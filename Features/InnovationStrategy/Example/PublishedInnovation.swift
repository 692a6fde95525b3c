import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the founding paper itself says of how the World Customs Organization innovates: the three rows of its Table 1, what it says of their balance, and reasons, types and crisis in its words.
/// Nobody rates anything, and there is no strategy: none is public.
func publishedInnovation(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let plan = ground.organisation[Plan.self].plans[ID("sp2022")] else { return [] }
    let proposals = PublishedStatements.all.compactMap { name, about in
        ID<Statement>(name).map { id in
            let isRow = [.degree, .locus, .source].contains(about)
            let statement = Statement(
                about: about, text: ground.content("innovationstrategy.facts.\(name)"), source: ground.content("innovationstrategy.facts.source\(isRow ? "-table" : "")"))
            return Proposal(Innovation.self, .statementRecorded(id: id, statement), on: plan.from)
        }
    }
    return [ExampleTelling(.system, proposals)]
}

private enum PublishedStatements {
    static let all: [(String, Statement.About)] = [
        ("degree", .degree), ("locus", .locus), ("origin", .source), ("balance", .balance), ("competition", .reasons), ("models", .reasons), ("platform", .reasons), ("service", .types),
        ("model", .types), ("system", .types), ("crisis", .crisis),
    ]
}
