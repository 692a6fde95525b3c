import Exchange
import HashTreeCollections
import Journal
import Organisation

/// The days that a document leaves open. What is assumed in their place is said in the report.
extension StratMLMapping {
    /// The document's dates; what it leaves open comes from its results, from what stands already, or is three years.
    func dates(_ old: StrategicPlan?) -> (from: Day, until: Day) {
        let results = document.goals.flatMap(\.objectives).flatMap(\.indicators).flatMap(\.instances).flatMap { $0.targets + $0.actuals }
        let days = results.flatMap { [$0.start, $0.end] }.compactMap { $0.flatMap { Day($0) } }
        let published = document.published.flatMap { Day($0) }
        let from = document.start.flatMap { Day($0) } ?? old?.from ?? days.min() ?? published ?? Day(today.year, 1, 1) ?? today
        let written = document.end.flatMap { Day($0) } ?? old?.until ?? days.max() ?? from
        return (from, written > from ? written : from.adding(years: 3).adding(days: -1))
    }
}
