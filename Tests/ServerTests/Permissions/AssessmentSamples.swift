/// Assessments: a framework of which nobody has been asked, one that is in use, and rounds in the making, open, closed and published.
extension Samples {
    static let ofAssessments: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        let free = one("free", "framework", "@framework-free"), used = one("in use, locked", "framework", "essentials")
        for end in ["", "/edit", "/withdraw", "/categories/new"] { all["assessments/frameworks/{framework}\(end)"] = [free, used] }
        all["assessments/frameworks/{framework}/quotes/new"] = [free, used]
        for end in ["edit", "remove"] {
            all["assessments/frameworks/{framework}/categories/{category}/\(end)"] = [Sample(of: "free", values: ["framework": "@framework-free", "category": "aspire"], about: "framework")]
        }
        all["assessments/quotes/{quote}/remove"] = [one("a quote", "quote", "@quote")]
        let draft = one("draft", "round", "@assessment-draft"), open = one("open", "round", "@assessment-open"), closed = one("closed", "round", "@assessment-closed")
        let published = one("for everybody, locked", "round", "@assessment-published")
        // What may no longer be said of it anew, the API answers to its own address.
        let over = one("closed, locked", "round", "@assessment-closed")
        all["assessments/rounds/{round}"] = [draft, open, over, published]
        all["assessments/rounds/{round}/results"] = [over, published]
        all["assessments/rounds/{round}/edit"] = [draft, open, published]
        all["assessments/rounds/{round}/open"] = [draft]
        for end in ["close", "sheets/new", "seat", "consent", "take-back", "answers"] { all["assessments/rounds/{round}/\(end)"] = [open] }
        all["assessments/rounds/{round}/publish"] = [closed]
        all["assessments/rounds/{round}/withdraw"] = [draft, open, closed]
        all["assessments/rounds/{round}/results.csv"] = [closed, published]
        for end in ["answer", "evidence"] { all["assessments/rounds/{round}/\(end)/{category}"] = [category("open")] }
        all["assessments/rounds/{round}/act/{category}"] = [category("closed")]
        all["assessments/rounds/{round}/answers/{category}"] = [category("open")]
        all["assessments/rounds/{round}/results/{category}"] = [category("closed"), category("published")]
        all["assessments/rounds/{round}/value-chain.csv"] = [one("of another model", "round", "@assessment-published")]
        for end in ["", "/edit", "/remove"] { all["assessments/ideas/{idea}\(end)"] = [one("a record", "idea", "i-one")] }
        all["assessments/evidence/{evidence}/remove"] = [one("evidence", "evidence", "@evidence")]
        return all
    }()

    private static func category(_ state: String) -> Sample { Sample(of: state, values: ["round": "@assessment-\(state)", "category": "aspire"], about: "round") }
}
