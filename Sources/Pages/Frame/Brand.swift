/// The name of the program as it stands at the head of every page.
package var brand: Markup {
    link("/", .class("brand")) {
        "Port"
        element("b", []) { "o" }
        "lan"
    }
}
