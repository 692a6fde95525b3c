import ArgumentParser
import Organisation
import Pages

struct TranslationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translations",
        abstract: "List what is to be translated, and how far translations may be relied on.",
        discussion: """
            A text to the line, as CSV: of what, the original, the translation, and its state. Without --state all that is not reviewed.

              portolan translations --organisation harbours --into ru --state outdated --out -
            """)

    @Option(help: ArgumentHelp("Only translations into this language.", valueName: "CODE"))
    var into: String?

    @Option(help: ArgumentHelp("Only those in this state: \(TranslationState.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "STATE"))
    var state: String?

    @OptionGroup var reading: OrganisationReading

    @OptionGroup var file: FileOut

    func validate() throws {
        if let into, Language(rawValue: into) == nil { throw ValidationError("“\(into)” is none of the six languages.") }
        if let state, TranslationState(rawValue: state) == nil { throw ValidationError("“\(state)” is no state of a translation.") }
    }

    func run() async throws {
        let asked = ["into": into ?? "", "state": state ?? ""]
        try await reading.read(everything: true, asking: asked) { visit in
            // The same list as in the browser, from the feature that makes it.
            guard let list = visit.house.translationList else { throw ValidationError("This program lists no translations.") }
            try file.write(try list(visit))
        }
    }
}
