"""What was found wrong, said once each with how often and where."""
from collections import defaultdict


class Findings:
    def __init__(self):
        self.places = defaultdict(list)
        self.checked = 0

    def add(self, what, where):
        self.places[what].append(str(where))

    def add_all(self, problems, where):
        self.checked += 1
        for problem in problems:
            self.add(problem, where)

    def __bool__(self):
        return bool(self.places)

    def say(self, most=4):
        for what, places in sorted(self.places.items(), key=lambda item: -len(item[1])):
            print(f"✘ {what}")
            for place in places[:most]:
                print(f"      {place}")
            if len(places) > most:
                print(f"      … and {len(places) - most} more")
