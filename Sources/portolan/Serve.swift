import ArgumentParser
import Foundation
import Journal
import Logging
import Server
import Stores

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the pages.",
        discussion: """
            With --example, two organisations are made where they are not there yet: the invented League of Harbours, fully alive,
            and the World Customs Organization with public facts only. On a loopback address anyone can then sign in as one of
            the cast with one click; on any other address that is never offered.
            """)

    @OptionGroup var database: DatabaseOption

    @Option(help: ArgumentHelp("A file with settings; options win over the environment, that over the file. See portolan config check.", valueName: "FILE"))
    var config: String?

    @Option(help: ArgumentHelp("Where to listen. (default: 127.0.0.1:8080)", valueName: "HOST:PORT"))
    var address: String?

    @Option(help: ArgumentHelp("A name under which the server is reached, besides its address. May be repeated.", valueName: "NAME"))
    var name: [String] = []

    @Option(help: ArgumentHelp("Where people reach the server, for links in mails; made of the name and address where not given.", valueName: "URL"))
    var publicAddress: String?

    @OptionGroup var mail: MailOption

    @Flag(help: "TLS ends at a proxy in front of this server: cookies are marked secure.")
    var behindTLS = false

    @Option(help: ArgumentHelp("The address of a proxy in front, whose X-Forwarded-For is believed. May be repeated.", valueName: "ADDRESS"))
    var proxy: [String] = []

    @Flag(help: "Do not limit how often something may be asked for: only where a gateway in front does that.")
    var withoutLimits = false

    @Option(help: ArgumentHelp("Back up into this folder every night, and keep the last \(NightlyBackups.kept).", valueName: "FOLDER"))
    var backups: String?

    @OptionGroup var operations: OperationsOption

    @OptionGroup var capacity: CapacityOption

    @Flag(help: "Make the example organisations where they are not there yet.")
    var example = false

    @Option(help: ArgumentHelp("How many seconds what is under way may take at the end.", visibility: .private))
    var drain = 25

    @Flag(help: ArgumentHelp("Stretch the words of the interface, for tests of the pages.", visibility: .private))
    var stretchedWords = false

    func run() async throws { try await filled(from: Configuration.present(file: config)).serve() }

    private func serve() async throws {
        try check()
        let logger = operations.logger(), (host, port) = try listening()
        let measures = Measures(), workshop = try Workshop(database, measures: measures)
        // Whoever was accepting an invitation when a process was killed can do so again.
        try await workshop.store.closeLetters()
        if example { try await ExampleBuilder(workshop).build(say: tell) }
        var settings = Settings(
            host: host, port: port, isBehindTLS: behindTLS, names: name, proxies: try proxies(), version: version,
            publicAddress: try checked(publicAddress))
        settings.capacity = try capacity.capacity()
        if withoutLimits { settings.allowances = Allowances.unlimited }
        let mailRoom = try mail.room(host: name.first ?? (host.contains(":") ? "localhost" : host), logger)
        let site = (stretchedWords ? workshop.inStretchedWords : workshop).site(settings, mailRoom, logger)
        try await site.sendWaiting()
        let lines = example && settings.isLoopback ? try await ExampleBuilder(workshop).signInLines() : []
        let control = await controlled(workshop, logger)
        let nightly = backups.map(NightlyBackups.init)
        let watch = Task { await NightWatch(workshop: workshop, backups: nightly, logger: logger).keep() }
        defer { watch.cancel() }
        let served = await Result {
            try await operations.server(site, logger, measures, database: workshop.store.path, backups: nightly, drain: .seconds(drain)).run { port in
                tell("\nPortolan is ready: http://\(host):\(port)/\n")
                for line in lines { tell(line) }
                tell("End with Ctrl-C.")
            } watched: { port in
                logger.notice("metrics are told", metadata: ["port": "\(port)"])
            }
        }
        control?.cancel()
        await control?.value
        if workshop.journals.hasStopped { throw ExitCode(1) }
        try await workshop.journals.keepSnapshots()
        try workshop.store.close()
        logger.notice("ended")
        try served.get()
    }

    /// Takes errands from `portolan backup` and `restore` for as long as the server runs.
    private func controlled(_ workshop: Workshop, _ logger: Logger) async -> Task<Void, Never>? {
        do {
            let socket = try await ControlSocket(beside: workshop.store.path)
            return Task { await socket.serve(workshop.run) }
        } catch {
            logger.warning("no errands can be taken: back up through --backups, or while the server stands still", metadata: ["error": "\(error)"])
            return nil
        }
    }
}

extension Result where Failure == any Error, Success: Sendable {
    /// What comes of a piece of work, so that what must follow it does.
    fileprivate init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}

/// A line to the person at the terminal, at once: `print` would hold it back where the output is a file.
func tell(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
