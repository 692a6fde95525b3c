import ArgumentParser

/// Where people will open the links that a command makes.
struct AddressOption: ParsableArguments {
    @Option(help: ArgumentHelp("Where the server will be reached, for the link.", valueName: "URL"))
    var address = "http://127.0.0.1:8080"
}
