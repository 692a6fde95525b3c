import Journal
import Organisation

/// Taking something back or away: asked once more, for a reason that the journal keeps.
extension Form {
    /// With a button that looks like what it does.
    ///
    /// - Parameters:
    ///   - submit: what the button says; where nothing is said, *withdraw*.
    ///   - asking: what is asked before the reason.
    ///   - reason: how it is asked for; where nothing is said, why it is withdrawn. `Submission.reason` reads what was entered.
    package static func withdrawing(
        _ title: String, lede: String = "", place: String?, trail: [(title: String, path: String)] = [], submit: String? = nil, cancel: String,
        asking fields: [Field] = [], reason: Field? = nil, _ say: Say, @MarkupBuilder preface: () -> Markup = { Markup() }
    ) -> Form {
        var form = Form(
            title, lede: lede, place: place, trail: trail, submit: submit ?? say("pages.withdraw"), cancel: cancel,
            fields: fields + [reason ?? .why(say("pages.withdraw-why"), help: say("pages.withdraw-why-help"))], preface: preface)
        form.isDangerous = true
        return form
    }
}

extension Field {
    /// Why something is done that needs a reason.
    package static func why(_ title: String, help: String = "", value: String? = nil) -> Field {
        Field("because", title, .text(rows: 3), value: value, required: true, help: help)
    }
}

extension Submission {
    /// Why it is done, in words: of at most 2,000 characters, and not without any.
    package var reason: String {
        get throws(Refusal) { try entered.paragraph("because", max: 2_000, required: true) }
    }
}
