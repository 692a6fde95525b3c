import Journal
import Organisation
import TestKit
import Testing

@Suite struct BaseTests {
    @Test(arguments: [
        ("fr-CH, fr;q=0.9, en;q=0.8", Language.fr), ("de, ar;q=0.5", .ar), ("pt-BR,pt;q=0.9", .pt), ("en;q=0.1, ru;q=0.7", .ru), ("*", nil), ("", nil), ("de", nil),
        (";;;,q=", nil), ("en;q=0", nil),
    ]) func theBrowsersWishIsUnderstood(_ header: String, _ language: Language?) {
        #expect(Language(accepting: header) == language)
    }

    @Test func aFreeIdentifierIsReadableAndNoAddress() {
        func free(_ text: String, taken: Set<String> = []) -> String { ID<Member>(free: text, otherwise: ID("x1")) { taken.contains($0.text) }.text }
        #expect(free("Équipe Nord") == "quipe-nord")
        #expect(free("EUR", taken: ["eur", "eur-2"]) == "eur-3")
        #expect(free("New") == "new-2", "`members/new` is the form for another one")
        #expect(free("غ") == "x1" && free("", taken: ["x1"]) == "x1-2")
        #expect(ID<Member>("new").isAddress && !ID<Member>("news").isAddress)
    }

    @Test func aTextIsShownInTheNextBestLanguageAndSaysWhich() throws {
        let text = Localized([.fr: "Bonjour", .ru: "Привет"], original: .ru)
        #expect(text.text(in: .fr)?.language == .fr)
        #expect(text.text(in: .ar)?.language == .ru, "the original before any other")
        #expect(Localized.empty.text(in: .en) == nil)
        #expect(text.with("", in: .ru).original == .fr, "a text without its original still has one")
    }

    @Test func aTextComesThroughTheWireWithItsWordsApart() throws {
        let profile = Profile(name: Localized([.en: "League", .ar: "رابطة"], original: .en), acronym: "L")
        let event = Register.Event.profileDescribed(profile), encoded = try Register.encode(event)
        #expect(!String(decoding: encoded.structure, as: UTF8.self).contains("League"))
        #expect(try Register.decode(encoded) == event)
        var erased = encoded
        erased.words = nil
        guard case .profileDescribed(let read) = try Register.decode(erased) else { return }
        #expect(read.acronym == "L" && read.name.text(in: .en)?.prose.text == nil)
    }

    @Test func aViewerBelongsWhereTheGrantsReach() {
        let bruno = Viewer.with(.drafter, .member(ID("m1")), account: ID("bruno"), name: "Bruno")
        #expect(bruno.belongs(to: .participants) && bruno.belongs(to: .member(ID("m1"))) && !bruno.belongs(to: .member(ID("m2"))) && !bruno.belongs(to: .staff))
        #expect(Viewer.amina.belongs(to: .member(ID("m2"))), "staff see every member's")
        var closed = Viewer.public
        closed.isPublicAdmitted = false
        #expect(Viewer.public.belongs(to: .everyone) && !closed.belongs(to: .everyone) && bruno.belongs(to: .everyone))
    }

    @Test func membershipIsCountedFromTheLatestDayOnWhichItCanHaveBegun() throws {
        let early = try #require(Day(2022, 6, 1)), late = try #require(Day(2024, 6, 30))
        #expect(Joining(early, .between, latest: late).countsFrom == late)
        #expect(Joining(early, .about).countsFrom == early)
        #expect(Joining(early, .before).countsFrom == .beginning)
    }
}
