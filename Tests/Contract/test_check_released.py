"""What scripts/check-released finds: python -m unittest discover Tests/Contract"""

import hashlib
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, str(ROOT / "scripts/check-released")]


def contract(version, more=""):
    return f"openapi: 3.1.0\ninfo:\n  title: Daybook\n  version: {version}\npaths: {{}}\n{more}"


class CheckReleased(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name, "released")
        self.present = pathlib.Path(folder.name, "daybook.yaml")
        self.folder.mkdir()
        sums = ""
        for version in ("0.9.0", "0.10.0"):
            text = contract(version)
            (self.folder / f"{version}.yaml").write_text(text)
            sums += f"{hashlib.sha256(text.encode()).hexdigest()}  {version}.yaml\n"
        (self.folder / "SHA256SUMS").write_text(sums)

    def told(self, present):
        self.present.write_text(present)
        ran = subprocess.run([*COMMAND, str(self.present), str(self.folder)], capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stderr), (1 if ran.stdout else 0, ""))
        return ran.stdout

    def test_what_was_released_may_still_be_the_present_one(self):
        self.assertEqual(self.told(contract("0.10.0")), "")

    def test_another_contract_needs_a_higher_version(self):
        for version in ("0.11.0", "0.10.1", "1.0.0"):
            self.assertEqual(self.told(contract(version, "more: 1\n")), "")
        for version in ("0.10.0", "0.9.1", "0.2.0"):
            sentence = f"is another contract than 0.10.0.yaml and has the version {version}: raise it above 0.10.0"
            self.assertIn(sentence, self.told(contract(version, "more: 1\n")))

    def test_what_was_released_stays(self):
        (self.folder / "0.9.0.yaml").write_text(contract("0.9.0", "# a word more\n"))
        self.assertIn("0.9.0.yaml: is not what was released", self.told(contract("0.10.0")))
        (self.folder / "0.9.0.yaml").unlink()
        self.assertIn("0.9.0.yaml: is gone", self.told(contract("0.10.0")))

    def test_each_has_its_sum_and_its_name(self):
        (self.folder / "0.9.5.yaml").write_text(contract("0.9.6"))
        told = self.told(contract("0.10.0"))
        self.assertIn("0.9.5.yaml: has no sum in SHA256SUMS", told)
        self.assertIn("0.9.5.yaml: is the contract of 0.9.6", told)

    def test_ours_is_as_it_should_be(self):
        ran = subprocess.run(COMMAND, capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (0, "", ""))


if __name__ == "__main__":
    unittest.main()
