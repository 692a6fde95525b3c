import ArgumentParser
import Exchange
import Features
import Foundation
import Journal
import Organisation
import Pages

struct BouncesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounces", abstract: "Read which mails came back, and write to nobody there again.",
        discussion: """
            From a mail folder (a maildir, or a folder of .eml files), a mailbox file (mbox), one mail, or a table with the columns \
            \"address\", \"date\" and \"reason\". Reports follow RFC 3464; those of mail programs that do not keep to it are read as well. Codes 5.x.x \
            count: reminders leave these people out, and planners see of which Members. Codes 4.x.x are only noted.

            With the account lie the day, the code and a short reason, until its address is changed or the person is forgotten; of addresses that are \
            nobody's nothing is kept. Also while the database is served. The same files may be read again. The exit code is 1 where something could not be read.

              portolan bounces /var/mail/bounces --dry-run
              portolan bounces bounces.csv --organisation harbours
            """)

    @Argument(help: "The folder or the file.", completion: .file())
    var path: String

    @Option(help: ArgumentHelp("Only people of this organisation, and only there.", valueName: "ID"))
    var organisation: String?

    @Flag(help: "Read everything, keep nothing.")
    var dryRun = false

    @OptionGroup var database: DatabaseOption

    /// As much as goes through the socket of the process that holds the database.
    private static let together = 500

    func run() async throws {
        let organisation = try organisation.map { try identifier($0) }, folder = try BounceFolder(path)
        let say = Say(.en, try House(features).catalogue)
        var mails: [ReturnedMail] = [], isWhole = true, unrelated = 0
        for file in folder.files {
            guard let bytes = folder.bytes(of: file) else {
                report("\(file): cannot be read, or is larger than 12 MiB.")
                isWhole = false
                continue
            }
            let read = ReturnedMailFile(bytes)
            mails += read.mails
            for problem in read.problems {
                // In a folder of mail there may be other mail.
                if folder.isFolder, problem.key == ReturnedMailFault.noReport.key { unrelated += 1; continue }
                report("\(problem.line.map { "\(file):\($0)" } ?? file): \(say(problem.key, problem.arguments.mapValues(\.asTyped)))")
                isWhole = false
            }
        }
        let permanent = mails.count(where: \.isPermanent)
        print("\(mails.count) reports: \(permanent) of mail that came back, \(mails.count - permanent) of mail that is late.")
        if unrelated > 0 { print("\(unrelated) mails report nothing of the kind.") }
        if dryRun {
            print("Dry run: nothing was kept.")
        } else {
            for start in stride(from: 0, to: mails.count, by: BouncesCommand.together) {
                let those = Array(mails[start..<min(start + BouncesCommand.together, mails.count)])
                try await database.run(.noteReturned(those, organisation: organisation))
            }
        }
        if !isWhole { throw ExitCode.failure }
    }

    private func report(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}

/// The files of a mail folder, or one file.
struct BounceFolder {
    let files: [String]
    let isFolder: Bool

    private static let mostFiles = 50_000
    private static let mostBytes = 12 << 20

    /// - Throws: `ValidationError` where there is nothing, or nothing that could be a mail.
    init(_ path: String) throws {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw ValidationError("There is nothing at \(path).") }
        isFolder = isDirectory.boolValue
        guard isFolder else {
            files = [path]
            return
        }
        let maildir = ["new", "cur"].map { "\(path)/\($0)" }.filter { FileManager.default.fileExists(atPath: $0) }
        let names = maildir.isEmpty ? BounceFolder.names(in: path).filter { $0.lowercased().hasSuffix(".eml") } : maildir.flatMap(BounceFolder.names)
        guard names.count <= BounceFolder.mostFiles else { throw ValidationError("There are more than \(BounceFolder.mostFiles) mails in \(path): read them in parts.") }
        if names.isEmpty { throw ValidationError("\(path) holds no mail: neither the folders new and cur of a maildir, nor files that end with .eml.") }
        files = names
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    }

    /// `nil` for what is no plain file, or too large to be one of these.
    func bytes(of file: String) -> [UInt8]? {
        // What somebody names may be a link; what lies in a folder of mail is none.
        let path = isFolder ? file : URL(filePath: file).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path), attributes[.type] as? FileAttributeType == .typeRegular,
            let size = attributes[.size] as? Int, size <= BounceFolder.mostBytes
        else { return nil }
        return FileManager.default.contents(atPath: file).map { Array($0) }
    }
}
