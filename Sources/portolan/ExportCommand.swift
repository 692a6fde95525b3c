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

    @Option(help: ArgumentHelp("Which table: \(features.flatMap(\.exports).map(\.name).joined(separator: ", ")).", valueName: "TABLE"))
    var table: String?

    @Option(help: ArgumentHelp("Which plan; the newest where not given.", valueName: "ID"))
    var plan: String?

    @Option(help: ArgumentHelp("Which part of StratML: 1, 2 (plan with targets) or 2-report (with results).", valueName: "PART"))
    var part = "2"

    @OptionGroup var reading: OrganisationReading

    @OptionGroup var file: FileOut

    @Flag(help: "Everything, restricted indicators and drafts too, not only what the public may see.")
    var everything = false

    func run() async throws {
        try await reading.read(everything: everything) { visit in
            let (written, leftOut) = try kind == .stratml ? document(visit) : (table(visit), [])
            if !leftOut.isEmpty { file.note("Not in this file:") }
            for saying in leftOut { file.note("  \(visit.say(saying))") }
            try file.write(written)
        }
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
}
