import Journal
import Methods
import Organisation
import Pages

/// The value chain in sentences.
struct ValueChainWords {
    let visit: Visit
    let figures: RoundFigures
    let found: ValueChainFigures

    private var say: Say { visit.say }

    /// As the round calls it, or else as the model does.
    func title(_ link: Int) -> String {
        let name = ValueChainFigures.links[link]
        return figures.categories.first { $0.id.text == name }.map { visit.plain($0.title) } ?? say("assessments.chain.\(name)")
    }

    /// *strong*, *middling*, *weak*: the thirds of the scale.
    func word(_ score: Double?) -> String {
        guard let score else { return say("assessments.chain.data.unknown") }
        return say("assessments.chain.data.\(["strong", "middling", "weak"][min(2, Int((score - 1) / Double(found.points - 1) * 3 + 1e-9))])")
    }

    private func named(_ links: [Int]) -> String { say.list(links.map { "\(say.number($0 + 1)) \(title($0))" }) }

    private func types(_ poor: [Int]) -> String {
        poor.isEmpty ? say("assessments.chain.data.no-type") : say.list(poor.map { say("assessments.chain.weak.\(ValueChainFigures.phases[$0])") })
    }

    /// What the page is headed by: whether people and records agree, in one sentence.
    var headline: String {
        guard let both = found.disagreement else {
            if found.records.contains(where: { $0 != nil }) { return say("assessments.chain.data.headline.records-only") }
            return say("assessments.chain.data.headline.too-few", count: found.measures.least)
        }
        let people = named(both.people.weakest), records = named(both.records.weakest)
        // Names alone make no disagreement where no link lies apart.
        if !both.apart.isEmpty, both.weakestDiffer { return say("assessments.chain.data.headline.other-link", ["people": people, "records": records]) }
        if !both.apart.isEmpty, both.typesDiffer { return say("assessments.chain.data.headline.other-type", ["people": types(both.people.poor), "records": types(both.records.poor)]) }
        if let link = both.apart.first { return say("assessments.chain.data.headline.apart", words(of: link)) }
        return say("assessments.chain.data.headline.agree", ["links": people])
    }

    /// Link by link where the two lie apart.
    var sentences: [String] { (found.disagreement?.apart ?? []).map { say(isDarker($0) ? "assessments.chain.data.people-darker" : "assessments.chain.data.records-darker", words(of: $0)) } }

    private func isDarker(_ link: Int) -> Bool { (found.disagreement?.differences[link] ?? 0) > 0 }

    private func words(of link: Int) -> [String: String] {
        let people = found.people[link], records = found.records[link]
        return [
            "link": "\(say.number(link + 1)) \(title(link))", "people": people.map { say.number($0) } ?? "–", "people-word": word(people), "records": records.map { say.number($0) } ?? "–",
            "records-word": word(records),
        ]
    }

    /// What the records by themselves come to.
    var type: String? {
        guard let known = KnownChain(found.records, phases: PipelineMeasure.phases, middle: found.middle) else { return nil }
        let weakest = say("assessments.chain.data.weakest", count: known.weakest.count, ["links": named(known.weakest)])
        return "\(weakest) \(say(known.poor.count > 1 ? "assessments.chain.data.types" : "assessments.chain.data.type", ["types": types(known.poor)]))"
    }

    // MARK: - Measures

    func value(_ value: Double?, _ measure: PipelineMeasure) -> String {
        guard let value else { return "–" }
        return measure.isShare ? say.percent(value) : say.number(value, digits: measure == .decisionDays ? 0 : 1)
    }

    func limits(_ measure: PipelineMeasure) -> String {
        let limits = found.measures.rule.limits(of: measure)
        return say("assessments.chain.data.limits", ["strong": value(limits.strong, measure), "weak": value(limits.weak, measure)])
    }

    func lack(_ finding: PipelineChain.Finding) -> String? {
        guard let lack = finding.lack else { return nil }
        switch lack {
        case .tooFew: return say("assessments.chain.data.lack.too-few", count: found.measures.least)
        case .fewReached: return say("assessments.chain.data.lack.few-reached", count: found.measures.least)
        case .noStaff: return say("assessments.chain.data.lack.no-staff")
        case .noMembers: return say("assessments.chain.data.lack.no-members")
        case .notReached: return say("assessments.chain.data.lack.not-reached", ["waited": value(finding.waited, finding.measure)])
        }
    }

    func score(_ weakness: Double?) -> Double? { weakness.map { 1 + $0 * Double(found.points - 1) } }
}
