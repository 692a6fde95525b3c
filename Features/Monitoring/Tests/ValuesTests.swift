import Foundation
import Journal
import Methods
import TestKit
import Testing

@testable import Organisation

@Suite struct ValuesTests {
    private let indicator = named("k1", Indicator.self), period = named("y1", ReportingPeriod.self), alba = named("alba", Member.self),
        boreal = named("boreal", Member.self)

    private var samples: [Values.Event] {
        [
            .reported(indicator: indicator, period: period, [Report(amount: 41.5)]),
            .reported(
                indicator: indicator, period: period,
                [
                    Report(member: alba, amount: 3, note: "Estimate", evidence: "https://example.org"),
                    Report(member: boreal, text: "In progress"),
                ]),
            .withdrawn(indicator: indicator, period: period, member: alba, because: "Counted twice"),
            .withdrawn(indicator: indicator, period: period, member: nil, because: "Wrong year"),
            .judged(indicator: indicator, period: period, met: true, because: "The Council adopted it"),
            .judged(indicator: indicator, period: period, met: nil, because: "Too early"),
        ]
    }

    @Test func `events are for ever`() throws { try expectEventsAreForever(Values.self, today: samples) }

    @Test func `a value says who recorded it and where`() {
        let story = Story(
            Values.self, given: [.reported(indicator: indicator, period: period, [Report(member: alba, amount: 3, note: "Estimate")])])
        let value = story.chapter.value(of: indicator, in: period, member: alba)
        #expect(value?.amount == 3)
        #expect(value?.note == "Estimate")
        #expect(value?.by == .amina)
        #expect(value?.position == 1)
        #expect(value?.at.day == .testDay)
        #expect(story.chapter.value(of: indicator, in: period) == nil, "a Member's value is not that of the whole")
    }

    @Test func `a withdrawn value no longer counts, and its reason is kept`() {
        var story = Story(
            Values.self, given: [.reported(indicator: indicator, period: period, [Report(amount: 3), Report(member: alba, amount: 4)])])
        story.tell(.withdrawn(indicator: indicator, period: period, member: nil, because: "Wrong year"))
        #expect(story.chapter.value(of: indicator, in: period) == nil)
        #expect(story.chapter.withdrawal(of: indicator, in: period) == "Wrong year")
        #expect(story.chapter.values(of: indicator, in: period).map(\.amount) == [4])
        story.tell(.reported(indicator: indicator, period: period, [Report(amount: 5)]))
        #expect(story.chapter.value(of: indicator, in: period)?.amount == 5)
        #expect(story.chapter.withdrawal(of: indicator, in: period) == nil)
    }

    @Test func `the order in which events arrive never matters`() throws {
        var generator = SeededGenerator(seed: 7)
        let events: [Values.Event] = (0..<200).map { _ in
            let member = [nil, alba, boreal, named("cobalt", Member.self)][Int.random(in: 0..<4, using: &generator)]
            let period = ID<ReportingPeriod>("y\(Int.random(in: 1...3, using: &generator))") ?? period
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: return .withdrawn(indicator: indicator, period: period, member: member, because: "No")
            case 1:
                return .judged(
                    indicator: indicator, period: period, met: [true, false, nil][Int.random(in: 0..<3, using: &generator)], because: "So")
            case 2: return .reported(indicator: indicator, period: period, [Report(member: member, text: "Text")])
            default:
                return .reported(
                    indicator: indicator, period: period, [Report(member: member, amount: Double.random(in: 0...9, using: &generator))])
            }
        }
        let stamped = events.enumerated().map {
            ($0.element, Stamp(by: $0.offset % 2 == 0 ? .amina : .bruno, at: Moment(startOf: .testDay), position: $0.offset + 1))
        }
        let expected = try bytes(of: fold(stamped))
        for _ in 0..<20 { #expect(try bytes(of: fold(stamped.shuffled(using: &generator))) == expected) }
        let again = try JSONDecoder().decode(Values.self, from: expected)
        #expect(try bytes(of: again) == expected, "a snapshot reads back as it was")
    }

    @Test func `an erased text survives a snapshot as erased`() throws {
        let story = Story(Values.self, given: [.reported(indicator: indicator, period: period, [Report(text: .erased, note: .erased)])])
        let again = try JSONDecoder().decode(Values.self, from: try bytes(of: story.chapter))
        #expect(again.value(of: indicator, in: period)?.text == .erased)
    }

    @Test func `a cut-off snapshot is refused`() throws {
        let broken = #"{"members":[],"people":["amina"],"columns":[{"i":"k1","p":"y1","c":"BQEB"}]}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Values.self, from: Data(broken.utf8)) }
    }

    /// 186 Members x 400 indicators x 12 periods must not cost 150 MB; ours cost about 24 bytes each.
    /// What the process holds is told but not tested: the other tests run beside this one.
    @Test func `nine hundred thousand values fit in well under fifty megabytes`() throws {
        let before = residentBytes()
        var values = Values()
        let members = (0..<186).compactMap { ID<Member>("member-\($0)") }
        var position = 0
        for index in 0..<400 {
            guard let id = ID<Indicator>("indicator-\(index)") else { continue }
            for year in 0..<12 {
                guard let period = ID<ReportingPeriod>("period-\(year)") else { continue }
                position += 1
                values.apply(
                    .reported(indicator: id, period: period, members.map { Report(member: $0, amount: Double(index * year)) }),
                    Stamp(by: .amina, at: Moment(startOf: .testDay), position: position))
            }
        }
        #expect(values.count == 892_800)
        let resident = residentBytes() - before
        print("892,800 values hold \(values.heldBytes / 1_000_000) MB; meanwhile this process grew by \(resident / 1_000_000) MB")
        #expect(values.heldBytes < 30_000_000)
        let snapshot = try JSONEncoder().encode(values)
        print("and \(snapshot.count / 1_000_000) MB as a snapshot")
        #expect(snapshot.count < 20_000_000)
    }

    private func fold(_ events: [(Values.Event, Stamp)]) -> Values {
        events.reduce(into: Values()) { $0.apply($1.0, $1.1) }
    }

    private func bytes(of values: Values) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(values)
    }
}

/// What this process holds in memory, as the kernel says; 0 where it does not.
private func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    return (Int(text.split(separator: " ").dropFirst().first ?? "0") ?? 0) * 4096
}
