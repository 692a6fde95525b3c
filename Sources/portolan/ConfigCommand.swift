import ArgumentParser
import Foundation

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Look at what is set in the environment and in a file.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what is set and where, and whether the server could be started with it.",
            discussion: """
                Options of serve win over the environment, the environment over the file. A file has lines NAME=VALUE, as systemd \
                (EnvironmentFile=) and containers (--env-file) read them; # begins a line of comment. Names that are not known are refused.

                \(Configuration.Key.allCases.map { "  \($0.rawValue)\n      \($0.help)" }.joined(separator: "\n"))
                """)

        @Option(help: ArgumentHelp("A file with settings.", valueName: "FILE"), completion: .file())
        var config: String?

        func run() throws {
            let set = try Configuration.present(file: config)
            for key in Configuration.Key.allCases {
                guard let (value, origin) = set.values[key] else { continue }
                print("\(key.rawValue)=\(value)  (\(origin))")
            }
            try Serve.parse([]).filled(from: set).check()
            print("With this the server could be started.")
        }
    }
}

extension Configuration {
    /// What is set where this process runs.
    static func present(file: String?) throws -> Configuration {
        guard let file else { return try Configuration(environment: ProcessInfo.processInfo.environment) }
        guard let bytes = FileManager.default.contents(atPath: file) else { throw Fault("The file \(file) cannot be read.") }
        return try Configuration(environment: ProcessInfo.processInfo.environment, file: (file, String(decoding: bytes, as: UTF8.self)))
    }
}
