/// Buttons that send a form and say where to go on from it: links would drop what was typed.
package struct Ways: Sendable {
    package var label: String
    /// Under which the choice is sent.
    package var name: String
    package var choices: [Choice]
    /// Where one is.
    package var here: String

    package init(_ label: String, name: String, choices: [Choice], here: String) {
        self.label = label
        self.name = name
        self.choices = choices
        self.here = here
    }

    /// - Parameter submit: what the button of the form is called.
    func markup(_ submit: String) -> Markup {
        nav(.label(label)) {
            // The first button of a form is the one that the return key presses: it goes the usual way.
            button(.class("visually-hidden"), .type("submit"), Attribute("tabindex", "-1"), .hidden()) { submit }
            ul(.class("chips")) {
                for choice in choices {
                    li {
                        choice.value == here
                            ? span(.current("true")) { words(choice.label, in: choice.language) }
                            : button(.type("submit"), .name(name), .value(choice.value)) { words(choice.label, in: choice.language) }
                    }
                }
            }
        }
    }
}
