import ArgumentParser

@main
struct Portolan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portolan",
        abstract: "The whole strategy of an organisation of members, as one traceable process.",
        discussion: """
            Begin with two organisations that are fully alive:
              portolan serve --example

            Or with your own:
              portolan organisation create "League of Ports" --administrator you@example.org
              portolan serve
            """,
        version: version,
        subcommands: [
            Serve.self, OrganisationCommands.self, AccountCommands.self, Import.self, Export.self, TranslationsCommand.self, BouncesCommand.self, BackupCommand.self, RestoreCommand.self,
            Verify.self, MethodsCommand.self, SurveyCommands.self, ConfigCommand.self, Handbook.self, Routes.self,
        ])
}

let version = "0.1.0"
