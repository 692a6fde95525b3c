/// An element with its attributes and what is in it.
package func element(_ name: StaticString, _ attributes: [Attribute], @MarkupBuilder content: () -> Markup) -> Markup {
    let content = content()
    // What is in it is known: the whole is written into one piece of memory.
    var markup = start(name, attributes, room: content.bytes.count + name.utf8CodeUnitCount + 3)
    markup.append(content)
    markup.append(raw: "</")
    markup.append(raw: name)
    markup.append(raw: ">")
    return markup
}

/// An element that has nothing in it and no end tag (`br`, `input`, `meta` …).
package func void(_ name: StaticString, _ attributes: Attribute...) -> Markup { start(name, attributes) }

/// An SVG element with nothing in it.
package func shape(_ name: StaticString, _ attributes: Attribute...) -> Markup { element(name, attributes) {} }

/// - Parameter room: how many bytes are to follow.
private func start(_ name: StaticString, _ attributes: [Attribute], room: Int = 0) -> Markup {
    let own = attributes.reduce(name.utf8CodeUnitCount + 2) { $0 + $1.name.utf8CodeUnitCount + ($1.value?.utf8.count ?? 0) + 4 }
    var markup = Markup(room: own + room)
    markup.append(raw: "<")
    markup.append(raw: name)
    for attribute in attributes where attribute.isPresent {
        markup.append(raw: " ")
        markup.append(raw: attribute.name)
        guard let value = attribute.value else { continue }
        markup.append(raw: "=\"")
        markup.append(value)
        markup.append(raw: "\"")
    }
    markup.append(raw: ">")
    return markup
}

/// Several parts one after the other, without an element around them.
package func group(@MarkupBuilder content: () -> Markup) -> Markup { content() }

// swift-format-ignore
package func div(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("div", attributes, content: content) }
package func section(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("section", attributes, content: content) }
package func article(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("article", attributes, content: content) }
package func nav(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("nav", attributes, content: content) }
package func p(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("p", attributes, content: content) }
package func h1(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("h1", attributes, content: content) }
package func h2(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("h2", attributes, content: content) }
package func h3(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("h3", attributes, content: content) }
package func ul(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("ul", attributes, content: content) }
package func ol(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("ol", attributes, content: content) }
package func li(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("li", attributes, content: content) }
package func dl(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("dl", attributes, content: content) }
package func dt(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("dt", attributes, content: content) }
package func dd(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("dd", attributes, content: content) }
package func span(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("span", attributes, content: content) }
package func strong(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("strong", attributes, content: content) }
package func small(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("small", attributes, content: content) }
package func time(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("time", attributes, content: content) }
package func link(_ address: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("a", [.href(address)] + attributes, content: content) }
package func table(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("table", attributes, content: content) }
package func caption(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("caption", attributes, content: content) }
package func thead(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("thead", attributes, content: content) }
package func tbody(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("tbody", attributes, content: content) }
package func tr(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("tr", attributes, content: content) }
package func th(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("th", attributes, content: content) }
package func td(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("td", attributes, content: content) }
package func fieldset(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("fieldset", attributes, content: content) }
package func legend(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("legend", attributes, content: content) }
package func label(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("label", attributes, content: content) }
package func button(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("button", attributes, content: content) }
package func details(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("details", attributes, content: content) }
package func summary(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup { element("summary", attributes, content: content) }

/// An element without content and without end tag, for attribute lists put together at run time.
struct VoidElement {
    let asVoid: Markup
}

func element(_ name: StaticString, _ attributes: [Attribute]) -> VoidElement { VoidElement(asVoid: start(name, attributes)) }
