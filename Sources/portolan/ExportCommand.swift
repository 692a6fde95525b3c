import ArgumentParser
import Features
import Foundation
import Journal
import Organisation
import Pages
import Stores

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a table or a plan along.",
        discussion: """
            What is taken along comes in again, through portolan import, without changing anything. Without --everything it is what the \
            public may see; what a document cannot carry is listed on the error output.

              portolan export xlsx --table plan --organisation harbours --everything
              portolan export csv --table members --organisation harbours --language fr --out members.csv
              portolan export data --table values --organisation harbours --as-of 2026-06-30 --out -
              portolan export stratml --organisation harbours --plan plan-now --part 2-report --language es

            csv is for spreadsheets: separator and decimal mark of the language, guarded against formulas. data is CSV for programs. \
            Without --out the file is written into the present folder under a name of its own; --out - writes it to the output.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case stratml, csv, data, xlsx }

    @Argument(help: "In which form: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: Kind

    @Option(help: ArgumentHelp("The organisation's identifier, as in its address.", valueName: "ID"))
    var organisation: String

    @Option(help: ArgumentHelp("Which table: \(features.flatMap(\.exports).map(\.name).joined(separator: ", ")).", valueName: "TABLE"))
    var table: String?

    @Option(help: ArgumentHelp("Which plan; the newest where not given.", valueName: "ID"))
    var plan: String?

    @Option(help: ArgumentHelp("Which part of StratML: 1, 2 (plan with targets) or 2-report (with results).", valueName: "PART"))
    var part = "2"

    @Option(help: ArgumentHelp("In which language: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "CODE"))
    var language = "en"

    @Option(help: ArgumentHelp("Where to; - for the output.", valueName: "FILE"))
    var out: String?

    @Option(help: ArgumentHelp("As it stood on that day.", valueName: "YYYY-MM-DD"))
    var asOf: String?

    @OptionGroup var database: DatabaseOption

    @Flag(help: "Everything, restricted indicators and drafts too, not only what the public may see.")
    var everything = false

    func run() async throws {
        let workshop = try Workshop(reading: database)
        defer { try? workshop.store.close() }
        guard let journal = try await workshop.journals.existing(try identifier(organisation)) else {
            throw ValidationError("There is no organisation “\(organisation)”. See: portolan organisation list")
        }
        let visit = try await visit(to: journal, workshop.house)
        let (file, leftOut) = try kind == .stratml ? document(visit) : (table(visit), [])
        if !leftOut.isEmpty { note("Not in this file:") }
        for saying in leftOut { note("  \(visit.say(saying))") }
        try write(file)
    }

    private func table(_ visit: Visit) throws -> File {
        let known = visit.house.exports
        guard let export = known.first(where: { $0.name == table }) else {
            throw ValidationError("Say which table with --table: \(known.map(\.name).joined(separator: ", ")).")
        }
        let form: TableForm = kind == .xlsx ? .workbook : kind == .csv ? .spreadsheet : .data
        return try export.file(form, for: visit)
    }

    private func document(_ visit: Visit) throws -> (File, [Saying]) {
        guard let documents = visit.house.documents.first(where: { $0.name == kind.rawValue }) else { throw ValidationError("This program has no StratML.") }
        let choices = documents.choices(for: visit).map(\.id)
        guard let choice = plan ?? choices.first else { throw ValidationError("There is no plan with objectives to be taken along.") }
        guard let written = try documents.document("part-\(part)", of: choice, in: visit.language, for: visit) else {
            let forms = documents.forms.map { $0.name.dropFirst("part-".count) }.joined(separator: ", ")
            throw ValidationError("There is no such plan or part. Plans: \(choices.joined(separator: ", ")). Parts: \(forms).")
        }
        return (written.file, written.leftOut)
    }

    /// As somebody who reads without having signed in, or as one who may see everything.
    private func visit(to journal: Journal, _ house: House) async throws -> Visit {
        guard let language = Language(rawValue: language) else { throw ValidationError("“\(language)” is none of the six languages.") }
        let day = try asOf.map { text in
            guard let day = Day(text) else { throw ValidationError("Write the day as YYYY-MM-DD.") }
            return day
        }
        let present = journal.standing, isPublic = present[Register.self].profile?.isPublic ?? false
        guard everything || isPublic else { throw ValidationError("This organisation has no public face: nothing can be taken along without --everything.") }
        let everybody = Role.allCases.map { Grant(account: ID("export"), role: $0, scope: .organisation) }
        let viewer = Viewer(account: nil, name: "", grants: everything ? everybody : [], isPublicAdmitted: isPublic)
        let times = Times(asOf: day == present.day ? nil : day, today: present.day)
        let past = times.asOf == nil ? present : try await journal.organisation(asOf: times.day, knownOn: nil)
        return Visit(
            organisation: past, present: present, viewer: viewer, say: Say(language, house.catalogue), times: times, house: house, parameters: [:],
            query: [:], names: [:], history: { _ in [] })
    }

    private func write(_ file: File) throws {
        guard out != "-" else { return FileHandle.standardOutput.write(Data(try file.bytes)) }
        let path = out ?? File.safe(file.name)
        let bytes = try file.bytes
        do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch { throw ValidationError("The file \(path) cannot be written.") }
        note("Written: \(path) (\(bytes.count) bytes).")
    }

    private func note(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
