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

    @Test func emptyingWhatAnotherChangedIsAskedAbout() {
        let merge = Merge(base: form(["a": "old"]), now: form(["a": "theirs"]), entered: sent(["a": ""]))
        #expect(merge.conflicts["a"] != nil)
    }
}
