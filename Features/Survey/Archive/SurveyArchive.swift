import Exchange
import Journal
import Organisation
import Pages

let archiveRoutes: [Route] = [SurveyArchive.route]

/// A survey with all that is needed to understand, recount and verify it, in one file.
enum SurveyArchive {
    static let route = Route.file("surveys/{survey}/archive.zip", .everyone) { visit in
        let reading = try SurveyReading(visit), offered = Edition.offered(reading)
        guard let edition = visit.query["for"].map(Edition.init) ?? offered.first, offered.contains(edition) else { throw Missing() }
        return try await file(reading, edition)
    }

    static func file(_ reading: SurveyReading, _ edition: Edition) async throws -> File {
        let content = ArchiveContent(reading, edition), least = edition.least(in: reading.survey)
        let weighings = content.respondents.weightings.map { Respondents(reading, $0, least: least) }
        let parts = [
            ArchiveWriter.Part("README.txt", Array(ArchiveReadme(content: content).text.utf8)), ArchiveWriter.Part(AnswersFile.name, AnswersFile.bytes(content)),
            ArchiveWriter.Part(Codebook.name, Codebook.bytes(content)),
            ArchiveWriter.Part(QuestionnaireDocument.name, QuestionnaireDocument.json(reading).bytes),
            // Words are counted from what a reader may read, and this is for others.
            ArchiveWriter.Part(ResultsFile.name, ResultsFile.table(reading, weighings, withWords: false)),
            ArchiveWriter.Part(Proof.name, try await Proof.json(content).bytes),
        ]
        // The day that was read, not the clock: the same state makes the same file.
        let bytes = try ArchiveWriter(parts, time: Day(1970, 1, 1).map { $0.days(until: reading.visit.times.day) * 86_400 } ?? 0).bytes
        return File(name: "survey-\(reading.id)-\(edition.rawValue).zip", type: "application/zip", bytes: bytes)
    }
}

/// What stands in front of an archive: what is in it, what is not, and how anybody verifies it.
struct ArchiveReadme {
    let content: ArchiveContent

    var text: String {
        let visit = content.reading.visit, say = visit.say, title = visit.plain(content.reading.survey.title)
        let counts = ["answered": say.number(content.respondents.all.versions.count), "asked": say.number(content.respondents.all.asked), "left": say.number(content.leftOut)]
        var paragraphs = [
            title, visit.register.profile.map { visit.plain($0.name) } ?? "", say("survey.readme.what", ["day": say.day(visit.times.day)]),
            say("survey.readme.for.\(content.edition.rawValue)"), say("survey.readme.answers", count: content.answers.count, counts),
        ]
        if content.respondents.least > 0 { paragraphs.append(say("survey.readme.least", count: content.respondents.least)) }
        if visit.register.profile?.isInvented == true { paragraphs.append(say("survey.readme.invented")) }
        paragraphs += ["missing", "files", "weights", "verify", "licence"].map { say("survey.readme.\($0)") }
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}
