import HashTreeCollections
import Journal
import Organisation
import Pages

/// The reporting periods for programs: values name them.
enum PeriodResource {
    static let resource = Resource(
        "Period", "A span for which values are reported.", path: "periods", items: ["{period}"], .everyone, properties,
        all: { visit in visit.plan.periods.map { ($0.key.text, ($0.key, $0.value)) } },
        find: { visit in
            let id: ID<ReportingPeriod> = try visit.id("period")
            guard let period = visit.plan.periods[id] else { throw Missing() }
            return (id, period)
        })

    private static let properties: [Property<(id: ID<ReportingPeriod>, period: ReportingPeriod)>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("name", .localized(most: 500), "Its name by language.") { .of($0.period.name) },
        Property("from", .day, "Its first day.") { .of($0.period.from) },
        Property("until", .day, "Its last day.") { .of($0.period.until) },
        Property("due", .nullable(.day), "By when values are expected.") { .of($0.period.due) },
        Property("isLocked", .flag, "Nothing more is reported for it.") { .flag($0.period.isLocked) },
    ]
}
