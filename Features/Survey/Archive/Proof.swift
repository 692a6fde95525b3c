import Journal
import Organisation
import Pages

/// By what an archive can be held against the journal: where each answer stands in it, with the hash of its record, and the head of the chain.
enum Proof {
    static let name = "proof.json"
    static let format = "portolan-survey-proof-1"

    static func json(_ content: ArchiveContent) async throws -> JSON {
        let reading = content.reading, organisation = reading.visit.organisation
        var selection = EntrySelection(chapter: Answers.name, events: ["answerSubmitted"], naming: reading.id.text)
        // The records are enough: what they say is in the file.
        selection.leavesLongOut = true
        let records = Dictionary(try await reading.visit.history(selection).map { ($0.record.position, $0.record) }) { first, _ in first }
        return [
            "format": .text(format), "organisation": .text(organisation.id.text), "survey": .of(reading.id), "edition": .text(content.edition.rawValue),
            "counts": [
                "asked": .integer(content.respondents.all.asked), "answered": .integer(content.respondents.all.versions.count), "inFile": .integer(content.answers.count),
                "leftOut": .integer(content.leftOut),
            ],
            "questionnaire": ["position": .of(reading.opening?.position)], "head": ["position": .integer(organisation.position), "hash": .text("\(organisation.head)")],
            "answers": .list(
                content.answers.map { answer in
                    let record = records[answer.version.position]
                    return ["member": .text(answer.code), "position": .integer(answer.version.position), "hash": .of(record.map { "\(Record.hash($0.bytes))" })]
                }),
        ]
    }
}
