import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the article of 2020 on the strategic plan of the World Customs Organization itself states of it, in the terms of three frameworks. Its figures 4, 5 and 6 are lost but for their
/// captions; they stand here from what its text says. Nobody rates anything.
func publishedAssessments(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let plan = ground.organisation[Plan.self].plans[ID("sp2022")] else { return [] }
    let source = ground.content("assessments.facts.source")
    let frameworks = PublishedQuotes.all.compactMap { name, _ in
        ShippedFramework.named(name).map { Proposal(Assessments.self, .frameworkDescribed(id: ID(slug: name) ?? ID("framework"), $0.framework(ground.catalogue)), on: plan.from) }
    }
    let quotes = PublishedQuotes.all.flatMap { name, categories in
        categories.enumerated().compactMap { number, category -> Proposal? in
            guard let id = ID<Quote>("\(name)-\(number + 1)"), let framework = ID<Framework>(name) else { return nil }
            let quote = Quote(framework: framework, category: category.isEmpty ? nil : ID<Category>(category), text: ground.content("assessments.facts.\(id)"), source: source)
            return Proposal(Assessments.self, .quoteRecorded(id: id, quote), on: plan.from)
        }
    }
    return [ExampleTelling(.system, frameworks + quotes)]
}

private enum PublishedQuotes {
    /// By framework, to which category each speaks; empty for the whole.
    static let all: [(String, [String])] = [
        ("essentials", ["choose", "evolve", "extend", "mobilise"]), ("omse", ["strategy", "structure", "people", "climate"]), ("chain", ["", "", "", "across"]),
    ]
}
