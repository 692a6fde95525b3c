import Exchange
import Journal
import Organisation
import Pages

/// The log as a table: one event to the line, the newest first, filtered as the page was.
func activityFile(_ visit: Visit) async throws -> File {
    let filter = LogFilter(visit)
    var file = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
    file.write(["position", "recorded_at", "holds_from", "person", "subject", "event", "what", "things"].map { .text($0) })
    var selection = filter.selection, count = 0, read = 0
    selection.newest = 1_000
    while !filter.thing.isOpen, !filter.isBackwards {
        let entries = try await visit.entriesRead(selection)
        read += entries.count
        for happening in try await visit.revised(entries.reversed().compactMap(visit.happening).filter(filter.holds)) {
            file.write(row(happening, visit))
            count += 1
            if count == most {
                file.write([.text(visit.say("activity.file-cut", ["n": visit.say.number(most), "position": visit.say.number(happening.position)]))])
                return named(file, visit)
            }
        }
        guard entries.count == selection.newest, let first = entries.first else { break }
        selection.before = first.record.position
        if read >= furthest {
            let number = visit.say.number(first.record.position)
            file.write([.text(visit.say("activity.file-cut-reading", ["n": visit.say.number(read), "position": number]))])
            break
        }
    }
    return named(file, visit)
}

/// More would keep one request busy for long: whoever needs it all narrows the period.
private let most = 20_000
/// Where little of a long journal is for this reader, so much of it is looked through.
private let furthest = 100_000

private func named(_ file: CSVWriter, _ visit: Visit) -> File {
    File(name: "activity-\(visit.organisation.id)-\(visit.times.day).csv", type: "text/csv; charset=utf-8", bytes: file.bytes)
}

private func row(_ happening: Happening, _ visit: Visit) -> [CSVCell] {
    let record = happening.entry.record
    return [
        .integer(record.position), .text("\(record.at)"), record.on == .beginning ? .empty : .text("\(record.on)"), .text(visit.name(of: record.actor)), .text(chapterName(record.chapter, visit)),
        .text(record.event), .text(visit.sentence(of: happening)), .text(happening.told.about.map(\.description).joined(separator: " ")),
    ]
}
