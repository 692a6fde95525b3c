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

    /// As the round calls it, or else as the model does; behind the links of the model stands what else people rate.
    func title(_ link: Int) -> String {
        guard ValueChainFigures.links.indices.contains(link) else { return visit.plain(found.others[link - ValueChainFigures.links.count].category.title) }
        let name = ValueChainFigures.links[link]
        return figures.categories.first { $0.id.text == name }.map { visit.plain($0.title) } ?? say("assessments.chain.\(name)")
    }

    /// *strong*, *middling*, *weak*: the thirds of the scale.
    func word(_ score: Double?) -> String {
        guard let score else { return say("assessments.chain.data.unknown") }
        return say("assessments.chain.data.\(["strong", "middling", "weak"][min(2, Int((score - 1) / Double(found.points - 1) * 3 + 1e-9))])")
    }

    private func named(_ links: [Int]) -> String { say.list(links.map { ValueChainFigures.links.indices.contains($0) ? "\(say.number($0 + 1)) \(title($0))" : title($0) }) }

    private func types(_ poor: [Int]) -> String {
        poor.isEmpty ? say("assessments.chain.data.no-type") : say.list(poor.map { say("assessments.chain.weak.\(ValueChainFigures.phases[$0])") })
    }

    /// What the page is headed by: whether people and records agree, and of which links only one of them knows.
    var headline: String {
        guard let both = found.disagreement else { return unmatched }
        var before: [String] = [], after: [String] = []
        // Whose weakest link the other does not know names it first: the survey's own headline names it as well.
        if both.whole.people.weakest != both.shared.people.weakest {
            before.append(say("assessments.chain.data.headline.people-alone", ["people": named(both.whole.people.weakest), "unknown": named(both.ofPeopleAlone)]))
        } else if !both.ofPeopleAlone.isEmpty {
            after.append(say("assessments.chain.data.headline.records-lack", ["unknown": named(both.ofPeopleAlone)]))
        }
        if both.whole.records.weakest != both.shared.records.weakest {
            before.append(say("assessments.chain.data.headline.records-alone", ["records": named(both.whole.records.weakest), "unknown": named(both.ofRecordsAlone)]))
        } else if !both.ofRecordsAlone.isEmpty {
            after.append(say("assessments.chain.data.headline.people-lack", ["unknown": named(both.ofRecordsAlone)]))
        }
        return (before + [compared(both)] + after).joined(separator: " ")
    }

    /// Where there is nothing that both know.
    private var unmatched: String {
        guard let records = found.known(found.records) else { return say("assessments.chain.data.headline.too-few", count: found.measures.least) }
        guard let people = found.known(found.people) else { return say("assessments.chain.data.headline.records-only") }
        return say("assessments.chain.data.headline.no-common", ["people": named(people.weakest), "records": named(records.weakest)])
    }

    /// Of the links that both know; it says so where of all links that either knows something else would be true.
    private func compared(_ both: ChainDisagreement) -> String {
        // Of one link alone, which is the weakest says nothing.
        if both.links.count == 1 { return say("assessments.chain.data.headline.one-link", words(of: both.links[0])) }
        let (whole, shared) = (both.whole, both.shared), links = ["people": named(shared.people.weakest), "records": named(shared.records.weakest)]
        let types = ["people": types(shared.people.poor), "records": types(shared.records.poor)]
        let isOfOthers = whole.people.weakest != shared.people.weakest || whole.records.weakest != shared.records.weakest
        func said(_ key: String, _ words: [String: String], _ isOfShared: Bool) -> String { say("assessments.chain.data.headline.\(isOfShared ? "shared." : "")\(key)", words) }
        // Names alone make no disagreement where no link lies apart; but neither do they make an agreement.
        guard let furthest = both.apart.first else {
            if both.weakestDiffer { return said("near-link", links, both.isPartial) }
            return both.typesDiffer ? said("near-type", types, both.isPartial) : said("agree", ["links": named(both.common)], both.isPartial)
        }
        if both.weakestDiffer { return said("other-link", links, isOfOthers) }
        return both.typesDiffer ? said("other-type", types, whole.people.poor != shared.people.poor || whole.records.poor != shared.records.poor) : said("apart", words(of: furthest), isOfOthers)
    }

    /// Link by link where the two lie apart.
    var sentences: [String] { (found.disagreement?.apart ?? []).map { say(isDarker($0) ? "assessments.chain.data.people-darker" : "assessments.chain.data.records-darker", words(of: $0)) } }

    private func isDarker(_ link: Int) -> Bool { (found.disagreement?.differences[link] ?? 0) > 0 }

    private func words(of link: Int) -> [String: String] {
        let people = found.people[link], records = found.records[link]
        return [
            "link": "\(say.number(link + 1)) \(title(link))", "people": people.map { say.tenths($0) } ?? "–", "people-word": word(people), "records": records.map { say.tenths($0) } ?? "–",
            "records-word": word(records),
        ]
    }

    /// What the records by themselves come to.
    var type: String? {
        guard let known = found.known(found.records) else { return nil }
        let weakest = say("assessments.chain.data.weakest", count: known.weakest.count, ["links": named(known.weakest)])
        return "\(weakest) \(say(known.poor.count > 1 ? "assessments.chain.data.types" : "assessments.chain.data.type", ["types": types(known.poor)]))"
    }

    // MARK: - Measures

    /// Where not all measures of a link are known, how many its score rests on.
    func rest(_ link: Int) -> String? {
        let known = found.chain.scored(link).count, all = PipelineMeasure.count(of: link)
        return known > 0 && known < all ? say("assessments.chain.data.rests-on", count: all, ["known": say.number(known)]) : nil
    }

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
