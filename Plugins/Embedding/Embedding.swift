import Foundation
import PackagePlugin

/// Puts the files in a room's folders of words, tables and the like into its code, so that the program is one file.
///
/// As text, not as the package manager's own list of bytes: that list takes the compiler half a minute for one room's words.
@main
struct Embedding: BuildToolPlugin {
    private let folders = ["Words", "Assets", "Tables", "Documents"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let files = try folders.map { target.directoryURL.appending(path: $0) }.flatMap(files)
        let output = context.pluginWorkDirectoryURL.appending(path: "PackageResources.swift")
        return [
            .buildCommand(
                displayName: "Embedding the files of \(target.name)", executable: try context.tool(named: "embed").url,
                arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
        ]
    }

    private func files(in folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
            .sorted { $0.path < $1.path }
    }
}
