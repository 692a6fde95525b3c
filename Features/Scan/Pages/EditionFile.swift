import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// An edition for a word processor: to be sent round, laid before a meeting, worked into a paper.
struct EditionFile {
    let visit: Visit
    /// As things stood when it was published.
    let then: Visit
    let id: ID<ScanEdition>
    let edition: ScanEdition

    static let route = Route.file("scan/editions/{edition}/edition.docx", .everyone) { visit in
        let (id, edition) = try visit.edition()
        return try EditionFile(visit: visit, then: try await visit.whenPublished(id), id: id, edition: edition).file
    }

    private typealias Run = WordDocument.Run
    private var say: Say { visit.say }

    private var file: File {
        get throws {
            let document = WordDocument(title: visit.plain(edition.title), language: visit.language.rawValue, isRightToLeft: visit.language.isRightToLeft, blocks: blocks)
            let bytes = try document.bytes(time: Day(1970, 1, 1).map { $0.days(until: visit.times.day) * 86_400 } ?? 0)
            return File(
                name: "scan-\(id)-\(visit.language.rawValue).docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes: bytes)
        }
    }

    private var blocks: [WordDocument.Block] {
        let chapters = EditionChapters(then, id, isPublished: visit.scan.phase(of: id) == .published)
        var blocks: [WordDocument.Block] = [.paragraph([Run(visit.standing(of: id, edition))])]
        if !edition.summary.isEmpty { blocks += [.heading(1, say("scan.field.summary"), anchor: nil), .paragraph([run(edition.summary)])] }
        blocks.append(.heading(1, say("scan.contents"), anchor: nil))
        blocks += chapters.aspects.map { .item([Run(visit.plain($0.aspect.title), link: "#\($0.id)")]) }
        if !edition.introduction.isEmpty { blocks += [.heading(1, say("scan.field.introduction"), anchor: nil), .paragraph([run(edition.introduction)])] }
        for (aspectID, aspect) in chapters.aspects {
            blocks.append(.heading(1, visit.plain(aspect.title), anchor: aspectID.text))
            if !aspect.question.isEmpty { blocks.append(.paragraph([run(aspect.question)])) }
            for item in chapters.written where item.theme.aspect == aspectID { blocks += theme(item.theme, item.account) }
            let own = chapters.signals.filter { $0.signal.aspect == aspectID }
            if !own.isEmpty { blocks += [.heading(2, say("scan.signals"), anchor: nil)] + own.flatMap(signal) }
        }
        if !chapters.aside.isEmpty { blocks += [.heading(1, say("scan.signals"), anchor: nil)] + chapters.aside.flatMap(signal) }
        blocks += sources(chapters.signals)
        if !edition.source.isEmpty { blocks.append(.paragraph([Run("\(say("scan.field.source"))\(visit.language.colon) "), run(edition.source)])) }
        return blocks
    }

    private func run(_ content: Localized) -> Run { Run(visit.plain(content)) }

    private func theme(_ theme: Theme, _ account: ThemeAccount) -> [WordDocument.Block] {
        var blocks: [WordDocument.Block] = [.heading(2, visit.plain(theme.title), anchor: nil)]
        if !account.observations.isEmpty { blocks += [.heading(3, say("scan.field.observations"), anchor: nil), .paragraph([run(account.observations)])] }
        blocks.append(.heading(3, say("scan.field.response"), anchor: nil))
        if !account.response.isEmpty { blocks.append(.paragraph([run(account.response)])) }
        for objective in account.objectives where visit.sees(objective) {
            if let described = then.plan.objectives[objective] { blocks.append(.item([run(described.title.coded(described.code))])) }
        }
        if !account.noAction.isEmpty { blocks.append(.paragraph([Run("\(say("scan.no-action-because")) "), run(account.noAction)])) }
        return blocks
    }

    private func signal(_ item: SignalLists.Item) -> [WordDocument.Block] {
        let signal = item.signal
        let facts = [
            say("scan.kind.\(signal.kind.rawValue)"), signal.horizon.map { say("scan.horizon.\($0.rawValue)") }, signal.direction.map { say("scan.direction.\($0.rawValue)") },
            signal.impact.map { "\(say("scan.field.impact")) \(visit.said($0))" }, signal.likelihood.map { "\(say("scan.field.likelihood")) \(visit.said($0))" },
        ].compactMap { $0 }.joined(separator: visit.language.semicolon)
        let text = signal.text.isEmpty ? [] : [Run("\n"), run(signal.text)]
        return [.item([Run(visit.plain(signal.title), strong: true), Run(" (\(facts))")] + text)]
    }

    private func sources(_ signals: [SignalLists.Item]) -> [WordDocument.Block] {
        let all = signals.flatMap { item in item.signal.evidence.map { (item.signal, $0) } }
        guard !all.isEmpty else { return [] }
        return [.heading(1, say("scan.sources"), anchor: nil)]
            + all.map { signal, evidence in
                let address = evidence.link.text ?? "", source = visit.plain(evidence.source)
                let rest = [visit.plain(signal.title), evidence.on.map { say.day($0) } ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
                return .item([Run(source, link: address.isEmpty ? nil : address), Run(" (\(rest))")])
            }
    }
}
