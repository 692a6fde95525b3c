/// The winds of a sea chart behind the masthead: two roses whose rhumb lines cross. First child of `.mast`; decoration only.
package func rhumbLines() -> Markup {
    element(
        "svg",
        [.class("rhumbs"), .hidden(), .init("viewBox", "0 0 1200 110"), .init("preserveAspectRatio", "xMaxYMid slice")]
    ) {
        shape("path", .init("d", winds))
        shape("circle", .init("cx", "1010"), .init("cy", "74"), .init("r", "4"))
    }
}

/// Sixteen winds through (1010, 74) and eight through (580, 74), cut off at the edges of the view.
private let winds = """
    M0 74 1200 74M401 0 667 110M506 0 616 110M549 0 595 110M580 0 580 110M611 0 565 110M638 0 1191 110M654 0 544 110\
    M759 0 493 110M831 0 1097 110M899 0 1064 110M936 0 1046 110M961 0 1034 110M979 0 1025 110M995 0 1017 110\
    M1010 0 1010 110M1025 0 1003 110M1041 0 995 110M1059 0 986 110M1084 0 974 110M1121 0 956 110M1189 0 923 110\
    M1200 36 829 110
    """
