import Journal
import Organisation
import Pages
import Testing

@Suite struct MergeTests {
    private func form(_ values: [String: String?]) -> Form {
        Form(
            "Report", place: nil, submit: "Save", cancel: "",
            fields: values.sorted { $0.key < $1.key }.map { Field($0.key, $0.key, .line, value: $0.value) })
    }

    private func sent(_ values: [String: String]) -> Entered { Entered(values.map { ($0.key, $0.value) }, language: .en) }

    @Test func whatWasLeftEmptyTakesWhatAnotherWroteThere() {
        let merge = Merge(base: form(["a": nil, "b": nil]), now: form(["a": nil, "b": "theirs"]), entered: sent(["a": "mine", "b": ""]))
        #expect(merge.conflicts.isEmpty)
        #expect(merge.entered.text("a") == "mine" && merge.entered.text("b") == "theirs")
    }

    @Test func bothHavingWrittenDifferentThingsIsAskedAbout() {
        let merge = Merge(base: form(["a": nil]), now: form(["a": "theirs"]), entered: sent(["a": "mine"]))
        #expect(merge.conflicts["a"]?.value == "theirs" && merge.entered.text("a") == "mine")
    }

    @Test func whereNobodyCanHaveBeenShownTheFormWhatStandsIsAskedAbout() {
        let merge = Merge(base: nil, now: form(["a": "theirs", "b": "same", "c": nil]), entered: sent(["a": "mine", "b": "same", "c": "new"]))
        #expect(merge.conflicts.mapValues(\.value) == ["a": "theirs"])
        #expect(Merge(base: nil, now: form(["a": "theirs"]), entered: sent(["a": "mine", "take-a": "yes"])).entered.text("a") == "theirs")
    }

    @Test func emptyingWhatAnotherChangedIsAskedAbout() {
        let merge = Merge(base: form(["a": "old"]), now: form(["a": "theirs"]), entered: sent(["a": ""]))
        #expect(merge.conflicts["a"] != nil)
    }

    @Test func whatAnotherWroteMeanwhileWasNotReadBesideTheOriginal() {
        let title = Localized([.en: "Trade", .fr: "Commerce"], original: .en)
        func form(_ content: Localized) -> Form {
            Form("", place: nil, submit: "", cancel: "", fields: [.localized("t", "t", content, languages: [.en, .fr])])
        }
        let mine = sent(["t.en": "Trade", "t.fr": "Commerce", "t.fr.reviewed": "yes"])
        #expect(Merge(base: form(title), now: form(title), entered: mine).entered.flag("t.fr.reviewed"))
        for theirs in [title.with("Fair trade", in: .en), title.with("Le commerce", in: .fr)] {
            #expect(!Merge(base: form(title), now: form(theirs), entered: mine).entered.flag("t.fr.reviewed"))
        }
    }
}
