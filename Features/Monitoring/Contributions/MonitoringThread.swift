import HashTreeCollections
import Journal
import Organisation
import Pages

/// Values on the golden thread: one node for each indicator and period with data, and one for what is missing.
func thread(of organisation: Organisation) -> Thread {
    let standings = Standings.of(organisation), measuring = standings.measuring
    let plan = measuring.plan
    let periods = plan.periods
    var thread = Thread()
    for (id, indicator) in plan.indicators.sorted(by: { $0.key < $1.key }) {
        let audience = plan.audience(of: indicator)
        let reported = measuring.values.periods(of: id).filter { periods[$0].map { $0.from <= measuring.day } ?? false }
        let isStale = standings.indicators[id]?.isStale ?? false
        let newest = reported.max { (periods[$0]?.until ?? .beginning, $0) < (periods[$1]?.until ?? .beginning, $1) }
        func add(_ names: [String], kind: String, title: Localized, gaps: [String]) {
            let reference = Reference(Values.self, valueID(names))
            thread.nodes.append(
                Node(reference, kind: kind, code: indicator.code, title: title, path: "indicators/\(id)", audience: audience, gaps: gaps))
            thread.strands.append(
                Strand(from: Reference(Plan.self, id), to: reference, kind: "monitoring.strand.reported-as", audience: audience))
        }
        if reported.isEmpty { add([id.text], kind: "monitoring.kind.missing", title: indicator.title, gaps: ["monitoring.gap.no-value"]) }
        for period in reported.sorted() {
            guard let described = periods[period] else { continue }
            let gaps = isStale && period == newest ? ["monitoring.gap.stale"] : []
            add([id.text, period.text], kind: "monitoring.kind.value", title: described.name, gaps: gaps)
        }
    }
    return thread
}

/// An identifier made of others, a different one for different ones: a dot stands between them, two stand for a dot of their own, with which none
/// begins. What is too long for an identifier is said by its 64-bit FNV-1a hash.
func valueID(_ names: [String]) -> ID<ReportedValue> {
    let name = names.map { $0.replacing(".", with: "..") }.joined(separator: ".")
    if let id = ID<ReportedValue>(name) { return id }
    let hash = name.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return ID("v" + String(hash, radix: 16)) ?? ID("value")
}

func valueID(_ names: String...) -> ID<ReportedValue> { valueID(names) }
