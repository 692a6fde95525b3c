import Organisation
import Pages

/// One plan as a document: for each form what it cannot carry, said before anything is downloaded, and a file for each language.
func documentPage(_ visit: Visit) throws -> Page {
    let say = visit.say
    guard let documents = documents(visit), let choice = documents.choices(for: visit).first(where: { $0.id == visit.parameters["choice"] }) else {
        throw Missing()
    }
    let written = try documents.forms.compactMap { form in
        try documents.document(form.name, of: choice.id, in: visit.language, for: visit).map { (form, $0.leftOut) }
    }
    return Page(visit.plain(choice.title), place: "exports", trail: [(say("pages.take-along"), "exports")]) {
        p(.class("lede")) { say("\(documents.title).lede") }
        for (form, leftOut) in written {
            sheet(say(form.title), id: form.name) {
                if leftOut.isEmpty {
                    p { say("dataexchange.document.whole") }
                } else {
                    p { say("dataexchange.document.left-out") }
                    ul { for saying in leftOut { li { say(saying) } } }
                }
                p(.id("languages-\(form.name)")) { say("dataexchange.document.languages") }
                ul(.class("chips"), .labelledBy("languages-\(form.name)")) {
                    for language in visit.languages {
                        li { link(visit.path("exports/\(documents.name)/\(choice.id)/\(form.name)/\(language.rawValue)")) { languageName(language) } }
                    }
                }
            }
        }
    }
}

private func languageName(_ language: Language) -> Markup {
    element("span", Attribute.language(language)) { language.ownName }
}

private func documents(_ visit: Visit) -> (any DocumentExporting)? { visit.house.documents.first { $0.name == visit.parameters["documents"] } }

/// The file of one form in one language.
func exportedDocument(_ visit: Visit) throws -> File {
    guard let documents = documents(visit), let language = visit.parameters["language"].flatMap({ Language(rawValue: $0) }),
        let choice = visit.parameters["choice"], let form = visit.parameters["form"],
        let document = try documents.document(form, of: choice, in: language, for: visit)
    else { throw Missing() }
    return document.file
}
