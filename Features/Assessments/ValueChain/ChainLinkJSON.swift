import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the records show of a link, beside what people say: part of the results of a round.
enum ChainLinkJSON {
    static func of(_ category: Category, _ found: ValueChainFigures?) -> JSON {
        guard let found, let link = ValueChainFigures.links.firstIndex(of: category.id.text) else { return .null }
        let isApart = found.disagreement?.apart.contains(link) ?? false, difference = found.disagreement?.differences[link] ?? nil
        return [
            "score": .of(found.records[link]), "difference": .of(difference.map { (($0 * 10).rounded() + 0) / 10 }), "isApart": .flag(isApart),
            "isWeakest": .flag(found.known(found.records)?.weakest.contains(link) ?? false), "from": .of(found.from), "until": .of(found.until),
            "measures": .list(
                found.chain.findings(of: link).map { finding in
                    [
                        "measure": .text(finding.measure.rawValue), "value": .of(finding.value), "low": .of(finding.interval?.lowerBound), "high": .of(finding.interval?.upperBound),
                        "hits": .integer(finding.hits), "of": .integer(finding.whole), "ideas": .integer(finding.count), "score": .of(finding.weakness.map { 1 + $0 * Double(found.points - 1) }),
                        "lack": .of(finding.lack?.rawValue),
                    ]
                }),
        ]
    }

    static let parts = [
        Part("score", .nullable(.number(1...9)), "Of the link by records, on the scale of the round, high is weak; null where too few are known.", required: true),
        Part("difference", .nullable(.number(-9...9)), "The mean less that, with one digit; above 0 where people see more trouble.", required: true),
        Part("isApart", .flag, "Whether the two lie apart.", required: true), Part("isWeakest", .flag, "Whether it is the weakest by records, or as weak.", required: true),
        Part("from", .day, "From when on records count.", required: true), Part("until", .day, "Until when.", required: true),
        Part("measures", .list(.object(measure), most: 10), "What the score is the mean of: those that have a score.", required: true),
    ]

    private static let measure = [
        Part("measure", .choice(PipelineMeasure.allCases.map(\.rawValue)), "Which one.", required: true),
        Part("value", .nullable(.number(0...1e9)), "A share from 0 to 1, days, months, or ideas a year for ten people.", required: true),
        Part("low", .nullable(.number(0...1)), "Of a share, the lower end of its interval of 95 %.", required: true),
        Part("high", .nullable(.number(0...1)), "The upper end.", required: true), Part("hits", .integer(0...1_000_000_000), "How many.", required: true),
        Part("of", .integer(0...1_000_000_000), "Of how many.", required: true), Part("ideas", .integer(0...1_000_000), "How many ideas it rests on.", required: true),
        Part("score", .nullable(.number(1...9)), "On the scale of the round.", required: true),
        Part("lack", .nullable(.choice(PipelineChain.Lack.allCases.map(\.rawValue))), "Why there is no value.", required: true),
    ]
}
