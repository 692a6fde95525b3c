/// The scan: an edition in the making and one that everybody may read, signals of both.
extension Samples {
    static let ofScan: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        for end in ["edit", "open", "publish", "withdraw"] { all["scan/editions/{edition}/\(end)"] = [one("draft", "edition", "@edition-draft")] }
        all["scan/editions/{edition}"] = [one("draft", "edition", "@edition-draft"), one("locked, for everybody", "edition", "@edition-published")]
        all["scan/editions/{edition}/edition.docx"] = all["scan/editions/{edition}"]
        all["scan/editions/{edition}/themes/{theme}"] = [Sample(of: "draft", values: ["edition": "@edition-draft", "theme": "@theme"], about: "edition")]
        all["scan/aspects/{aspect}/edit"] = [one("", "aspect", "economic")]
        all["scan/aspects/{aspect}/remove"] = [one("free", "aspect", "legal")]
        all["scan/aspects/{aspect}/themes/new"] = [one("", "aspect", "economic")]
        all["scan/themes/{theme}/edit"] = [one("", "theme", "@theme")]
        all["scan/themes/{theme}/remove"] = [one("free", "theme", "@theme-free")]
        for end in ["", "/edit", "/place", "/merge", "/rate", "/standing", "/rating"] {
            all["scan/signals/{signal}\(end)"] = [one("for those who take part", "signal", "@signal"), one("for everybody", "signal", "@signal-public")]
        }
        all["scan/signals/{signal}/separate"] = [one("merged", "signal", "@signal-merged")]
        return all
    }()
}
