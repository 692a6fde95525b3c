import ArgumentParser
import Foundation
import Journal
import Organisation
import Pages
import Stores

/// Which organisation a command reads, as of when and in which language.
struct OrganisationReading: ParsableArguments {
    @Option(help: ArgumentHelp("The organisation's identifier, as in its address.", valueName: "ID"))
    var organisation: String

    @Option(help: ArgumentHelp("In which language: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "CODE"))
    var language = "en"

    @Option(help: ArgumentHelp("As it stood on that day.", valueName: "YYYY-MM-DD"))
    var asOf: String?

    @OptionGroup var database: DatabaseOption

    /// Reads as somebody who has not signed in, or as one who may see everything.
    ///
    /// - Throws: `ValidationError` where there is no such organisation, or nothing of it for everybody.
    func read<Result>(everything: Bool, asking query: [String: String] = [:], _ work: (Visit) async throws -> Result) async throws -> Result {
        let workshop = try Workshop(reading: database)
        defer { try? workshop.store.close() }
        guard let journal = try await workshop.journals.existing(try identifier(organisation)) else {
            throw ValidationError("There is no organisation “\(organisation)”. See: portolan organisation list")
        }
        return try await work(try await visit(to: journal, workshop.house, everything: everything, query))
    }

    private func visit(to journal: Journal, _ house: House, everything: Bool, _ query: [String: String]) async throws -> Visit {
        guard let language = Language(rawValue: language) else { throw ValidationError("“\(language)” is none of the six languages.") }
        let day = try asOf.map { text in
            guard let day = Day(text) else { throw ValidationError("Write the day as YYYY-MM-DD.") }
            return day
        }
        let present = journal.standing, isPublic = present[Register.self].profile?.isPublic ?? false
        guard everything || isPublic else { throw ValidationError("This organisation has no public face: nothing can be taken along without --everything.") }
        // What is kept from everybody but those who analyse it is taken along by nobody.
        let everybody = Role.allCases.filter { $0 != .leadershipAnalyst }.map { Grant(account: ID("export"), role: $0, scope: .organisation) }
        let viewer = Viewer(account: nil, name: "", grants: everything ? everybody : [], isPublicAdmitted: isPublic)
        let times = Times(asOf: day == present.day ? nil : day, today: present.day)
        let past = times.asOf == nil ? present : try await journal.organisation(asOf: times.day, knownOn: nil)
        return Visit(
            organisation: past, present: present, viewer: viewer, say: Say(language, house.catalogue), times: times, house: house, parameters: [:],
            query: query, names: [:], history: { _ in [] })
    }
}

/// Where a command writes a file.
struct FileOut: ParsableArguments {
    @Option(help: ArgumentHelp("Where to; - for the output.", valueName: "FILE"))
    var out: String?

    func write(_ file: File) throws {
        let bytes = try file.bytes
        guard out != "-" else { return FileHandle.standardOutput.write(Data(bytes)) }
        let path = out ?? File.safe(file.name)
        do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch { throw ValidationError("The file \(path) cannot be written.") }
        note("Written: \(path) (\(bytes.count) bytes).")
    }

    func note(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
