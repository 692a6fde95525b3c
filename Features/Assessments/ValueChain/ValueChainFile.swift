import Exchange
import Journal
import Methods
import Organisation
import Pages

/// What the records show of a round's chain, as a table for programs: a line for each measure of each link.
enum ValueChainFile {
    static let route = Route.file("assessments/rounds/{round}/value-chain.csv", .everyone) { visit in
        let (id, _) = try visit.round(in: .closed, .published), figures = try visit.figures(id)
        guard let found = visit.valueChain(figures) else { throw Missing() }
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: false, decimalMark: .point)
        let header = [
            "link", "link-people", "link-records", "measure", "value", "interval-low", "interval-high", "hits", "of", "ideas", "strong", "weak", "score", "lack", "waited", "from", "until",
        ]
        writer.write(header.map { .text($0) })
        func number(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .text("") }
        for finding in found.chain.findings {
            let link = finding.measure.link, limits = found.measures.rule.limits(of: finding.measure)
            writer.write([
                .text(ValueChainFigures.links[link]), number(found.told[link]), number(found.records[link]), .text(finding.measure.rawValue), number(finding.value),
                number(finding.interval?.lowerBound), number(finding.interval?.upperBound), .number(Double(finding.hits)), .number(Double(finding.whole)), .number(Double(finding.count)),
                .number(limits.strong),
                .number(limits.weak), number(finding.weakness.map { 1 + $0 * Double(found.points - 1) }), .text(finding.lack?.rawValue ?? ""), number(finding.waited), .text("\(found.from)"),
                .text("\(found.until)"),
            ])
        }
        return File(name: "value-chain-\(id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
