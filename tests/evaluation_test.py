"""The figures of every task stay above evaluation/floors.json, and the check can fail."""
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HEARSAY_SOURCE", Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(SOURCE / "evaluation"))
import evaluate  # noqa: E402


class Floors(unittest.TestCase):
    def check(self, task):
        done = subprocess.run([sys.executable, SOURCE / "evaluation" / "evaluate.py", task, "--floors"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode == 3:
            self.skipTest(done.stderr.strip())
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_record_stays_above_its_floors(self):
        self.check("record")

    def test_pages_stay_above_their_floors(self):
        self.check("pages")

    def test_a_figure_below_its_floor_is_named(self):
        floors = json.loads((SOURCE / "evaluation" / "floors.json").read_text())["record"]["record-dev"]
        good = {"task": "record", "set": "record-dev", **{name: 100 for name in floors}}
        self.assertEqual(evaluate.below_floors(good), [])
        self.assertEqual(len(evaluate.below_floors({**good, "act": 0})), 1)
        self.assertEqual(len(evaluate.below_floors({"task": "record", "set": "record-dev"})), len(floors))


if __name__ == "__main__":
    unittest.main()
