import Journal
import Pages
import TestKit
import Testing

@testable import Server

/// A question to which what is hidden could be an answer is answered as one about nothing. Address by address the same is held by `PermissionTests`.
@Suite struct EqualityTests {
    /// Who asks, a question about what they may not see, and one of the same length about nothing.
    private static let questions: [(who: String, hidden: String, absent: String)] = [
        ("drafter", "search?q=i-staff", "search?q=x-xxxxx"), ("Stranger", "search?q=i-members", "search?q=x-xxxxxxx"),
        ("Stranger", "search?q=leaf-draft", "search?q=xxxx-xxxxx"), ("reader", "search?q=one@example.net", "search?q=xxx@xxxxxxx.xxx"),
        ("Stranger", "plan?plan=p-draft", "plan?plan=p-xxxxx"), ("Stranger", "plan/compare?plan=p-draft", "plan/compare?plan=p-xxxxx"),
        ("Stranger", "indicators?plan=p-draft", "indicators?plan=p-xxxxx"),
        ("Stranger", "indicators?objective=o-draft-high", "indicators?objective=o-xxxxx-xxxx"),
        ("reader", "activity?thing=plan:i-staff", "activity?thing=plan:x-xxxxx"),
        ("reader", "activity/log.csv?thing=plan:i-staff", "activity/log.csv?thing=plan:x-xxxxx"),
        ("Stranger", "/api/v1/organisations/guild/plan?plan=p-draft", "/api/v1/organisations/guild/plan?plan=p-xxxxx"),
    ]

    @Test func aQuestionAboutWhatIsHiddenIsAnsweredAsOneAboutNothing() async throws {
        let matrix = Matrix()
        for question in EqualityTests.questions {
            let persona = try #require(Persona.all.first { $0.name == question.who }), base = "/\(Pilots.id)/"
            let hidden = question.hidden.hasPrefix("/") ? question.hidden : base + question.hidden
            let absent = question.absent.hasPrefix("/") ? question.absent : base + question.absent
            let tales = try await matrix.differences(hidden, absent, by: persona) { await $0.get($1) }
            #expect(tales.isEmpty, "\(tales)")
        }
    }
}
