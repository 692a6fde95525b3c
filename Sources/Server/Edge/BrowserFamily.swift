extension WebRequest {
    /// The sender's browser in plain words, such as “Firefox · Windows”; empty where it does not say. Nothing finer is read or kept.
    var browserFamily: String {
        let agent = headers["user-agent"] ?? ""
        // Each also names those after it.
        let families = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("YaBrowser", "Yandex"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
        ]
        let found = [families, systems].compactMap { list in list.first { agent.contains($0.0) }?.1 }
        return found.joined(separator: " · ")
    }
}
