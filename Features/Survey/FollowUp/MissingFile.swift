import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who has not answered, as a table for machines: Members and how far each is, and nobody by name.
enum MissingFile {
    static let route = Route.file("surveys/{survey}/missing.csv", .planners) { visit in
        let reading = try SurveyReading(visit)
        guard reading.opening != nil else { throw Missing() }
        return file(visit, FollowUp(reading))
    }

    private static let columns = ["code", "member", "region", "stage", "people", "reached", "last_letter", "days_since"]

    private static func file(_ visit: Visit, _ follow: FollowUp) -> File {
        let register = visit.register
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(columns.map { .text($0) })
        for missing in visit.say.sorted(follow.missing, by: { visit.plain(register.name(of: $0.member)) }) {
            let kind = follow.kinds(for: missing).last ?? .notStarted, reached = follow.reached(missing.member, by: kind).count
            writer.write(
                [
                    register.described[missing.member]?.code ?? "", visit.plain(register.name(of: missing.member)),
                    missing.region.map { visit.plain(register.name(of: $0)) } ?? "",
                    missing.stage.rawValue, "\(reached + follow.unreached(missing.member, by: kind).count)", "\(reached)", missing.last.map { "\($0)" } ?? "",
                    missing.last.map { "\($0.days(until: follow.today))" } ?? "",
                ].map { CSVCell($0) })
        }
        return File(name: "missing-\(follow.id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
