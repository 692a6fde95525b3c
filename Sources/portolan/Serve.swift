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

    @Option(help: ArgumentHelp("Where to listen.", valueName: "HOST:PORT"))
    var address = "127.0.0.1:8080"

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

    @Flag(help: "Make the example organisations where they are not there yet.")
    var example = false

    @Flag(help: ArgumentHelp("Stretch the words of the interface, for tests of the pages.", visibility: .private))
    var stretchedWords = false

    func run() async throws {
        var logger = Logger(label: "portolan")
        logger.logLevel = .notice
        let (host, port) = try hostAndPort()
        let workshop = try Workshop(database)
        if example { try await ExampleBuilder(workshop).build(say: tell) }
        var settings = Settings(
            host: host, port: port, isBehindTLS: behindTLS, names: name, proxies: try proxies(), version: version,
            publicAddress: try checked(publicAddress))
        if withoutLimits { settings.allowances = Allowances.unlimited }
        let mailRoom = try mail.room(host: name.first ?? (host.contains(":") ? "localhost" : host), logger)
        let site = (stretchedWords ? workshop.inStretchedWords : workshop).site(settings, mailRoom, logger)
        let lines = example && settings.isLoopback ? try await ExampleBuilder(workshop).signInLines() : []
        let watch = Task { await NightWatch(workshop: workshop, logger: logger).keep() }
        defer { watch.cancel() }
        try await Server(site, logger: logger).run { port in
            tell("\nPortolan is ready: http://\(host):\(port)/\n")
            for line in lines { tell(line) }
            tell("End with Ctrl-C.")
        }
        if workshop.journals.hasStopped { throw ExitCode(1) }
        try await workshop.journals.keepSnapshots()
        try workshop.store.close()
    }

    private func proxies() throws -> Set<ClientAddress> {
        Set(
            try proxy.map { text in
                guard let address = ClientAddress(text) else { throw ValidationError("“\(text)” is no IP address of a proxy.") }
                return address
            })
    }

    private func checked(_ text: String?) throws -> String? {
        guard let text else { return nil }
        guard text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.:\[\]-]+/) != nil else {
            throw ValidationError("Write --public-address as https://NAME, without a path.")
        }
        return text
    }

    private func hostAndPort() throws -> (String, Int) {
        guard let colon = address.lastIndex(of: ":"), let port = Int(address[address.index(after: colon)...]), (0...65535).contains(port) else {
            throw ValidationError("Write the address as HOST:PORT, for example 127.0.0.1:8080.")
        }
        let host = address[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        return (host, port)
    }
}

/// A line to the person at the terminal, at once: `print` would hold it back where the output is a file.
func tell(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
