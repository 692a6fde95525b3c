/// One of several choices of what is shown, as links; the present one is marked. Nothing where there is no choice.
package func chips(_ label: String, _ choices: [(title: String, path: String, isHere: Bool)]) -> Markup {
    guard choices.count > 1 else { return Markup() }
    return nav(.label(label)) {
        ul(.class("chips")) {
            for choice in choices {
                li { choice.isHere ? link(choice.path, .current("true")) { choice.title } : link(choice.path) { choice.title } }
            }
        }
    }
}
