import ArgumentParser
import Foundation
import TestKit
import Testing

@testable import portolan

@Suite("Archives of surveys on the command line")
struct SurveyCommandTests {
    @Test("what is no archive ends with status 1, and what is not there is said")
    func nothing() async throws {
        let folder = try TemporaryFolder(), file = folder.path("letter.zip")
        try Data("Dear colleagues".utf8).write(to: URL(filePath: file))
        let letter = try CheckArchive.parse([file]), missing = try CheckArchive.parse([folder.path("nowhere.zip")])
        await #expect(throws: ExitCode(1)) { try await letter.run() }
        await #expect(throws: ValidationError.self) { try await missing.run() }
        #expect(throws: (any Error).self) { try CheckArchive.parse([]) }
    }
}
